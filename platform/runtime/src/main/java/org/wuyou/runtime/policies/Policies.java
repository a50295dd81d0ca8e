package org.wuyou.runtime.policies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.Problem;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.runtime.PolicyHost;
import org.wuyou.runtime.plugin.Fault;
import org.wuyou.runtime.plugin.Impact;
import org.wuyou.runtime.plugin.Place;
import org.wuyou.runtime.plugin.PolicyArchive;
import org.wuyou.spi.Call;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.store.Documents;

/** The policies in use: checked with every generation, swapped with it, answered in GraphQL. */
public final class Policies implements PolicyHost {
  private static final Logger LOG = LoggerFactory.getLogger(Policies.class);
  private static final String MODULE = "policy";
  private static final String VERSION = "0.1.0";
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final PassedBundles passed;
  private final SharedFacts shared = new SharedFacts();
  private final AttachedDocuments attached;
  private final Registers registers = new Registers();
  private final PolicyArchive archive;
  private final Runnable published;
  private final Set<Files> letIn = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Later<Bundles> bundles;
  private volatile @Nullable History history;
  private volatile Checked checked = new Checked(FactCatalogue.EMPTY, List.of());

  /** What was checked last, so that neither the swap nor the next check does it again. */
  private record Checked(FactCatalogue catalogue, List<Candidate> candidates) {
    boolean isOf(FactCatalogue other, List<Files> plugins) {
      return catalogue.equals(other)
          && candidates.stream().map(Candidate::plugin).toList().equals(plugins);
    }
  }

  /**
   * @param key what a pass of this bundle against these facts is noted under
   * @param recalled whether it ran before this start, and answers without having passed since
   * @param owed all that a deploy of it would be refused for
   */
  private record Candidate(
      Files plugin,
      String key,
      boolean recalled,
      Later<Compilation> compilation,
      Later<List<Fault>> owed) {}

  /**
   * @param published told after each publication, for those who watch verdicts
   */
  public Policies(Documents documents, PolicyArchive archive, Runnable published) {
    this.archive = archive;
    this.published = published;
    this.passed = new PassedBundles(documents);
    this.attached = new AttachedDocuments(documents);
  }

  /**
   * A bundle that passed before is not put to its cases again. At a start, while nothing answers
   * yet, it is not even read: {@link #settle} does that, or the first who asks for it; and one that
   * another release let in, whose checks were milder, need only be able to answer.
   */
  @Override
  public List<Fault> check(List<Files> plugins, Model model) {
    boolean starting = bundles == null;
    if (starting) {
      letIn.addAll(plugins);
    }
    List<Candidate> now =
        candidates(plugins, model).stream()
            .filter(c -> !starting || !passed.contains(c.key()))
            .toList();
    now.parallelStream().forEach(candidate -> candidate.compilation().get());
    List<Fault> faults = new ArrayList<>();
    List<String> good = new ArrayList<>();
    for (Candidate candidate : now) {
      switch (candidate.compilation().get()) {
        case Compilation.Rejected rejected -> faults.addAll(faults(candidate.plugin(), rejected));
        case Compilation.Compiled compiled when candidate.recalled() ->
            faults.addAll(lost(candidate, compiled.bundle()));
        case Compilation.Compiled compiled -> good.add(candidate.key());
      }
    }
    passed.add(good);
    return faults;
  }

  /** Other facts may not cost a bundle a rule that answers now. */
  private List<Fault> lost(Candidate candidate, PolicyBundle next) {
    boolean loses =
        current()
            .of(next.region())
            .map(Bundles.Deployed::bundle)
            .filter(now -> now.rules().anyMatch(rule -> next.rule(rule.id()).isEmpty()))
            .isPresent();
    return loses ? candidate.owed().get() : List.of();
  }

  @Override
  public List<Fault> owed(String module) {
    return checked.candidates().stream()
        .filter(candidate -> candidate.recalled() && candidate.plugin().module().equals(module))
        .flatMap(candidate -> candidate.owed().get().stream())
        .toList();
  }

  private List<Candidate> candidates(List<Files> plugins, Model model) {
    FactCatalogue catalogue = shared.with(model);
    Checked before = checked;
    if (before.isOf(catalogue, plugins)) {
      return before.candidates();
    }
    String facts = PassedBundles.digest(catalogue);
    Map<Files, Candidate> known = new HashMap<>();
    if (before.catalogue().equals(catalogue)) {
      before.candidates().forEach(candidate -> known.put(candidate.plugin(), candidate));
    }
    List<BundleSource> all = plugins.stream().map(Policies::source).toList();
    List<Candidate> candidates = new ArrayList<>();
    for (Files plugin : plugins) {
      BundleSource source = source(plugin).under(all);
      String key = passed.key(source, facts);
      Candidate kept = known.get(plugin);
      candidates.add(
          kept == null || !kept.key().equals(key)
              ? candidate(plugin, key, source, catalogue)
              : kept);
    }
    checked = new Checked(catalogue, candidates);
    return candidates;
  }

  private static BundleSource source(Files plugin) {
    return new BundleSource(new TreeMap<>(plugin.files()));
  }

  private Candidate candidate(
      Files plugin, String key, BundleSource source, FactCatalogue catalogue) {
    boolean recalled = letIn.contains(plugin) && !passed.contains(key);
    return new Candidate(
        plugin,
        key,
        recalled,
        new Later<>(
            () ->
                recalled
                    ? PolicyCompiler.recall(source, catalogue)
                    : passed.contains(key)
                        ? PolicyCompiler.read(source, catalogue)
                        : PolicyCompiler.compile(source, catalogue)),
        new Later<>(() -> faults(plugin, PolicyCompiler.compile(source, catalogue))));
  }

