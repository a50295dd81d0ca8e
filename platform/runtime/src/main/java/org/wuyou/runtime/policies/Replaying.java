package org.wuyou.runtime.policies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.evaluate.Ruling;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.record.FactRecord;
import org.wuyou.policy.record.RecordedFacts;
import org.wuyou.policy.record.Recording;
import org.wuyou.runtime.policies.DecisionViews.DifferenceView;
import org.wuyou.runtime.policies.DecisionViews.ReplayView;
import org.wuyou.runtime.policies.DecisionViews.RulingView;
import org.wuyou.spi.Call;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;

/** Decides anew what was decided before: over the facts kept, and over those of today. */
final class Replaying {
  private final Supplier<Bundles> bundles;
  private final Supplier<History> history;

  Replaying(Supplier<Bundles> bundles, Supplier<History> history) {
    this.bundles = bundles;
    this.history = history;
  }

  /**
   * @throws RequestFault if the version is gone, no longer agrees with the facts, or asks for what
   *     was not read when it was decided
   */
  ReplayView replay(Call call) {
    Row row = call.row();
    Decision decision = Decision.of(row);
    PolicyBundle bundle = bundle(decision);
    Rule rule =
        bundle
            .rule(decision.rule())
            .orElseThrow(() -> Asked.unknown("UNKNOWN_RULE", decision.rule(), List.of()));
    Ruling again = again(decision, bundle, rule);
    List<DifferenceView> differences = new ArrayList<>(differences(decision.ruling(), again));
    if (!bundle.digest().equals(decision.digest())) {
      differences.add(new DifferenceView("digest", decision.digest(), bundle.digest()));
    }
    Optional<Today> today = today(decision, bundle, rule, row, call.snapshot());
    return new ReplayView(
        differences.isEmpty(),
        RulingView.of(again),
        differences,
        today.map(Today::ruling).map(RulingView::of).orElse(null),
        today.map(now -> differences(decision.ruling(), now.ruling())).orElse(List.of()),
        today.map(now -> changes(decision.facts(), now.facts())).orElse(List.of()));
  }

  /** The very version that decided: the one in use if it is that, else the one kept. */
  private PolicyBundle bundle(Decision decision) {
    return bundles.get().all().stream()
        .filter(present -> present.module().equals(decision.module()))
        .filter(present -> present.version().equals(decision.bundleVersion()))
        .map(Bundles.Deployed::bundle)
        .filter(present -> present.digest().equals(decision.digest()))
        .findFirst()
        .orElseGet(
            () ->
                history
                    .get()
                    .named(decision.module(), decision.bundleVersion(), decision.asOf())
                    .bundle());
  }

  private static Ruling again(Decision decision, PolicyBundle bundle, Rule rule) {
    RecordedFacts facts = new RecordedFacts(decision.facts());
    try {
      return ruling(decision, bundle, rule, facts, facts.subject());
    } catch (RecordedFacts.NotRecorded unread) {
      throw RequestFault.badRequest(
          "FACT_NOT_RECORDED",
          "重演需要 " + unread.getMessage() + "，而作决定时没有读它；请以今天的事实另作决定。",
          "The replay asks for "
              + unread.getMessage()
              + ", which was not read then; decide anew over the facts of today.");
    }
  }

  private static Ruling ruling(
      Decision decision, PolicyBundle bundle, Rule rule, Facts facts, Subject subject) {
    return Ruling.of(bundle.evaluate(facts, decision.evaluation()), rule, subject);
  }

  private record Today(Ruling ruling, FactRecord facts) {}

  private static Optional<Today> today(
      Decision decision, PolicyBundle bundle, Rule rule, Row kept, Snapshot snapshot) {
    Recording recording = new Recording(new SnapshotFacts(snapshot));
    return judged(decision, bundle, kept, snapshot)
        .map(row -> recording.of(new RowSubject(row)))
        .map(
            subject -> {
              Ruling ruling = ruling(decision, bundle, rule, recording, subject);
              return new Today(ruling, recording.record(subject));
            });
  }

  private static Optional<Row> judged(
      Decision decision, PolicyBundle bundle, Row kept, Snapshot snapshot) {
    return decision
        .claim()
        .map(
            claim ->
                bundle.absent().containsKey(claim.entity())
                    ? Optional.<Row>empty()
                    : snapshot.find(claim.entity(), RowKey.id(claim.id())))
        .orElseGet(() -> Optional.ofNullable(Decision.enterprise(kept, snapshot)));
  }

  private static List<DifferenceView> differences(Ruling kept, Ruling found) {
    return differences(parts(kept), parts(found));
  }

  private static Map<String, String> parts(Ruling ruling) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("outcome", ruling.outcome());
    ruling.amount().ifPresent(amount -> parts.put("amount", amount.decimal().toPlainString()));
    ruling.shown().ifPresent(shown -> parts.put("shown", shown));
    for (Ruling.Line line : ruling.lines()) {
      parts.put(line.id() + ".state", line.state());
      line.value().ifPresent(value -> parts.put(line.id() + ".value", value));
      line.requirement().ifPresent(asked -> parts.put(line.id() + ".requirement", asked));
    }
    if (!ruling.missing().isEmpty()) {
      parts.put("missing", String.join(", ", new TreeSet<>(ruling.missing())));
    }
    return parts;
  }

  private static List<DifferenceView> changes(FactRecord kept, FactRecord found) {
    Map<String, String> before = DecisionViews.values(kept);
    Map<String, String> after = DecisionViews.values(found);
    return differences(before, after);
  }

  private static List<DifferenceView> differences(
      Map<String, ? extends @Nullable String> kept, Map<String, ? extends @Nullable String> found) {
    Map<String, Boolean> all = new LinkedHashMap<>();
    kept.keySet().forEach(what -> all.put(what, true));
    found.keySet().forEach(what -> all.put(what, true));
    return all.keySet().stream()
        .filter(what -> !Objects.equals(kept.get(what), found.get(what)))
        .map(what -> new DifferenceView(what, kept.get(what), found.get(what)))
        .toList();
  }
}
