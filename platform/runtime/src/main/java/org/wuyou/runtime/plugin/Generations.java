package org.wuyou.runtime.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.Composition;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.Generation;
import org.wuyou.gateway.Limits;
import org.wuyou.gateway.Retirement;
import org.wuyou.gateway.SchemaComposer;
import org.wuyou.gateway.SchemaFault;
import org.wuyou.runtime.PolicyHost;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.model.Label;
import org.wuyou.store.MigrationPlan;
import org.wuyou.store.WuyouStore;

/**
 * Schema, data and policies of a set of plugins, as one: composed and checked beside what answers,
 * then put in its place in one step.
 */
public final class Generations {
  private final Supplier<List<Contribution>> platform;
  private final WuyouStore store;
  private final PolicyHost policies;
  private final SchemaHistory history;
  private final LastSchema last;
  private final Limits limits;
  private final Duration drainLimit;
  private final Function<Generation, Gateway> opening;
  private final AtomicLong number = new AtomicLong();
  private volatile @Nullable Gateway gateway;

  /**
   * @param platform the platform's own contributions, asked for when they are first needed
   * @param opening makes the gateway from its first generation
   * @param drainLimit how long a replaced generation may take to finish what it began
   */
  public Generations(
      Supplier<List<Contribution>> platform,
      WuyouStore store,
      PolicyHost policies,
      SchemaHistory history,
      LastSchema last,
      Limits limits,
      Duration drainLimit,
      Function<Generation, Gateway> opening) {
    this.platform = platform;
    this.store = store;
    this.policies = policies;
    this.history = history;
    this.last = last;
    this.limits = limits;
    this.drainLimit = drainLimit;
    this.opening = opening;
  }

  /** What could answer next. */
  record Candidate(
      Generation generation, MigrationPlan plan, List<PolicyHost.Files> policies, Impact impact) {}

  sealed interface Rehearsal {
    record Accepted(Candidate candidate) implements Rehearsal {}

    /** Each fault names the plugin it lies in, as far as that can be told. */
    record Refused(List<Fault> faults) implements Rehearsal {}
  }

  /** A swap that is done; the old generation may still be answering requests it began. */
  record Swapped(int millis, Retirement old, Duration drainLimit) {
    /** False if requests were still under way when the limit passed. */
    boolean awaitDrained() {
      try {
        return old.awaitDrained(drainLimit);
      } catch (InterruptedException stopping) {
        return false; // only the end of the product interrupts; the plugin is ended all the same
      }
    }
  }

  /** The gateway; there is one from {@link #begin} on. */
  public Gateway gateway() {
    return Objects.requireNonNull(gateway, "no generation has been published yet");
  }

  /** Counts the generations published since the start, from 1. */
  public long number() {
    return number.get();
  }

  /** Whether requests can be answered. */
  public boolean begun() {
    return gateway != null;
  }

  /** Composes and checks what these plugins would be together; changes nothing. */
  Rehearsal rehearse(Collection<LoadedPlugin> before, Collection<LoadedPlugin> after) {
    List<Contribution> contributions = contributions(before, after);
    return rehearsed(before, after, SchemaComposer.compose(contributions));
  }

  /** The same of plugins that ran together before, which is quicker. */
  Rehearsal recall(Collection<LoadedPlugin> ran) {
    List<Contribution> contributions = contributions(List.of(), ran);
    return rehearsed(List.of(), ran, last.of(contributions).answeredBy(contributions));
  }

  /**
   * What the full check finds in what was recalled; nothing, unless this release and the one that
   * let it in differ.
   */
  public List<Fault> proof() {
    return switch (SchemaComposer.compose(gateway().current().contributions())) {
      case Composition.Rejected(List<SchemaFault> faults) ->
          faults.stream().map(Generations::fault).toList();
      case Composition.Composed composed -> List.of();
    };
  }

  private List<Contribution> contributions(
      Collection<LoadedPlugin> before, Collection<LoadedPlugin> after) {
    List<Contribution> contributions = new ArrayList<>(platform.get());
    contributions.addAll(
        policies.contributions(
            after.stream().map(plugin -> plugin.jar().module()).collect(Collectors.toSet())));
    // What is new comes last, so that of two that claim one name the newcomer is at fault.
    Stream.concat(
            after.stream().filter(before::contains),
            after.stream().filter(plugin -> !before.contains(plugin)))
        .forEach(plugin -> contributions.add(plugin.contribution()));
    return contributions;
  }

