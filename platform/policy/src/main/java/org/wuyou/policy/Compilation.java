package org.wuyou.policy;

import java.util.List;

/** The outcome of compiling a bundle: the bundle, or everything wrong with it. */
public sealed interface Compilation {
  record Compiled(PolicyBundle bundle) implements Compilation {}

  record Rejected(List<Problem> problems) implements Compilation {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
