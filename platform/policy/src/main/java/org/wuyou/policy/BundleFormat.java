package org.wuyou.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The form of policy files, for editors. */
public final class BundleFormat {
  private static final String FILE = "bundle.schema.json";

  private BundleFormat() {}

  /** A JSON Schema of {@code bundle.yaml}, of cases, and of every other file. */
  public static String schema() {
    try (InputStream in = BundleFormat.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in the library");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
