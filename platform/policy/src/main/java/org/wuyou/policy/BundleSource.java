package org.wuyou.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one bundle: text by path, with {@code /} between the parts.
 *
 * @param parent the bundle it inherits, if that is at hand
 * @param atHand ids of the bundles among which that was looked for in vain
 */
public record BundleSource(
    SortedMap<String, String> files, Optional<BundleSource> parent, List<String> atHand) {
  private static final Pattern ID = Pattern.compile("(?m)^bundle:\\s*(\\S+)");
  private static final Pattern INHERITS = Pattern.compile("(?m)^inherits:\\s*(\\S+)");
  private static final Pattern EFFECTIVE = Pattern.compile("(?m)^effective:\\s*[\"']?([0-9-]+)");

  /** Province, city, county: nobody inherits through more levels. */
  private static final int MOST_LEVELS = 3;

  public BundleSource {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    atHand = List.copyOf(atHand);
  }

  public BundleSource(SortedMap<String, String> files) {
    this(files, Optional.empty(), List.of());
  }

  /** All {@code .yaml} and {@code .yml} files below the folder. */
  public static BundleSource read(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
          files.put(name, Files.readString(path, StandardCharsets.UTF_8));
        }
      }
    }
    return new BundleSource(files);
  }

  /** The same bundle with one file put in place of its old text. */
  public BundleSource with(String path, String text) {
    SortedMap<String, String> changed = new TreeMap<>(files);
    changed.put(path, text);
    return new BundleSource(changed, parent, atHand);
  }

  /** Its id, as far as it can be told before the files are read. */
  public Optional<String> id() {
    return first(ID);
  }

  /** From when it is to answer, if it says so; a day that cannot be read is none. */
  public Optional<LocalDate> effective() {
    return first(EFFECTIVE).flatMap(BundleSource::day);
  }

  /** Whether it names a bundle above it, at hand or not. */
  public boolean inherits() {
    return first(INHERITS).isPresent();
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** The same bundle above which stands the one among {@code others} that it inherits, if any. */
  public BundleSource under(Collection<BundleSource> others) {
    return under(others, MOST_LEVELS);
  }

  private BundleSource under(Collection<BundleSource> others, int levels) {
    Optional<String> wanted = first(INHERITS);
    if (wanted.isEmpty() || levels == 0) {
      return new BundleSource(files);
    }
    Optional<BundleSource> above =
        others.stream()
            .filter(other -> wanted.equals(other.id()))
            .findFirst()
            .map(other -> other.under(others, levels - 1));
    List<String> inVain =
        above.isPresent()
            ? List.of()
            : others.stream().flatMap(other -> other.id().stream()).sorted().toList();
    return new BundleSource(files, above, inVain);
  }

  private Optional<String> first(Pattern pattern) {
    Matcher found = pattern.matcher(files.getOrDefault("bundle.yaml", ""));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
