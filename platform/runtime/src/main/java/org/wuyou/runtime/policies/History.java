package org.wuyou.runtime.policies;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.Problem;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.runtime.PolicyHost;
import org.wuyou.runtime.plugin.PolicyArchive;

/**
 * Which version of a bundle answers for which day, and those versions themselves, read when first
 * asked for against the facts of today. A version answers from the day its bundle declares ({@code
 * effective}), else from the day it began to run here, until a later one takes over; the first one
 * also for all days before.
 */
final class History {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final PolicyArchive archive;
  private final Map<String, PolicyHost.Files> present = new TreeMap<>();
  private final FactCatalogue catalogue;
  private final Read read;
  private final Map<String, Optional<LocalDate>> effective;
  private final Map<String, List<PolicyArchive.Edition>> ran = new ConcurrentHashMap<>();

  /**
   * One version of a bundle's module.
   *
   * @param from the first day it answers for
   * @param withdrawn whether it answers only where it is named
   */
  record Edition(String module, String version, LocalDate from, boolean withdrawn) {}

  /** Versions read last; those least used are let go. */
  private static final class Read extends LinkedHashMap<BundleSource, Later<Compilation>> {
    private static final long serialVersionUID = 1L;
    private static final int KEPT = 24;

    Read() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<BundleSource, Later<Compilation>> eldest) {
      return size() > KEPT;
    }

    synchronized Later<Compilation> of(BundleSource source, FactCatalogue catalogue) {
      return computeIfAbsent(source, text -> new Later<>(() -> read(text, catalogue)));
    }

    /** What an earlier check did not ask for is not held against what it let in. */
    private static Compilation read(BundleSource source, FactCatalogue catalogue) {
      return PolicyCompiler.read(source, catalogue)
                  instanceof Compilation.Rejected(List<Problem> problems)
              && !problems.stream().allMatch(Problem::formal)
          ? new Compilation.Rejected(problems)
          : PolicyCompiler.recall(source, catalogue);
    }
  }

  /**
   * @param before of the generation before, whose reading serves on if the facts are the same
   */
  History(
      PolicyArchive archive,
      Collection<PolicyHost.Files> present,
      FactCatalogue catalogue,
      @Nullable History before) {
    this.archive = archive;
    present.forEach(files -> this.present.put(files.module(), files));
    this.catalogue = catalogue;
    this.effective = before == null ? new ConcurrentHashMap<>() : before.effective;
    this.read = before != null && before.catalogue.equals(catalogue) ? before.read : new Read();
  }

  /** Every version of the module, the latest first, withdrawn ones last. */
  List<Edition> editions(String module) {
    return ran(module).stream()
        .map(e -> new Edition(e.module(), e.version(), from(e), e.withdrawn()))
        .toList();
  }

  private List<PolicyArchive.Edition> ran(String module) {
    return ran.computeIfAbsent(module, archive::editions);
  }

  /** Whether a version declares a day is kept over generations: its text never changes. */
  private LocalDate from(PolicyArchive.Edition edition) {
    return effective
        .computeIfAbsent(
            edition.module() + " " + edition.version(),
            name ->
                files(edition.module(), edition.version())
                    .flatMap(files -> source(files).effective()))
        .orElseGet(() -> LocalDate.ofInstant(edition.since(), BEIJING));
  }

  /** The version that answers for the day; what it inherits is as in force on it. */
  Bundles.Deployed on(Bundles.Deployed deployed, LocalDate day) {
    String version = version(deployed.module(), day).orElse(deployed.version());
    boolean asItRuns =
        version.equals(deployed.version())
            && (!deployed.source().inherits()
                || present.values().stream().allMatch(running -> answers(running, day)));
    return asItRuns ? deployed : read(deployed.module(), version, day);
  }

  /** Whether the version that runs is the one that answers for the day. */
  private boolean answers(PolicyHost.Files running, LocalDate day) {
    return version(running.module(), day).orElse(running.version()).equals(running.version());
  }

  /**
   * The version of that name; what it inherits is as in force on the day.
   *
   * @throws RequestFault if there was none, it is gone, or it no longer agrees with the facts
   */
  Bundles.Deployed named(String module, String version, LocalDate day) {
    List<String> known = ran(module).stream().map(PolicyArchive.Edition::version).toList();
    if (!known.contains(version)) {
      throw Asked.unknown("UNKNOWN_BUNDLE_VERSION", module + " " + version, known);
    }
    return read(module, version, day);
  }

  /** Looks no further back than it must: the texts of earlier versions lie on disk. */
  private Optional<String> version(String module, LocalDate day) {
    String first = null;
    for (PolicyArchive.Edition edition : ran(module)) {
      if (!edition.withdrawn()) {
        first = edition.version();
        if (!from(edition).isAfter(day)) {
          break;
        }
      }
    }
    return Optional.ofNullable(first);
  }

  private Bundles.Deployed read(String module, String version, LocalDate day) {
    PolicyHost.Files files = files(module, version).orElseThrow(() -> gone(module, version));
    List<BundleSource> others = new ArrayList<>();
    for (String other : present.keySet()) {
      if (!other.equals(module)) {
        version(other, day).flatMap(v -> files(other, v)).ifPresent(f -> others.add(source(f)));
      }
    }
    BundleSource source = source(files);
    return switch (read.of(source.under(others), catalogue).get()) {
      case Compilation.Compiled compiled ->
          new Bundles.Deployed(module, version, source, compiled.bundle(), this, false);
      case Compilation.Rejected rejected -> throw misfit(module, version, rejected);
    };
  }

  private Optional<PolicyHost.Files> files(String module, String version) {
    PolicyHost.Files running = present.get(module);
    return running != null && running.version().equals(version)
        ? Optional.of(running)
        : archive.files(module, version);
  }

  private static BundleSource source(PolicyHost.Files files) {
    return new BundleSource(new TreeMap<>(files.files()));
  }

  private static RequestFault gone(String module, String version) {
    return RequestFault.badRequest(
        "BUNDLE_VERSION_GONE",
        module + " " + version + " 的插件包已不在 plugins 目录或已被改动；请从备份放回原文件。",
        "The jar of "
            + module
            + " "
            + version
            + " is no longer in the plugins folder, or was changed; put it back from a backup.");
  }

  private static RequestFault misfit(String module, String version, Compilation.Rejected rejected) {
    return RequestFault.badRequest(
        "BUNDLE_VERSION_MISFIT",
        "%s %s 与现有事实不再相符，共 %d 处；第一处：%s"
            .formatted(
                module,
                version,
                rejected.problems().size(),
                rejected.problems().getFirst().text(Locale.CHINESE)),
        "%s %s no longer agrees with the facts of today in %d places; the first: %s"
            .formatted(
                module,
                version,
                rejected.problems().size(),
                rejected.problems().getFirst().text(Locale.ENGLISH)));
  }
}