  private static List<Fault> faults(Files plugin, Compilation compilation) {
    return switch (compilation) {
      case Compilation.Compiled compiled -> List.of();
      case Compilation.Rejected rejected ->
          rejected.problems().stream().map(problem -> fault(plugin, problem)).toList();
    };
  }

  @Override
  public List<Impact.PolicyShift> shifts(List<Files> plugins, Model model, Snapshot snapshot) {
    Bundles present = current();
    Shifts shifts = new Shifts(registers, registers.of(snapshot), shared.with(model));
    List<Impact.PolicyShift> all = new ArrayList<>();
    for (Candidate candidate : candidates(plugins, model)) {
      PolicyBundle next = bundle(candidate);
      present
          .of(next.region())
          .map(Bundles.Deployed::bundle)
          .filter(bundle -> !bundle.digest().equals(next.digest()))
          .ifPresent(bundle -> all.addAll(shifts.of(bundle, next)));
    }
    return all;
  }

  @Override
  public void publish(List<Files> plugins, Model model) {
    List<Candidate> candidates = candidates(plugins, model);
    History next = new History(archive, plugins, checked.catalogue(), history);
    history = next;
    bundles = new Later<>(() -> bundles(candidates, next));
    published.run();
  }

  @Override
  public void settle() {
    current();
    for (Candidate candidate : checked.candidates()) {
      if (candidate.recalled() && candidate.owed().get().isEmpty()) {
        passed.add(List.of(candidate.key()));
      } else if (candidate.recalled()) {
        LOG.warn(
            "{} {} answers as it was let in; a deploy of it would be refused for {} problems, the"
                + " first: {}",
            candidate.plugin().module(),
            candidate.plugin().version(),
            candidate.owed().get().size(),
            candidate.owed().get().getFirst());
      }
    }
  }

  private Bundles current() {
    Later<Bundles> published = bundles;
    return published == null ? Bundles.NONE : published.get();
  }

  private History history() {
    return Objects.requireNonNull(history, "no policies have been published yet");
  }

  private static Bundles bundles(List<Candidate> candidates, History history) {
    return new Bundles(
        candidates.parallelStream()
            .map(
                candidate ->
                    new Bundles.Deployed(
                        candidate.plugin().module(),
                        candidate.plugin().version(),
                        source(candidate.plugin()),
                        bundle(candidate),
                        history,
                        false))
            .toList());
  }

  private static PolicyBundle bundle(Candidate candidate) {
    Files plugin = candidate.plugin();
    return switch (candidate.compilation().get()) {
      case Compilation.Compiled compiled -> compiled.bundle();
      case Compilation.Rejected rejected ->
          throw new IllegalStateException(
              plugin.module() + " passed its checks, yet: " + rejected.problems());
    };
  }

  private static Fault fault(Files plugin, Problem problem) {
    return new Fault(
        problem.code().name(),
        plugin.module(),
        new Place(problem.file(), problem.line(), problem.column()),
        label(problem.message()),
        label(problem.remedy()));
  }

  private static Label label(Text text) {
    return new Label(text.zh(), text.en());
  }

  /** Fields on the registry's entities come only with the registry. */
  @Override
  public List<Contribution> contributions(Set<String> modules) {
    Map<String, String> sources = new TreeMap<>();
    sources.put("policy.graphqls", sdl("policy.graphqls"));
    sources.put("policy-history.graphqls", sdl("policy-history.graphqls"));
    sources.put("policy-verdicts.graphqls", sdl("policy-verdicts.graphqls"));
    sources.put("policy-answers.graphqls", sdl("policy-answers.graphqls"));
    sources.put("policy-administration.graphqls", sdl("policy-administration.graphqls"));
    sources.put("policy-simulation.graphqls", sdl("policy-simulation.graphqls"));
    Map<String, Resolver> resolvers =
        new TreeMap<>(new BundleFields(this::current, shared, registers).all());
    resolvers.putAll(WordFields.all());
    resolvers.putAll(AnswerFields.ofRegion());
    resolvers.putAll(HistoryFields.all());
    resolvers.put("Subscription.verdictChanged", this::watch);
    resolvers.putAll(new AdministrationFields(this::current, attached).all());
    resolvers.putAll(new DocumentFields(this::current, attached).all());
    resolvers.putAll(new SimulationFields(this::current, shared, registers).all());
    if (modules.contains("registry")) {
      sources.put("policy-registry.graphqls", sdl("policy-registry.graphqls"));
      resolvers.putAll(new SubjectFields(this::current).ofRegistry());
      sources.put("policy-decisions.graphqls", sdl("policy-decisions.graphqls"));
      resolvers.putAll(new DecisionFields(this::current, this::history).all());
    }
    return List.of(
        new Contribution(
            MODULE,
            VERSION,
            sources,
            resolvers,
            modules.contains("registry") ? DecisionFields.checks() : Map.of()));
  }

  private VerdictWatch watch(Call call) {
    LocalDate named = call.argument("asOf");
    Supplier<LocalDate> day =
        named == null ? () -> LocalDate.ofInstant(call.clock().instant(), BEIJING) : () -> named;
    return new VerdictWatch(VerdictQuestion.of(call, this::current, day), call.snapshot());
  }

  private static String sdl(String name) {
    try (InputStream in = Contribution.class.getResourceAsStream("/wuyou/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
