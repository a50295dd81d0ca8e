package org.wuyou.runtime.plugin;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a deployment, rehearsed or real.
 *
 * @param plugin module name, or the file's name if the module could not be read
 * @param replaces version that ran before
 * @param upload name under which the jar waits to be deployed, after a rehearsal
 * @param swapMillis from the first to the last moment of the swap
 */
public record DeployReport(
    Outcome outcome,
    String plugin,
    @Nullable String version,
    @Nullable String replaces,
    @Nullable String upload,
    List<Fault> faults,
    Impact impact,
    @Nullable Integer swapMillis) {
  public enum Outcome {
    READY,
    DONE,
    UNCHANGED,
    REFUSED
  }

  public DeployReport {
    faults = List.copyOf(faults);
  }

  /** For an upload that is not there. */
  public static DeployReport noUpload(String upload) {
    return refused(upload, List.of(Refusals.noUpload(upload)));
  }

  static DeployReport refused(String plugin, List<Fault> faults) {
    return new DeployReport(Outcome.REFUSED, plugin, null, null, null, faults, Impact.NONE, null);
  }

  static DeployReport of(Outcome outcome, PluginId id, PluginId replaced) {
    return new DeployReport(
        outcome,
        id.module(),
        id.version().toString(),
        replaced.version().toString(),
        null,
        List.of(),
        Impact.NONE,
        null);
  }

  /** What this report of several says of one of them. */
  DeployReport of(PluginId id) {
    return new DeployReport(
        outcome,
        id.module(),
        id.version().toString(),
        null,
        null,
        faults.stream().filter(fault -> fault.plugin().equals(id.module())).toList(),
        impact,
        swapMillis);
  }

  DeployReport withFaults(List<Fault> all) {
    return new DeployReport(outcome, plugin, version, replaces, upload, all, impact, swapMillis);
  }

  DeployReport withImpact(Impact told) {
    return new DeployReport(outcome, plugin, version, replaces, upload, faults, told, swapMillis);
  }

  DeployReport tookMillis(int millis) {
    return new DeployReport(outcome, plugin, version, replaces, upload, faults, impact, millis);
  }

  public DeployReport withUpload(@Nullable String name) {
    return new DeployReport(outcome, plugin, version, replaces, name, faults, impact, swapMillis);
  }

  /** What happened, in brief: {@code registry 0.1.0 → 0.2.0}. */
  String occasion(Collection<String> gone) {
    return version == null
        ? "− " + String.join(", ", gone)
        : plugin + " " + (replaces == null ? "" : replaces + " → ") + version;
  }
}
