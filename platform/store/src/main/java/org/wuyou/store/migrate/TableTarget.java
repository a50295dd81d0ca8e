package org.wuyou.store.migrate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.EntityType;
import org.wuyou.store.disk.TableSchema;
import org.wuyou.store.table.Relayout;

/**
 * What becomes of one table.
 *
 * @param from the entity's present name in the store, or null if it is new
 * @param type the next declaration, or null if the entity becomes or stays absent
 * @param columns for each column of {@code schema} where its values come from
 * @param rewritten whether rows must be written anew
 */
record TableTarget(
    @Nullable String from,
    @Nullable EntityType type,
    TableSchema schema,
    Map<Integer, Relayout.Origin> columns,
    boolean rewritten) {}
