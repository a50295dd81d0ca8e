package org.wuyou.runtime;

import java.util.Optional;

/** Small control data kept beside the register in the same store: one JSON text per name. */
public interface Documents {
  Optional<String> read(String name);

  /** Replaces the text; returns when the change would survive a power cut. */
  void write(String name, String text);
}
