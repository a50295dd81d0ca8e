package org.wuyou.runtime.policies;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.evaluate.Ruling;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.spi.Call;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;

/**
 * A standing question: what does this rule say of these subjects, by the version of the bundle that
 * is in force whenever it is asked.
 *
 * @param day today, or the day named
 * @param asked how to look, as the client said
 * @param uscc the one enterprise wanted, else all of the division
 */
record VerdictQuestion(
    Supplier<Bundles> bundles,
    Supplier<LocalDate> day,
    String region,
    String rule,
    String division,
    Optional<String> uscc,
    Evaluation asked) {

  static VerdictQuestion of(Call call, Supplier<Bundles> bundles, Supplier<LocalDate> day) {
    Bundles.Deployed deployed = Asked.region(call, bundles.get());
    String region = deployed.bundle().region();
    Evaluation asked = Asked.evaluation(call, deployed.on(day.get()).bundle());
    return new VerdictQuestion(
        bundles,
        day,
        region,
        Asked.ruling(call, deployed.on(day.get())).id(),
        asked.scope().orElse(region),
        Optional.ofNullable(call.argument("uscc")),
        asked);
  }

  /**
   * The question as it stands at a moment.
   *
   * @param deployed what answers it; null while the region has no bundle
   * @param ruling the rule; null while the bundle has none of that name for single subjects
   */
  record Asking(Bundles.@Nullable Deployed deployed, @Nullable Rule ruling, LocalDate day) {
    /** Whether the same version answers, over the same kinds of facts. */
    boolean sameBundle(Asking other) {
      return deployed == null || other.deployed == null
          ? deployed == other.deployed
          : deployed.version().equals(other.deployed.version())
              && deployed.history() == other.deployed.history();
    }
  }

  Asking asking() {
    LocalDate today = day.get();
    Bundles.Deployed deployed =
        bundles.get().of(region).map(present -> present.on(today)).orElse(null);
    Rule ruling =
        deployed == null
            ? null
            : deployed
                .bundle()
                .rule(rule)
                .filter(found -> Ruling.entity(found).isPresent())
                .orElse(null);
    return new Asking(deployed, ruling, today);
  }

  /** The entity of the rule's subjects, if there is such a rule and the register keeps them. */
  static Optional<String> entity(Asking asking, Snapshot snapshot) {
    return Optional.ofNullable(asking.ruling())
        .flatMap(Ruling::entity)
        .filter(entity -> snapshot.model().entities().containsKey(entity));
  }

  /** All rows asked about. */
  List<Row> rows(Asking asking, Snapshot snapshot) {
    Optional<String> entity = entity(asking, snapshot);
    if (entity.isEmpty()) {
      return List.of();
    }
    if (uscc.isPresent() && entity.get().equals(Decision.ENTERPRISE)) {
      return Optional.ofNullable(snapshot.get(Decision.ENTERPRISE, uscc.get())).stream().toList();
    }
    return Arrays.stream(new SnapshotFacts(snapshot).positions(entity.get(), division))
        .mapToObj(snapshot.table(entity.get())::row)
        .filter(row -> concerns(asking, row, snapshot))
        .toList();
  }

  /** Whether the row, one of the rule's entity, is asked about. */
  boolean concerns(Asking asking, Row row, Snapshot snapshot) {
    boolean within =
        row.table()
            .type()
            .scopeField()
            .map(path -> SubjectFields.division(row, path))
            .map(code -> Territory.holds(snapshot, division, code))
            .orElse(row.table().type().scopeField().isEmpty());
    return uscc.map(wanted -> wanted.equals(owner(asking, row, snapshot))).orElse(within);
  }

  /** The enterprise the row is, or gets something for. */
  private @Nullable String owner(Asking asking, Row row, Snapshot snapshot) {
    if (row.entity().equals(Decision.ENTERPRISE)) {
      return row.text("uscc");
    }
    return asking.ruling() instanceof SubjectRule judged
            && session(asking, new SnapshotFacts(snapshot))
                    .recipient(judged, new RowSubject(row))
                    .orElse(null)
                instanceof RowSubject(Row owner)
            && owner.entity().equals(Decision.ENTERPRISE)
        ? owner.text("uscc")
        : null;
  }

  Session session(Asking asking, Facts facts) {
    Bundles.Deployed deployed = asking.deployed();
    if (deployed == null) {
      throw new IllegalArgumentException("no bundle answers for " + region);
    }
    PolicyBundle bundle = deployed.bundle();
    return bundle.evaluate(facts, asked.asOf(asking.day()).readings(known(bundle)));
  }

  /** Another version may have other readings; what it does not know it is not asked. */
  private Map<String, String> known(PolicyBundle bundle) {
    Map<String, String> known = new LinkedHashMap<>();
    asked
        .readings()
        .forEach(
            (id, choice) -> {
              if (bundle.readings().containsKey(id)
                  && bundle.readings().get(id).choices().containsKey(choice)) {
                known.put(id, choice);
              }
            });
    return known;
  }
}
