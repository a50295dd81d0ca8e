package org.wuyou.console.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.facts.FactCatalogue;

/** What policies may build on, known without a server. */
@FunctionalInterface
public interface FactSource {
  /** The facts the modules declare, and those these bundles declare, each a folder or a jar. */
  FactCatalogue of(List<Path> bundles) throws IOException;

  /** The bundles that come with the product, which others may inherit. */
  default List<BundleSource> bundles() throws IOException {
    return List.of();
  }
}
