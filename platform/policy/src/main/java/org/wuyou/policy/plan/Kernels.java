package org.wuyou.policy.plan;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles programs and keeps what it compiled: another parameter, reading or snapshot mostly needs
 * the same program. Shared between threads.
 */
public final class Kernels {
  private static final int KEPT = 1024;

  private final Map<Program, Kernel> compiled = new ConcurrentHashMap<>();

  Kernel of(Program program) {
    Kernel known = compiled.get(program);
    if (known != null) {
      return known;
    }
    if (compiled.size() >= KEPT) {
      compiled.clear();
    }
    Kernel made = load(KernelWriter.write(program));
    compiled.put(program, made);
    return made;
  }

  /** A hidden class goes when nobody uses its kernel any more. */
  private static Kernel load(byte[] written) {
    try {
      return (Kernel)
          MethodHandles.lookup()
              .defineHiddenClass(written, true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a kernel that was just written", e);
    }
  }
}
