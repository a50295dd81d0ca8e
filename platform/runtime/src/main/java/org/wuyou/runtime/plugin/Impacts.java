package org.wuyou.runtime.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.Generation;
import org.wuyou.gateway.Limits;
import org.wuyou.gateway.SchemaChanges;
import org.wuyou.runtime.PolicyHost;
import org.wuyou.spi.model.Label;
import org.wuyou.store.MigrationPlan;

/** Works out what a candidate would change. */
final class Impacts {
  private Impacts() {}

  /**
   * @param gateway what answers now, if anything does
   */
  static Impact of(
      Optional<Gateway> gateway,
      Generation next,
      MigrationPlan plan,
      List<PolicyHost.Files> policiesBefore,
      List<PolicyHost.Files> policiesAfter,
      List<Impact.PolicyShift> policyShifts,
      Limits limits) {
    return new Impact(
        gateway.map(g -> schemaChanges(g.current().changesTo(next))).orElse(List.of()),
        migration(plan),
        policyChanges(policiesBefore, policiesAfter),
        policyShifts,
        List.of(),
        gateway.map(g -> broken(g.asked(), next, limits)).orElse(List.of()));
  }

  private static List<Impact.SchemaChange> schemaChanges(SchemaChanges changes) {
    return changes.changes().stream()
        .map(
            change ->
                new Impact.SchemaChange(
                    change.coordinate(),
                    change.breaking(),
                    switch (change.kind()) {
                      case ADDED -> new Label("新增：" + change.after(), "Added: " + change.after());
                      case REMOVED ->
                          new Label("移除：" + change.before(), "Removed: " + change.before());
                      case CHANGED ->
                          new Label(
                              change.before() + " 改为 " + change.after(),
                              change.before() + " becomes " + change.after());
                    }))
        .toList();
  }

  private static List<Impact.PolicyChange> policyChanges(
      List<PolicyHost.Files> before, List<PolicyHost.Files> after) {
    Map<String, String> old = byPath(before);
    Map<String, String> present = byPath(after);
    List<Impact.PolicyChange> changes = new ArrayList<>();
    present.forEach(
        (path, text) -> {
          String earlier = old.get(path);
          if (earlier == null) {
            changes.add(new Impact.PolicyChange(path, Impact.PolicyChange.Kind.ADDED));
          } else if (!earlier.equals(text)) {
            changes.add(new Impact.PolicyChange(path, Impact.PolicyChange.Kind.CHANGED));
          }
        });
    old.keySet().stream()
        .filter(path -> !present.containsKey(path))
        .forEach(
            path -> changes.add(new Impact.PolicyChange(path, Impact.PolicyChange.Kind.REMOVED)));
    return changes;
  }

  private static Map<String, String> byPath(List<PolicyHost.Files> plugins) {
    Map<String, String> texts = new TreeMap<>();
    plugins.forEach(
        plugin ->
            plugin.files().forEach((path, text) -> texts.put(plugin.module() + "/" + path, text)));
    return texts;
  }

  private static List<Impact.BrokenOperation> broken(
      List<String> operations, Generation next, Limits limits) {
    List<Impact.BrokenOperation> broken = new ArrayList<>();
    for (String operation : operations) {
      next.refusal(operation, limits)
          .ifPresent(reason -> broken.add(new Impact.BrokenOperation(operation, reason.zh())));
    }
    return broken;
  }

  private static List<Impact.MigrationStep> migration(MigrationPlan plan) {
    return plan.steps().stream()
        .map(
            step ->
                new Impact.MigrationStep(
                    coordinate(step), step.risk() == MigrationPlan.Risk.LOSSY, step.description()))
        .toList();
  }

  static String coordinate(MigrationPlan.Step step) {
    return step.field().isEmpty() ? step.entity() : step.entity() + "." + step.field();
  }
}
