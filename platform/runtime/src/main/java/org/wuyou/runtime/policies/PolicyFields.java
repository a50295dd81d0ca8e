package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.Problem;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.Words;
import org.wuyou.policy.evaluate.MenuEntry;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Sanction;
import org.wuyou.policy.model.Target;
import org.wuyou.runtime.policies.OutcomeViews.OutcomeView;
import org.wuyou.runtime.policies.OutcomeViews.ScorecardView;
import org.wuyou.runtime.policies.OutcomeViews.StandardView;
import org.wuyou.runtime.policies.OutcomeViews.SubjectsView;
import org.wuyou.runtime.policies.OutcomeViews.TierView;
import org.wuyou.runtime.policies.RuleViews.BundleView;
import org.wuyou.runtime.policies.RuleViews.RuleView;
import org.wuyou.runtime.policies.RuleViews.TargetView;
import org.wuyou.runtime.policies.SubjectViews.BenefitView;
import org.wuyou.runtime.policies.SubjectViews.CalculationView;
import org.wuyou.runtime.policies.SubjectViews.MenuEntryView;
import org.wuyou.runtime.policies.SubjectViews.SanctionView;
import org.wuyou.spi.Call;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.data.Row;

/**
 * Answers the fields of {@code policy.graphqls} from the bundles in use and the call's snapshot.
 */
final class PolicyFields {
  private final Supplier<Bundles> bundles;
  private final SharedFacts shared;
  private final Registers registers;

  PolicyFields(Supplier<Bundles> bundles, SharedFacts shared, Registers registers) {
    this.bundles = bundles;
    this.shared = shared;
    this.registers = registers;
  }

