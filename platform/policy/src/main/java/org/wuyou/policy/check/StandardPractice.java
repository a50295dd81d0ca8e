package org.wuyou.policy.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.PolicyCompiler;

/** Parts of official practice that bundles share: parameters and facts, no rules. */
final class StandardPractice {
  static final List<String> NAMES = List.of("register");

  private StandardPractice() {}

  static Optional<String> text(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    String file = "standard/" + name + ".yaml";
    try (InputStream in = PolicyCompiler.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the library");
      }
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
