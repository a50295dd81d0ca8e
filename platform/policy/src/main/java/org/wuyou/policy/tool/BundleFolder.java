package org.wuyou.policy.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wuyou.policy.Text;

/** A new folder of policy files with one article, its cases and notes, for an officer to go on. */
public final class BundleFolder {
  private static final List<String> FILES =
      List.of(
          "bundle.yaml",
          "readings.yaml",
          "articles/article-01.yaml",
          "articles/article-01.cases.yaml",
          "README.md",
          "CHANGELOG.md");

  private BundleFolder() {}

  /**
   * What the new bundle is about.
   *
   * @param plugin short name of the plugin it will be packed as ({@code region-gaoping})
   * @param region division code of the region
   * @param name of the policy
   * @param from first day it is in force
   */
  public record Subject(String plugin, String region, Text name, LocalDate from) {
    /** The plugin's name that suits a folder: its own name where that will do, else the region. */
    public static String pluginName(Path folder, String region) {
      String last = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
      String plain = last.startsWith("region-") ? last.substring("region-".length()) : last;
      return "region-" + (plain.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") ? plain : region);
    }
  }

  /** Whether something lies there already. */
  public static boolean taken(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  /** Writes the files into a folder that is empty or not there yet; gives them in reading order. */
  public static List<Path> create(Path folder, Subject subject) throws IOException {
    List<Path> written = new ArrayList<>();
    for (String file : FILES) {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, filled(template(file), subject), StandardCharsets.UTF_8);
      written.add(target);
    }
    return written;
  }

  private static String filled(String text, Subject subject) {
    String filled = text;
    for (Map.Entry<String, String> gap :
        Map.of(
                "@plugin@", subject.plugin(),
                "@id@", subject.plugin().replaceFirst("^region-", ""),
                "@region@", subject.region(),
                "@zh@", quotable(subject.name().zh()),
                "@en@", quotable(subject.name().en()),
                "@from@", subject.from().toString(),
                "@year@", String.valueOf(subject.from().getYear()),
                "@before@", subject.from().minusDays(1).toString())
            .entrySet()) {
      filled = filled.replace(gap.getKey(), gap.getValue());
    }
    return filled;
  }

  /** As it stands between double quotes in YAML. */
  private static String quotable(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String template(String file) throws IOException {
    String resource = "template/" + file.replace('/', '-');
    try (InputStream in = BundleFolder.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the library");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
