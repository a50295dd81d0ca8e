package org.wuyou.console.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.wuyou.policy.facts.FactCatalogue;

/** What policies may speak of, known without a server. */
@FunctionalInterface
public interface FactSource {
  /** The facts the modules declare, and those a bundle's own folder declares. */
  FactCatalogue of(Path bundle) throws IOException;
}
