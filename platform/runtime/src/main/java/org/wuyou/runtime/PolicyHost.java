package org.wuyou.runtime;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wuyou.runtime.plugin.Fault;
import org.wuyou.runtime.plugin.Impact;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Model;

/** Takes part in every swap on behalf of the policies that plugins carry. */
public interface PolicyHost {
  /**
   * The policy files of one plugin.
   *
   * @param files texts by path below the bundle's root ({@code bundle.yaml}, {@code targets/…})
   */
  record Files(String module, String version, Map<String, String> files) {
    public Files {
      files = Map.copyOf(files);
    }
  }

  /**
   * All that is wrong with the policies against the facts of a model; called off the request
   * threads, before anything changes. Every plugin with policy files is given, changed or not,
   * because a module's new version may take away a fact.
   */
  List<Fault> check(List<Files> plugins, Model model);

  /**
   * What a deploy of the module's policies would be refused for, although they answer: an earlier
   * release let them in.
   */
  default List<Fault> owed(String module) {
    return List.of();
  }

  /**
   * What policies that were checked would change for the subjects of the register, rule by rule;
   * rules that change nothing are left out.
   */
  default List<Impact.PolicyShift> shifts(List<Files> plugins, Model model, Snapshot snapshot) {
    return List.of();
  }

  /** What policies add to the schema of a generation of these modules. */
  default List<Contribution> contributions(Set<String> modules) {
    return List.of();
  }

  /** Makes the checked policies answer from now on. */
  void publish(List<Files> plugins, Model model);

  /** Does what was left for later when the first generation was published. */
  default void settle() {}
}
