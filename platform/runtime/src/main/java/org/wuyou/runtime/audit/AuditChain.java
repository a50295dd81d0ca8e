package org.wuyou.runtime.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.Label;

/**
 * Gives each new entry of the audit its number and its hash over the entry before, at the moment it
 * is written; refuses every change of an entry that stands.
 */
final class AuditChain implements RowCheck {
  @Override
  public Map<String, @Nullable Object> complete(
      Map<String, @Nullable Object> values, Snapshot before) {
    if (!AuditRecord.UNPLACED.equals(values.get("number"))) {
      return Map.of();
    }
    Row last = last(before.table(AuditRecord.ENTITY));
    int number = last == null ? 1 : Objects.requireNonNull(last.integer("number")) + 1;
    String previous =
        last == null ? AuditRecord.FIRST_PREVIOUS : Objects.requireNonNull(last.text("hash"));
    return Map.of(
        "number", number,
        "previous", previous,
        "hash", AuditRecord.of(values).hash(number, previous));
  }

  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    Row last = last(before.table(AuditRecord.ENTITY));
    int next = last == null ? 1 : Objects.requireNonNull(last.integer("number")) + 1;
    return Objects.equals(values.get("number"), next)
        ? List.of()
        : List.of(
            new Fault(
                Severity.ERROR,
                "AUDIT_APPEND_ONLY",
                "number",
                new Label("审计记录只能追加，不能修改。", "Audit entries are appended, never changed.")));
  }

  private static @Nullable Row last(Table entries) {
    for (int position = entries.limit() - 1; position >= 0; position--) {
      if (entries.live(position)) {
        return entries.row(position);
      }
    }
    return null;
  }
}
