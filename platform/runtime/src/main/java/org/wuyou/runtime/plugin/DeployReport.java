package org.wuyou.runtime.plugin;

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

  static DeployReport refused(String plugin, List<Fault> faults) {
    return new DeployReport(Outcome.REFUSED, plugin, null, null, null, faults, Impact.NONE, null);
  }

  public DeployReport withUpload(String name) {
    return new DeployReport(
        outcome, plugin, version, replaces, name, faults, impact, swapMillis);
  }
}
