package org.wuyou.gateway.files.column;

import java.util.Optional;
import org.wuyou.spi.value.Money;

/**
 * A column of the file that has a home.
 *
 * @param index from 0
 * @param header as the file spells it
 * @param unit the unit the header names for amounts of money
 */
public record Column(int index, String header, Leaf leaf, Optional<Money.Unit> unit) {}
