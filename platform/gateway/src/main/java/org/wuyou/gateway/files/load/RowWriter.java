package org.wuyou.gateway.files.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wuyou.gateway.files.Finding;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.CommitResult.Committed;
import org.wuyou.spi.data.CommitResult.Refused;
import org.wuyou.spi.data.Violation;
import org.wuyou.spi.model.Label;

/**
 * Writes drafts as one transaction. Rows that the register refuses are taken out and the rest is
 * tried again, until all that remain can be taken together.
 */
final class RowWriter {
  /** A row may be refused because of another that was; such chains are followed this far. */
  private static final int ROUNDS = 20;

  private final String entity;
  private final Function<List<Change>, CommitResult> store;
  private final boolean atomic;

  RowWriter(String entity, Function<List<Change>, CommitResult> store, boolean atomic) {
    this.entity = entity;
    this.store = store;
    this.atomic = atomic;
  }

  void write(List<Draft> drafts, Table table, Tally tally) {
    List<Draft> open = drafts;
    for (int round = 0; !open.isEmpty(); round++) {
      if (round == ROUNDS) {
        open.forEach(draft -> tally.refuse(draft.refused(List.of(dependent(draft)))));
        return;
      }
      List<Change> changes = new ArrayList<>(open.size());
      for (Draft draft : open) {
        changes.add(new Change.Upsert(entity, draft.values()));
      }
      switch (store.apply(changes)) {
        case Committed committed -> {
          count(committed, open, table, tally);
          return;
        }
        case Refused refused -> open = withoutRefused(refused, open, table, tally);
      }
      if (atomic) {
        return;
      }
    }
  }

  private static void count(Committed committed, List<Draft> drafts, Table table, Tally tally) {
    for (int i = 0; i < drafts.size(); i++) {
      tally.took(committed.outcomes().get(i).effect());
    }
    for (Violation warning : committed.warnings()) {
      if (warning.change() < drafts.size()) {
        tally.warn(List.of(finding(warning, drafts.get(warning.change()), table)));
      }
    }
  }

  private static List<Draft> withoutRefused(
      Refused refused, List<Draft> open, Table table, Tally tally) {
    Map<Integer, List<Finding>> reasons = new HashMap<>();
    for (Violation violation : refused.violations()) {
      if (violation.change() < 0 || violation.change() >= open.size()) {
        throw new IllegalStateException("a violation of no row of the file: " + violation);
      }
      reasons
          .computeIfAbsent(violation.change(), i -> new ArrayList<>())
          .add(finding(violation, open.get(violation.change()), table));
    }
    if (reasons.isEmpty()) {
      throw new IllegalStateException("a transaction was refused without a reason");
    }
    List<Draft> rest = new ArrayList<>(open.size());
    for (int i = 0; i < open.size(); i++) {
      List<Finding> why = reasons.get(i);
      if (why == null) {
        rest.add(open.get(i));
      } else {
        tally.refuse(open.get(i).refused(why));
      }
    }
    return rest;
  }

  private static Finding finding(Violation violation, Draft draft, Table table) {
    String field = violation.path().isEmpty() ? null : violation.path().getFirst();
    String header = field == null ? null : table.headerOf(field);
    return new Finding(
        draft.line().number(),
        header == null ? field : header,
        field == null ? null : table.shown(draft.line(), field),
        violation.code(),
        violation.message());
  }

  private static Finding dependent(Draft draft) {
    return new Finding(
        draft.line().number(),
        null,
        null,
        "DEPENDS_ON_REFUSED",
        new Label(
            "该行依赖的其他行被退回，未再尝试；请先改正那些行，再重新上传。",
            "The row depends on others that were refused and was not tried again; mend those and send the file again."));
  }
}
