package org.wuyou.policy;

import java.util.Optional;
import org.wuyou.policy.check.BundleChecker;
import org.wuyou.policy.check.CaseChecker;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Shapes;

/** Text in, bundle out: reads, checks, and runs the bundle's own cases. */
public final class PolicyCompiler {
  private PolicyCompiler() {}

  /** The bundle if its text is right and its cases give what they say. */
  public static Compilation compile(BundleSource source, FactCatalogue catalogue) {
    return compile(source, catalogue, true);
  }

  /** The bundle if its text is right, whatever its cases give. */
  public static Compilation read(BundleSource source, FactCatalogue catalogue) {
    return compile(source, catalogue, false);
  }

  /**
   * The bundle as far as it can answer: of one that an earlier check let in, what that check did
   * not ask for is not asked for now. Rules, and parameters, readings and facts that cannot be read
   * are left out with what rests on them; rejected is only what all rules rest on.
   */
  public static Compilation recall(BundleSource source, FactCatalogue catalogue) {
    Problems problems = new Problems(source.files());
    Optional<PolicyBundle> bundle = new BundleChecker(source, catalogue, problems).check();
    return bundle.isPresent() && problems.doubts() == 0 && answers(bundle.get(), problems)
        ? new Compilation.Compiled(bundle.get())
        : new Compilation.Rejected(problems.all());
  }

  /** Whether any rule is left, if some were left out: without one it would seem to say nothing. */
  private static boolean answers(PolicyBundle bundle, Problems problems) {
    return bundle.rules().findAny().isPresent()
        || problems.all().stream().allMatch(Problem::formal);
  }

  /** Reads the bundle for its form alone: which keys its readers ask for, and where. */
  public static void learn(BundleSource source, FactCatalogue catalogue, Shapes shapes) {
    new BundleChecker(source, catalogue, new Problems(source.files(), Optional.of(shapes))).check();
  }

  private static Compilation compile(
      BundleSource source, FactCatalogue catalogue, boolean withCases) {
    Problems problems = new Problems(source.files());
    Optional<PolicyBundle> bundle = new BundleChecker(source, catalogue, problems).check();
    // Cases of a bundle that does not hang together would only repeat what is already told.
    if (withCases && problems.none()) {
      // The facts of a case are complete, whatever modules are installed.
      FactCatalogue whole = catalogue.whole();
      Optional<PolicyBundle> exercised =
          whole.equals(catalogue) ? bundle : new BundleChecker(source, whole, problems).check();
      exercised.ifPresent(checked -> CaseChecker.check(checked, problems));
    }
    return problems.none() && bundle.isPresent()
        ? new Compilation.Compiled(bundle.get())
        : new Compilation.Rejected(problems.all());
  }
}
