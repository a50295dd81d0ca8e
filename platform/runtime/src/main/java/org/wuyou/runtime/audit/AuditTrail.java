package org.wuyou.runtime.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.spi.Caller;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.data.Transaction;

/** Records who changed what: within the transactions of callers, and acts of the platform alone. */
public final class AuditTrail implements CommitAudit {
  private final EntityStore store;
  private final Clock clock;

  public AuditTrail(EntityStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The checks by which the store keeps the chain. */
  public static Map<String, List<RowCheck>> checks() {
    return Map.of(AuditRecord.ENTITY, List.of(new AuditChain()));
  }

  /** What a look at the whole chain found: the first entry that does not fit, if any. */
  public record Check(int entries, OptionalInt brokenAt) {}

  @Override
  public Transaction amend(Transaction transaction, Caller caller, String coordinate) {
    List<Change> changes = new ArrayList<>(transaction.changes());
    changes.add(
        new AuditRecord(
                clock.instant(),
                caller.name(),
                coordinate,
                subject(transaction.changes()),
                summary(transaction.changes()),
                AuditRecord.sha256(transaction.changes().toString()))
            .insert());
    return new Transaction(transaction.actor(), changes);
  }

  /** Records an act that changes no rows. */
  public void note(
      String actor, String operation, @Nullable String subject, @Nullable String summary) {
    AuditRecord record =
        new AuditRecord(
            clock.instant(),
            actor,
            operation,
            subject,
            summary,
            AuditRecord.sha256(subject + "\n" + summary));
    CommitResult result = store.commit(new Transaction(actor, List.of(record.insert())));
    if (result instanceof CommitResult.Refused refused) {
      throw new IllegalStateException("the audit refuses an entry: " + refused.violations());
    }
  }

  /** Recomputes every hash of the chain. */
  public static Check check(Snapshot snapshot) {
    Table entries = snapshot.table(AuditRecord.ENTITY);
    String previous = AuditRecord.FIRST_PREVIOUS;
    int number = 0;
    for (int position = 0; position < entries.limit(); position++) {
      if (!entries.live(position)) {
        continue; // never used, or removed: then the next number does not fit
      }
      number++;
      if (!fits(entries.row(position), number, previous)) {
        return new Check(number, OptionalInt.of(number));
      }
      previous = Objects.requireNonNull(entries.row(position).text("hash"));
    }
    return new Check(number, OptionalInt.empty());
  }

  private static boolean fits(Row row, int number, String previous) {
    return Objects.equals(row.integer("number"), number)
        && previous.equals(row.text("previous"))
        && AuditRecord.of(row).hash(number, previous).equals(row.text("hash"));
  }

  /** The row, if it is one. */
  private static @Nullable String subject(List<Change> changes) {
    if (changes.size() != 1) {
      return null;
    }
    Change change = changes.getFirst();
    return change.entity()
        + " "
        + switch (change) {
          case Change.Insert insert -> "+";
          case Change.Update update -> text(update.target());
          case Change.Upsert upsert -> "=";
          case Change.Remove remove -> text(remove.target());
        };
  }

  private static String text(RowKey key) {
    return switch (key) {
      case RowKey.ById(long id) -> "#" + id;
      case RowKey.ByKey(List<Object> values) ->
          values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    };
  }

  private static String summary(List<Change> changes) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    changes.forEach(
        change ->
            counts.merge(
                change.getClass().getSimpleName() + " " + change.entity(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " ×" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
