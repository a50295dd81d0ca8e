package org.wuyou.runtime.policies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.values.GlobalId;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.evaluate.Ruling;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.record.Recording;
import org.wuyou.spi.Call;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.data.Violation;
import org.wuyou.spi.model.Label;

/** Decides by a rule about an enterprise, or a claim of its own, and keeps the decision. */
final class Deciding {
  private final Supplier<Bundles> bundles;

  Deciding(Supplier<Bundles> bundles) {
    this.bundles = bundles;
  }

  record PayloadView(@Nullable Row decision, List<Violation> userErrors) {
    private static PayloadView refused(
        String code, String field, @Nullable String value, Label why) {
      return new PayloadView(null, List.of(new Violation(0, code, List.of(field), value, why)));
    }
  }

  PayloadView decide(Call call) {
    Bundles.Deployed deployed = Asked.inForce(call, Asked.region(call, bundles.get()));
    Rule rule = Asked.ruling(call, deployed);
    String uscc = Objects.requireNonNull(call.<String>argument("uscc"));
    Row enterprise = call.snapshot().get(Decision.ENTERPRISE, uscc);
    if (enterprise == null) {
      return PayloadView.refused(
          "NOT_FOUND",
          "uscc",
          uscc,
          new Label("没有企业 " + uscc + "。", "There is no enterprise " + uscc + "."));
    }
    Evaluation evaluation = Asked.evaluation(call, deployed.bundle()).asOf(call.asOf());
    Optional<Row> judged = judged(call, deployed.bundle(), rule, enterprise, evaluation);
    if (judged.isEmpty()) {
      return PayloadView.refused(
          "CLAIM_REQUIRED",
          "claim",
          call.argument("claim"),
          new Label(
              "规则 " + rule.id() + " 评判申报事项；请给出该企业一项申报事项的全局标识。",
              "Rule "
                  + rule.id()
                  + " judges claims; give the global id of a claim of this enterprise."));
    }
    Decision decision = decision(call, deployed, rule, judged.get(), evaluation);
    return kept(call, decision, enterprise);
  }

  /** The row the rule is to judge; empty if it is no claim of the enterprise. */
  private static Optional<Row> judged(
      Call call, PolicyBundle bundle, Rule rule, Row enterprise, Evaluation evaluation) {
    String entity = Ruling.entity(rule).orElseThrow();
    String claim = call.argument("claim");
    if (entity.equals(Decision.ENTERPRISE)) {
      return claim == null ? Optional.of(enterprise) : Optional.empty();
    }
    Session session = bundle.evaluate(new SnapshotFacts(call.snapshot()), evaluation);
    return Optional.ofNullable(claim)
        .flatMap(GlobalId::parse)
        .filter(id -> id.entity().equals(entity) && session.absent(entity).isEmpty())
        .flatMap(id -> call.snapshot().find(entity, RowKey.id(id.id())))
        .filter(row -> belongs(session, rule, row, enterprise));
  }

  private static boolean belongs(Session session, Rule rule, Row claim, Row enterprise) {
    return rule instanceof SubjectRule judged
        && session
            .recipient(judged, new RowSubject(claim))
            .equals(Optional.of(new RowSubject(enterprise)));
  }

  private static Decision decision(
      Call call, Bundles.Deployed deployed, Rule rule, Row judged, Evaluation evaluation) {
    PolicyBundle bundle = deployed.bundle();
    Recording recording = new Recording(new SnapshotFacts(call.snapshot()));
    Subject subject = recording.of(new RowSubject(judged));
    Session session = bundle.evaluate(recording, evaluation);
    Ruling ruling = Ruling.of(session, rule, subject);
    boolean claim = !judged.entity().equals(Decision.ENTERPRISE);
    return new Decision(
        bundle.region(),
        rule.id(),
        claim ? Optional.of(new Decision.Judged(judged.entity(), judged.id())) : Optional.empty(),
        bundle.id(),
        deployed.module(),
        deployed.version(),
        bundle.digest(),
        session.asOf(),
        evaluation.year(),
        unusual(bundle, evaluation),
        call.snapshot().version(),
        ruling,
        recording.record(subject));
  }

  /** What was chosen otherwise than usual: the rest follows from the version. */
  private static Map<String, String> unusual(PolicyBundle bundle, Evaluation evaluation) {
    Map<String, String> chosen = new LinkedHashMap<>(evaluation.readings());
    chosen
        .entrySet()
        .removeIf(
            choice ->
                Objects.requireNonNull(bundle.readings().get(choice.getKey()))
                    .usual()
                    .equals(choice.getValue()));
    return chosen;
  }

  private static PayloadView kept(Call call, Decision decision, Row enterprise) {
    CommitResult result =
        call.commit(
            new Transaction(
                call.caller().name(),
                List.of(
                    decision.insert(enterprise, call.clock().instant(), call.caller().name()))));
    return switch (result) {
      case CommitResult.Refused refused -> new PayloadView(null, refused.violations());
      case CommitResult.Committed committed ->
          new PayloadView(
              committed
                  .snapshot()
                  .find(Decision.ENTITY, RowKey.id(committed.outcomes().getFirst().id()))
                  .orElseThrow(),
              List.of());
    };
  }
}
