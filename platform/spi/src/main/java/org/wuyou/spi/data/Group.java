package org.wuyou.spi.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group of an aggregation: its keys and its figures, in the order asked for. */
public record Group(List<@Nullable Object> keys, List<@Nullable Object> values) {}
