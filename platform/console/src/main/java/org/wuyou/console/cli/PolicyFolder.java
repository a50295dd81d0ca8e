package org.wuyou.console.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.tool.RegionJar;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The folder of policy files a command works on, and the bundles it may inherit. */
final class PolicyFolder {
  @Parameters(paramLabel = "DIR", descriptionKey = "policy.dir")
  private Path folder = Path.of("");

  @Option(names = "--with", paramLabel = "DIR|JAR", descriptionKey = "policy.with")
  private List<Path> above = new ArrayList<>();

  PolicyFolder() {}

  PolicyFolder(Path folder, List<Path> above) {
    this.folder = folder;
    this.above = above;
  }

  /**
   * A bundle as its folder holds it.
   *
   * @param source its files, under the bundle they inherit if that is at hand
   * @param facts what its rules may speak of
   */
  record Opened(Path path, BundleSource source, FactCatalogue facts) {}

  /** Reads the bundle; one named with {@code --with} comes before a shipped one of the same id. */
  Opened open(FactSource shipped, Texts texts) throws IOException {
    Path path = path(folder, texts);
    List<Path> declaring = new ArrayList<>(List.of(path));
    List<BundleSource> others = new ArrayList<>();
    for (Path other : above) {
      boolean jar = Files.isRegularFile(other);
      Path place = jar ? other : path(other, texts);
      declaring.add(place);
      others.add(jar ? RegionJar.source(place) : BundleSource.read(place));
    }
    others.addAll(shipped.bundles());
    return new Opened(path, BundleSource.read(path).under(others), shipped.of(declaring));
  }

  /**
   * The folder that holds {@code bundle.yaml}: the one named, or the policy files of its module.
   */
  static Path path(Path folder, Texts texts) {
    for (Path place : new Path[] {folder, folder.resolve("src/main/policy")}) {
      if (Files.isRegularFile(place.resolve("bundle.yaml"))) {
        return place;
      }
    }
    throw new CommandFailure.Misused(texts.say("policy.noBundle", folder));
  }
}
