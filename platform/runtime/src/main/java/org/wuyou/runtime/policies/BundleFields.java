package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.Problem;
import org.wuyou.policy.Text;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.model.Target;
import org.wuyou.runtime.policies.OutcomeViews.OutcomeView;
import org.wuyou.runtime.policies.OutcomeViews.ScorecardView;
import org.wuyou.runtime.policies.OutcomeViews.SubjectsView;
import org.wuyou.runtime.policies.RuleViews.BundleView;
import org.wuyou.runtime.policies.RuleViews.RuleView;
import org.wuyou.runtime.policies.RuleViews.TargetView;
import org.wuyou.spi.Call;
import org.wuyou.spi.Resolver;

/** Answers what bundles are in use, what they say, and how their regions stand by them. */
final class BundleFields {
  private final Supplier<Bundles> bundles;
  private final SharedFacts shared;
  private final Registers registers;
  private final KeptAnswers kept = new KeptAnswers();

  BundleFields(Supplier<Bundles> bundles, SharedFacts shared, Registers registers) {
    this.bundles = bundles;
    this.shared = shared;
    this.registers = registers;
  }

  Map<String, Resolver> all() {
    Map<String, Resolver> fields = new LinkedHashMap<>();
    fields.put("Query.regions", call -> regions(call));
    fields.put("Query.region", call -> region(call, Asked.text(call, "code")));
    fields.put(
        "Query.policyBundles",
        call ->
            bundles.get().all().stream()
                .map(deployed -> BundleView.of(Asked.inForce(call, deployed)))
                .toList());
    fields.put(
        "Query.policyBundle",
        call ->
            bundles
                .get()
                .of(Asked.text(call, "region"))
                .map(deployed -> BundleView.of(Asked.inForce(call, deployed)))
                .orElse(null));
    fields.put("Query.policyCheck", this::check);
    fields.put("PolicyBundle.target", BundleFields::target);
    fields.put("PolicyTarget.assess", BundleFields::assess);
    fields.put("Region.targetBoard", this::board);
    fields.put("Region.scorecards", this::scorecards);
    fields.put("PolicyBundle.rules", BundleFields::rules);
    fields.put(
        "PolicySubjects.nodes",
        call ->
            source(call, SubjectsView.class).nodes(Objects.requireNonNull(call.argument("first"))));
    return fields;
  }

  private static List<RuleView> rules(Call call) {
    Bundles.Deployed deployed = source(call, BundleView.class).deployed();
    List<String> kinds = call.argument("kinds");
    return deployed
        .bundle()
        .rules()
        .filter(rule -> kinds == null || kinds.contains(RuleKind.of(rule).name()))
        .map(rule -> RuleView.of(deployed, rule))
        .toList();
  }

  record RegionView(Bundles.Deployed deployed, String code, String name, BundleView bundle) {
    /** The version that answers the field. */
    Bundles.Deployed answering(Call call) {
      return Asked.inForce(call, deployed);
    }
  }

  private List<RegionView> regions(Call call) {
    return bundles.get().all().stream().map(deployed -> region(call, deployed)).toList();
  }

  private @Nullable RegionView region(Call call, String code) {
    return bundles.get().of(code).map(deployed -> region(call, deployed)).orElse(null);
  }

  private static RegionView region(Call call, Bundles.Deployed present) {
    Bundles.Deployed deployed = Asked.inForce(call, present);
    String code = deployed.bundle().region();
    String name = new SnapshotFacts(call.snapshot()).divisionName(code).zh();
    return new RegionView(deployed, code, name, BundleView.of(deployed));
  }

  private List<OutcomeView> board(Call call) {
    Bundles.Deployed deployed = source(call, RegionView.class).answering(call);
    PolicyBundle bundle = deployed.bundle();
    List<String> wanted = call.argument("targets");
    if (wanted != null && !bundle.targets().keySet().containsAll(wanted)) {
      throw Asked.unknown("UNKNOWN_TARGET", String.join(", ", wanted), bundle.targets().keySet());
    }
    List<Target> asked =
        bundle.targets().values().stream()
            .filter(target -> wanted == null || wanted.contains(target.id()))
            .toList();
    return population(
            call,
            deployed,
            Stream.concat(Stream.of("board"), asked.stream().map(Target::id)).toList(),
            session -> asked.stream().map(session::outcome).toList())
        .stream()
        .map(outcome -> OutcomeView.of(deployed, outcome))
        .toList();
  }

  private List<ScorecardView> scorecards(Call call) {
    Bundles.Deployed deployed = source(call, RegionView.class).answering(call);
    return population(
            call,
            deployed,
            List.of("scorecards"),
            session ->
                deployed.bundle().scorecards().values().stream().map(session::score).toList())
        .stream()
        .map(score -> ScorecardView.of(deployed, score))
        .toList();
  }

  static Session session(Call call, PolicyBundle bundle) {
    return bundle.evaluate(new SnapshotFacts(call.snapshot()), Asked.evaluation(call, bundle));
  }

  /** What is asked of a whole population, worked out once while the facts stay the same. */
  private <T> List<T> population(
      Call call, Bundles.Deployed deployed, List<String> what, Function<Session, List<T>> answer) {
    Evaluation evaluation = Asked.evaluation(call, deployed.bundle());
    return kept.answer(
        KeptAnswers.Question.of(deployed, evaluation, what),
        call.snapshot(),
        () -> answer.apply(deployed.bundle().evaluate(registers.of(call.snapshot()), evaluation)));
  }

  private static @Nullable TargetView target(Call call) {
    Bundles.Deployed deployed = source(call, BundleView.class).deployed();
    Target target = deployed.bundle().targets().get(Asked.text(call, "id"));
    return target == null ? null : TargetView.of(deployed, target);
  }

  private static OutcomeView assess(Call call) {
    TargetView view = source(call, TargetView.class);
    PolicyBundle bundle = view.deployed().bundle();
    BigDecimal value = Objects.requireNonNull(call.<BigDecimal>argument("value"));
    Evaluation evaluation =
        Asked.evaluation(call, bundle)
            .figures(Map.of(view.declared().indicator().id(), Exact.of(value)));
    Session session = bundle.evaluate(new SnapshotFacts(call.snapshot()), evaluation);
    return OutcomeView.of(view.deployed(), session.outcome(view.declared()));
  }

  record CheckView(boolean passed, List<ProblemView> problems, int rules, int cases) {}

  record ProblemView(
      String code, String file, int line, int column, Text message, Text remedy, Text text) {
    static ProblemView of(Problem problem) {
      return new ProblemView(
          problem.code().name(),
          problem.file(),
          problem.line(),
          problem.column(),
          problem.message(),
          problem.remedy(),
          new Text(problem.text(Locale.CHINESE), problem.text(Locale.ENGLISH)));
    }
  }

  private CheckView check(Call call) {
    List<Map<String, String>> given = Objects.requireNonNull(call.argument("files"));
    return switch (PolicyCompiler.compile(
        Asked.bundle(given, bundles.get(), call.asOf()), shared.with(call.snapshot().model()))) {
      case Compilation.Compiled compiled ->
          new CheckView(
              true,
              List.of(),
              (int) compiled.bundle().rules().count(),
              compiled.bundle().cases().size());
      case Compilation.Rejected rejected ->
          new CheckView(false, rejected.problems().stream().map(ProblemView::of).toList(), 0, 0);
    };
  }

  private static <T> T source(Call call, Class<T> type) {
    return type.cast(Objects.requireNonNull(call.source()));
  }
}
