package org.wuyou.runtime.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The packages of the class path that plugins may import. The list is a file of the build, made
 * from the jars and reviewed as a diff, so that the surface of the SPI never grows by accident.
 */
public record SharedPackages(List<String> clauses) {
  static final String FILE = "shared-packages.txt";

  public SharedPackages {
    clauses = List.copyOf(clauses);
  }

  public static SharedPackages ofThisBuild() {
    try (InputStream in = SharedPackages.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the runtime jar");
      }
      return new SharedPackages(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the form of {@code org.osgi.framework.system.packages.extra}. */
  String header() {
    return String.join(",", clauses);
  }
}
