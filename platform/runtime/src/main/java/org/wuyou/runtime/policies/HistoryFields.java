package org.wuyou.runtime.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wuyou.runtime.policies.RuleViews.BundleView;
import org.wuyou.spi.Call;
import org.wuyou.spi.Resolver;

/** Answers the fields of {@code policy-history.graphqls}. */
final class HistoryFields {
  private HistoryFields() {}

  static Map<String, Resolver> all() {
    return Map.of("PolicyBundle.editions", HistoryFields::editions);
  }

  /** How a version stands today. */
  enum State {
    IN_FORCE,
    TO_COME,
    SUPERSEDED,
    WITHDRAWN
  }

  record EntryView(String version, LocalDate from, State state) {}

  private static List<EntryView> editions(Call call) {
    Bundles.Deployed deployed = ((BundleView) Objects.requireNonNull(call.source())).deployed();
    LocalDate today = call.asOf();
    List<History.Edition> editions = deployed.history().editions(deployed.module());
    String answering = deployed.on(today).version();
    List<EntryView> views = new ArrayList<>();
    for (History.Edition edition : editions) {
      State state =
          edition.withdrawn()
              ? State.WITHDRAWN
              : edition.version().equals(answering)
                  ? State.IN_FORCE
                  : edition.from().isAfter(today) ? State.TO_COME : State.SUPERSEDED;
      views.add(new EntryView(edition.version(), edition.from(), state));
    }
    return views;
  }
}
