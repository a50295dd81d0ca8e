package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.evaluate.Entitlement;
import org.wuyou.policy.evaluate.GroupOutcome;
import org.wuyou.policy.evaluate.Judged;
import org.wuyou.policy.evaluate.Payment;
import org.wuyou.policy.evaluate.Placed;
import org.wuyou.policy.evaluate.Ranking;
import org.wuyou.policy.evaluate.RosterOutcome;
import org.wuyou.policy.evaluate.SelectionOutcome;
import org.wuyou.policy.evaluate.SelectionOutcome.Standing;
import org.wuyou.policy.evaluate.Status;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.model.Roster;
import org.wuyou.policy.model.Tier;
import org.wuyou.runtime.policies.OutcomeViews.FindingView;
import org.wuyou.runtime.policies.OutcomeViews.OutcomeView;
import org.wuyou.runtime.policies.OutcomeViews.SubjectView;
import org.wuyou.runtime.policies.OutcomeViews.SubjectsView;
import org.wuyou.runtime.policies.RuleViews.RuleView;
import org.wuyou.runtime.policies.SubjectViews.BenefitView;

/** What rules answer for a whole division, in the shapes of the schema. */
final class AnswerViews {
  private AnswerViews() {}

  /** Which rows of an answer are wanted. */
  record Page(int first, int skip) {
    <T, V> List<V> of(List<T> all, Function<T, V> view) {
      return all.stream().skip(Math.max(0, skip)).limit(Math.max(0, first)).map(view).toList();
    }
  }

  /** Rows of one rule, and how many there are in all. */
  record RowsView<V>(RuleView rule, int totalCount, List<V> nodes) {}

  record GroupView(RuleView rule, Status status, @Nullable Boolean met, List<OutcomeView> members) {
    static GroupView of(Bundles.Deployed deployed, GroupOutcome outcome) {
      return new GroupView(
          RuleView.of(deployed, outcome.group()),
          outcome.status(),
          OutcomeViews.met(outcome.status()),
          outcome.members().stream().map(member -> OutcomeView.of(deployed, member)).toList());
    }
  }

  record VerdictView(
      SubjectView subject,
      Verdict.Kind verdict,
      List<String> reasons,
      List<FindingView> findings,
      List<String> missing) {
    static VerdictView of(Judged judged) {
      return new VerdictView(
          SubjectView.of(judged.subject()),
          judged.verdict().kind(),
          SubjectViews.ids(judged.verdict().unmet()),
          SubjectViews.views(judged.verdict().findings()),
          SubjectViews.sorted(judged.verdict().missing()));
    }
  }

  record PlacementView(
      SubjectView subject,
      Status status,
      @Nullable String band,
      @Nullable Text name,
      List<String> missing) {
    static PlacementView of(Placed placed) {
      return new PlacementView(
          SubjectView.of(placed.subject()),
          placed.placement().status(),
          placed.placement().band().map(Tier.Band::id).orElse(null),
          placed.placement().band().map(Tier.Band::name).orElse(null),
          SubjectViews.sorted(placed.placement().missing()));
    }
  }

  record ClaimsView(
      RuleView rule, int totalCount, @Nullable BigDecimal totalDue, List<BenefitView> nodes) {
    static ClaimsView of(
        Bundles.Deployed deployed, RuleView rule, List<Entitlement> claims, Page page) {
      boolean unset =
          claims.stream()
              .anyMatch(claim -> claim.payment().state() == Payment.State.AMOUNT_NOT_SET);
      Exact total =
          claims.stream()
              .flatMap(claim -> claim.payment().due().stream())
              .reduce(Exact.ZERO, Exact::plus);
      return new ClaimsView(
          rule,
          claims.size(),
          unset ? null : total.decimal(),
          page.of(claims, claim -> BenefitView.of(deployed, claim)));
    }
  }

  record SelectionView(
      RuleView rule,
      boolean made,
      List<String> missing,
      int totalCount,
      List<SelectionRowView> nodes) {
    static SelectionView of(Bundles.Deployed deployed, SelectionOutcome outcome, Page page) {
      List<SelectionOutcome.Row> rows = outcome.rows().toList();
      return new SelectionView(
          RuleView.of(deployed, outcome.selection()),
          outcome.made(),
          SubjectViews.sorted(outcome.missing()),
          rows.size(),
          page.of(rows, SelectionRowView::of));
    }
  }

  record SelectionRowView(
      SubjectView subject,
      Standing standing,
      @Nullable Boolean candidate,
      @Nullable Integer rank,
      List<String> reasons,
      List<FindingView> findings,
      List<String> missing) {
    static SelectionRowView of(SelectionOutcome.Row row) {
      return new SelectionRowView(
          SubjectView.of(row.subject()),
          row.standing(),
          switch (row.standing()) {
            case SELECTED, WAITING, NOT_SELECTED, TIED, CANDIDATE -> true;
            case NOT_CANDIDATE -> false;
            case UNDETERMINED, NOT_IN_FORCE -> null;
          },
          row.rank().orElse(null),
          SubjectViews.ids(row.verdict().unmet()),
          SubjectViews.views(row.verdict().findings()),
          SubjectViews.sorted(row.verdict().missing()));
    }
  }

  record PriorityView(
      RuleView rule,
      int totalCount,
      List<PriorityRowView> nodes,
      SubjectsView undetermined,
      List<String> missing) {
    static PriorityView of(Bundles.Deployed deployed, Ranking ranking, Page page) {
      return new PriorityView(
          RuleView.of(deployed, ranking.priority()),
          ranking.places().size(),
          page.of(ranking.places(), PriorityRowView::of),
          SubjectsView.of(ranking.undetermined()),
          ranking.absent().stream().toList());
    }
  }

  record PriorityRowView(int rank, SubjectView subject, @Nullable Integer decidedBy) {
    static PriorityRowView of(Ranking.Place place) {
      return new PriorityRowView(
          place.rank(),
          SubjectView.of(place.subject()),
          place.decidedBy() < 0 ? null : place.decidedBy() + 1);
    }
  }

  record ColumnView(String id, Text name, @Nullable String unit) {
    static ColumnView of(Roster.Column column) {
      return new ColumnView(column.id(), column.name(), column.unit().map(Unit::zh).orElse(null));
    }
  }

  record ListView(
      RuleView rule,
      List<ColumnView> columns,
      int totalCount,
      int base,
      List<ListRowView> nodes,
      SubjectsView undetermined,
      List<String> missing) {
    static ListView of(Bundles.Deployed deployed, RosterOutcome outcome, Page page) {
      return new ListView(
          RuleView.of(deployed, outcome.roster()),
          outcome.roster().columns().stream().map(ColumnView::of).toList(),
          outcome.rows().size(),
          outcome.base(),
          page.of(outcome.rows(), ListRowView::of),
          SubjectsView.of(outcome.undetermined()),
          outcome.absent().stream().toList());
    }
  }

  record ListRowView(SubjectView subject, List<@Nullable String> values) {
    static ListRowView of(RosterOutcome.Row row) {
      List<@Nullable String> values = new java.util.ArrayList<>();
      row.cells().forEach(cell -> values.add(cell.shown().orElse(null)));
      return new ListRowView(SubjectView.of(row.subject()), values);
    }
  }
}