  Map<String, Resolver> shared() {
    Map<String, Resolver> fields = new LinkedHashMap<>();
    fields.put("Query.regions", call -> regions(call));
    fields.put("Query.region", call -> region(call, text(call, "code")));
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
                .of(text(call, "region"))
                .map(deployed -> BundleView.of(Asked.inForce(call, deployed)))
                .orElse(null));
    fields.put("Query.policyCheck", this::check);
    fields.put("Query.comparisonWords", call -> words());
    fields.put("Query.comparisonHolds", PolicyFields::holds);
    fields.put("Query.unitConvert", PolicyFields::convert);
    fields.put("PolicyBundle.target", PolicyFields::target);
    fields.put("PolicyTarget.assess", PolicyFields::assess);
    fields.put("Region.targetBoard", this::board);
    fields.put("Region.scorecards", this::scorecards);
    fields.put("PolicyBundle.rules", PolicyFields::rules);
    fields.putAll(AnswerFields.ofRegion());
    fields.put(
        "PolicySubjects.nodes",
        call ->
            source(call, SubjectsView.class).nodes(Objects.requireNonNull(call.argument("first"))));
    return fields;
  }

  /** Fields on the registry's entities. */
  Map<String, Resolver> ofRegistry() {
    return Map.of(
        "Enterprise.standards", call -> standards(call, "divisionCode"),
        "Enterprise.targets", call -> targets(call, "divisionCode"),
        "Enterprise.tiers", this::tiers,
        "Enterprise.benefits", this::benefits,
        "Enterprise.policySanctions", this::sanctions,
        "Enterprise.calculations", this::calculations,
        "Enterprise.menu", this::menu,
        "DevelopmentZone.targets", call -> targets(call, "division.code"),
        "RdInstitution.standards", call -> standards(call, "enterprise.divisionCode"));
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

  /**
   * A region.
   *
   * @param named whether the client named the version of the bundle, which then answers everything
   */
  record RegionView(
      Bundles.Deployed deployed, boolean named, String code, String name, BundleView bundle) {
    /** The version that answers the field. */
    Bundles.Deployed answering(Call call) {
      return named ? deployed : Asked.inForce(call, deployed);
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
    boolean named = call.argument("bundleVersion") != null;
    return new RegionView(deployed, named, code, name, BundleView.of(deployed));
  }

  private List<OutcomeView> board(Call call) {
    Bundles.Deployed deployed = source(call, RegionView.class).answering(call);
    PolicyBundle bundle = deployed.bundle();
    List<String> wanted = call.argument("targets");
    if (wanted != null && !bundle.targets().keySet().containsAll(wanted)) {
      throw Asked.unknown("UNKNOWN_TARGET", String.join(", ", wanted), bundle.targets().keySet());
    }
    Session session = populations(call, bundle);
    return bundle.targets().values().stream()
        .filter(target -> wanted == null || wanted.contains(target.id()))
        .map(target -> OutcomeView.of(deployed, session.outcome(target)))
        .toList();
  }

  private List<ScorecardView> scorecards(Call call) {
    Bundles.Deployed deployed = source(call, RegionView.class).answering(call);
    Session session = populations(call, deployed.bundle());
    return deployed.bundle().scorecards().values().stream()
        .map(scorecard -> ScorecardView.of(deployed, session.score(scorecard)))
        .toList();
  }

  static Session session(Call call, PolicyBundle bundle) {
    return bundle.evaluate(new SnapshotFacts(call.snapshot()), Asked.evaluation(call, bundle));
  }

  /** For questions about whole populations. */
  private Session populations(Call call, PolicyBundle bundle) {
    return bundle.evaluate(registers.of(call.snapshot()), Asked.evaluation(call, bundle));
  }

  private List<StandardView> standards(Call call, String divisionPath) {
    RowSubject subject = new RowSubject(call.row());
    return applying(call, divisionPath)
        .flatMap(
            deployed -> {
              Session session = session(call, deployed.bundle());
              return deployed.bundle().standards().values().stream()
                  .filter(standard -> standard.entity().equals(subject.entity()))
                  .map(
                      standard ->
                          StandardView.of(deployed, standard, session.verdict(standard, subject)));
            })
        .toList();
  }

  private List<OutcomeView> targets(Call call, String divisionPath) {
    RowSubject subject = new RowSubject(call.row());
    return applying(call, divisionPath)
        .flatMap(
            deployed ->
                session(call, deployed.bundle()).outcomes(subject).stream()
                    .map(outcome -> OutcomeView.of(deployed, outcome)))
        .toList();
  }

  private List<TierView> tiers(Call call) {
    RowSubject subject = new RowSubject(call.row());
    return applying(call, "divisionCode")
        .flatMap(
            deployed -> {
              Session session = session(call, deployed.bundle());
              return deployed.bundle().tiers().values().stream()
                  .filter(tier -> tier.entity().equals(subject.entity()))
                  .map(tier -> TierView.of(deployed, session.placement(tier, subject)));
            })
        .toList();
  }

  /** What the enterprise gets, itself or by a claim of its own. */
  private List<BenefitView> benefits(Call call) {
    return entries(call)
        .filter(entry -> entry.rule() instanceof Benefit && entry.subject().isPresent())
        .map(
            entry ->
                BenefitView.of(
                    entry.deployed(),
                    entry
                        .session()
                        .entitlement((Benefit) entry.rule(), entry.subject().orElseThrow())))
        .toList();
  }

  /** One entry of the menu and where it comes from. */
  private record Entry(Bundles.Deployed deployed, Session session, MenuEntry entry) {
    Rule rule() {
      return entry.rule();
    }

    Optional<Subject> subject() {
      return entry.subject();
    }
  }

  private Stream<Entry> entries(Call call) {
    RowSubject subject = new RowSubject(call.row());
    return applying(call, "divisionCode")
        .flatMap(
            deployed -> {
              Session session = session(call, deployed.bundle());
              return session.menu(subject).stream()
                  .map(entry -> new Entry(deployed, session, entry));
            });
  }

  private MenuView menu(Call call) {
    List<Entry> entries = entries(call).toList();
    return new MenuView(
        entries.size(),
        AnswerFields.page(call)
            .of(entries, entry -> MenuEntryView.of(entry.deployed(), entry.entry())));
  }

  record MenuView(int totalCount, List<MenuEntryView> nodes) {}

  private List<SanctionView> sanctions(Call call) {
    RowSubject subject = new RowSubject(call.row());
    return applying(call, "divisionCode")
        .flatMap(
            deployed -> {
              Session session = session(call, deployed.bundle());
              return deployed.bundle().rules(Sanction.class).values().stream()
                  .filter(sanction -> sanction.entity().equals(subject.entity()))
                  .map(s -> SanctionView.of(deployed, session.sanction(s, subject)));
            })
        .toList();
  }

  private List<CalculationView> calculations(Call call) {
    RowSubject subject = new RowSubject(call.row());
    return applying(call, "divisionCode")
        .flatMap(
            deployed -> {
              Session session = session(call, deployed.bundle());
              return deployed.bundle().rules(Calculation.class).values().stream()
                  .filter(calculation -> calculation.entity().equals(subject.entity()))
                  .map(c -> CalculationView.of(deployed, session.calculated(c, subject)));
            })
        .toList();
  }

  /** The bundle of the region asked for, or those of all regions the row lies in. */
  private Stream<Bundles.Deployed> applying(Call call, String divisionPath) {
    String region = call.argument("region");
    if (region != null) {
      Optional<Bundles.Deployed> deployed = bundles.get().of(region);
      if (deployed.isEmpty()) {
        throw Asked.unknown(
            "UNKNOWN_REGION",
            region,
            bundles.get().all().stream().map(d -> d.bundle().region()).toList());
      }
      return deployed.stream().map(present -> Asked.inForce(call, present));
    }
    if (call.argument("bundleVersion") != null) {
      throw RequestFault.badRequest(
          "BUNDLE_VERSION_WITHOUT_REGION",
          "给出 bundleVersion 时须同时给出 region。",
          "Give the region too where bundleVersion is given.");
    }
    String division = division(call.row(), divisionPath);
    return division == null
        ? Stream.empty()
        : bundles.get().covering(division).stream().map(present -> Asked.inForce(call, present));
  }

  private static @Nullable String division(Row row, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return row.text(path);
    }
    Row next = row.reference(path.substring(0, dot));
    return next == null ? null : division(next, path.substring(dot + 1));
  }

  private static @Nullable TargetView target(Call call) {
    Bundles.Deployed deployed = source(call, BundleView.class).deployed();
    Target target = deployed.bundle().targets().get(text(call, "id"));
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
          new Text(problem.text(java.util.Locale.CHINESE), problem.text(java.util.Locale.ENGLISH)));
    }
  }

  private CheckView check(Call call) {
    SortedMap<String, String> files = new TreeMap<>();
    List<Map<String, String>> given = Objects.requireNonNull(call.argument("files"));
    given.forEach(
        file ->
            files.put(
                Objects.requireNonNull(file.get("path")),
                Objects.requireNonNull(file.get("text"))));
    return switch (PolicyCompiler.compile(
        new BundleSource(files), shared.with(call.snapshot().model()))) {
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

  record WordView(String word, org.wuyou.policy.@Nullable Operator operator, Words.Basis basis) {}

  private static List<WordView> words() {
    return Words.standard().meanings().values().stream()
        .map(m -> new WordView(m.word(), m.operator().orElse(null), m.basis()))
        .toList();
  }

  private static @Nullable Boolean holds(Call call) {
    String word = text(call, "word");
    Words.Meaning meaning =
        Words.standard()
            .meaning(word)
            .orElseThrow(
                () -> Asked.unknown("UNKNOWN_WORD", word, Words.standard().meanings().keySet()));
    return meaning
        .operator()
        .map(
            operator ->
                operator.holds(
                    Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("value"))),
                    Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("bound")))))
        .orElse(null);
  }

  private static BigDecimal convert(Call call) {
    Unit from = unit(text(call, "from"));
    Unit to = unit(text(call, "to"));
    if (from.dimension() != to.dimension()) {
      throw RequestFault.badRequest(
          "UNLIKE_UNITS",
          from.zh() + " 不能换算为 " + to.zh() + "。",
          from.zh() + " cannot be converted to " + to.zh() + ".");
    }
    Exact value = Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("value")));
    return to.fromBase(from.toBase(value)).decimal();
  }

  private static Unit unit(String spelling) {
    return Unit.find(spelling)
        .orElseThrow(() -> Asked.unknown("UNKNOWN_UNIT", spelling, Unit.spellings()));
  }

  private static String text(Call call, String argument) {
    return Objects.requireNonNull(call.<String>argument(argument));
  }

  private static <T> T source(Call call, Class<T> type) {
    return type.cast(Objects.requireNonNull(call.source()));
  }
}