  private Rehearsal rehearsed(
      Collection<LoadedPlugin> before, Collection<LoadedPlugin> after, Composition composition) {
    return switch (composition) {
      case Composition.Rejected(List<SchemaFault> faults) ->
          new Rehearsal.Refused(faults.stream().map(Generations::fault).toList());
      case Composition.Composed(Generation generation) -> rehearse(before, after, generation);
    };
  }

  private Rehearsal rehearse(
      Collection<LoadedPlugin> before, Collection<LoadedPlugin> after, Generation generation) {
    List<PolicyHost.Files> files = files(after);
    List<Fault> faults = policies.check(files, generation.model());
    if (!faults.isEmpty()) {
      return new Rehearsal.Refused(faults);
    }
    MigrationPlan plan = store.plan(generation.model());
    if (plan.blocked()) {
      return new Rehearsal.Refused(
          plan.steps(MigrationPlan.Risk.BLOCKED).stream()
              .map(step -> blocked(step, generation))
              .toList());
    }
    Impact impact =
        Impacts.of(
            Optional.ofNullable(gateway),
            generation,
            plan,
            files(before),
            files,
            shifts(files, generation),
            limits);
    return new Rehearsal.Accepted(new Candidate(generation, plan, files, impact));
  }

  /** Told only where the register stays as it is: other facts would be another comparison. */
  private List<Impact.PolicyShift> shifts(List<PolicyHost.Files> files, Generation next) {
    boolean comparable =
        gateway != null && store.snapshot().model().entities().equals(next.model().entities());
    return comparable ? policies.shifts(files, next.model(), store.snapshot()) : List.of();
  }

  /** Publishes the first generation. */
  void begin(Candidate candidate) {
    if (candidate.plan().lossy()) {
      throw new IllegalStateException(
          "this release would lose stored data: "
              + candidate.plan().steps(MigrationPlan.Risk.LOSSY)
              + "; start the release that wrote it and export what matters first");
    }
    migrate(candidate);
    gateway = opening.apply(candidate.generation());
    number.incrementAndGet();
    policies.publish(candidate.policies(), candidate.generation().model());
  }

  /** Puts the candidate in the place of what answers; if this fails, what answers is unchanged. */
  Swapped swap(Candidate candidate) {
    long begun = System.nanoTime();
    migrate(candidate);
    policies.publish(candidate.policies(), candidate.generation().model());
    Retirement old = gateway().publish(candidate.generation());
    number.incrementAndGet();
    int millis = (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
    return new Swapped(millis, old, drainLimit);
  }

  /** Notes what answers now, for a quick start next time. */
  public void keep() {
    last.keep(gateway().current().contributions());
  }

  /** Notes the changes of the schema that a swap made. */
  void remember(Candidate candidate, String actor, String occasion) {
    keep();
    history.add(actor, occasion, candidate.impact().schemaChanges());
  }

  private void migrate(Candidate candidate) {
    store.migrate(candidate.plan(), candidate.plan().lossy());
    store.checks(candidate.generation().checks());
  }

  private static List<PolicyHost.Files> files(Collection<LoadedPlugin> plugins) {
    return plugins.stream()
        .map(LoadedPlugin::jar)
        .filter(jar -> !jar.policy().isEmpty())
        .map(jar -> new PolicyHost.Files(jar.module(), jar.id().version().toString(), jar.policy()))
        .toList();
  }

  private static Fault blocked(MigrationPlan.Step step, Generation generation) {
    String coordinate = Impacts.coordinate(step);
    return new Fault(
        "MIGRATION_BLOCKED",
        generation.owner(coordinate),
        Place.of(coordinate),
        step.description(),
        new Label(
            "请先更正这些数据，或改动声明使其相容。",
            "Correct the data first, or change the declaration so that it agrees."));
  }

  private static Fault fault(SchemaFault fault) {
    return new Fault(
        fault.code(),
        fault.module(),
        new Place(fault.file(), fault.line(), fault.column()),
        fault.message(),
        fault.remedy());
  }
}
