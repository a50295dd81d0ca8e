package org.wuyou.runtime.policies;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.PolicyBundle;

/** The bundles in use, each with the plugin it came in. */
record Bundles(List<Deployed> all) {
  static final Bundles NONE = new Bundles(List.of());

  Bundles {
    all = all.stream().sorted(Comparator.comparing(d -> d.bundle().region())).toList();
  }

  /**
   * One version of a bundle.
   *
   * @param source the text it was read from
   * @param history of its module, to tell which version answers for another day
   * @param named whether the client named this version, which then answers for every day
   */
  record Deployed(
      String module,
      String version,
      BundleSource source,
      PolicyBundle bundle,
      History history,
      boolean named) {
    /** The version of this bundle that answers for the day. */
    Deployed on(LocalDate day) {
      return named ? this : history.on(this, day);
    }

    /** The version of that name; what it inherits is as in force on the day. */
    Deployed named(String wanted, LocalDate day) {
      Deployed found = wanted.equals(version) ? this : history.named(module, wanted, day);
      return new Deployed(module, found.version, found.source, found.bundle, found.history, true);
    }
  }

  /** The codes of the regions that have one. */
  List<String> regions() {
    return all.stream().map(deployed -> deployed.bundle().region()).toList();
  }

  /** The texts in force on the day, for bundles that inherit one of them. */
  List<BundleSource> sources(LocalDate day) {
    return all.stream().map(deployed -> deployed.on(day).source()).toList();
  }

  Optional<Deployed> of(String region) {
    return all.stream().filter(d -> d.bundle().region().equals(region)).findFirst();
  }

  /** Those of the regions that contain the division, the narrowest first. */
  List<Deployed> covering(String division) {
    return all.stream()
        .filter(d -> division.startsWith(prefix(d.bundle().region())))
        .sorted(Comparator.comparing((Deployed d) -> prefix(d.bundle().region())).reversed())
        .toList();
  }

  /** The digits that all divisions within this one begin with. */
  static String prefix(String division) {
    return division.endsWith("0000")
        ? division.substring(0, 2)
        : division.endsWith("00") ? division.substring(0, 4) : division;
  }
}
