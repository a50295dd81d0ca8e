package org.wuyou.ip;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;

/** By when a registration is to be decided: the term in force when it was accepted. */
final class ContractFields {
  private ContractFields() {}

  /** What {@code ContractTimeliness} declares. */
  enum Timeliness {
    NOT_ACCEPTED,
    PENDING,
    OVERDUE,
    IN_TIME,
    LATE,
    NO_RULE
  }

  static void register(Registration registration) {
    registration.field(
        "TechnicalContract",
        "decisionDueOn",
        call -> due(call.row(), call.snapshot()).orElse(null));
    registration.field("TechnicalContract", "timeliness", ContractFields::timeliness);
  }

  private static Timeliness timeliness(Call call) {
    Row contract = call.row();
    LocalDate accepted = contract.date("acceptedOn");
    LocalDate day = call.asOf();
    if (accepted == null || day.isBefore(accepted)) {
      return Timeliness.NOT_ACCEPTED;
    }
    Optional<LocalDate> due = due(contract, call.snapshot());
    if (due.isEmpty()) {
      return Timeliness.NO_RULE;
    }
    LocalDate decided = contract.date("decidedOn");
    if (decided == null || decided.isAfter(day)) {
      return day.isAfter(due.get()) ? Timeliness.OVERDUE : Timeliness.PENDING;
    }
    return decided.isAfter(due.get()) ? Timeliness.LATE : Timeliness.IN_TIME;
  }

  private static Optional<LocalDate> due(Row contract, Snapshot snapshot) {
    LocalDate accepted = contract.date("acceptedOn");
    return accepted == null
        ? Optional.empty()
        : term(accepted, snapshot)
            .map(term -> accepted.plusDays(Objects.requireNonNull(term.integer("days"))));
  }

  private static Optional<Row> term(LocalDate day, Snapshot snapshot) {
    Table terms = snapshot.table("ContractTerm");
    return Arrays.stream(
            terms.positions(new Condition.Compare("validFrom", Condition.Operator.LE, day)))
        .mapToObj(terms::row)
        .max(Comparator.comparing(term -> Objects.requireNonNull(term.date("validFrom"))));
  }
}
