package org.wuyou.distribution;

import java.nio.file.Path;
import java.time.Clock;
import org.wuyou.console.cli.Texts;
import org.wuyou.console.cli.Workbench;

/**
 * Where the start script found the product.
 *
 * @param plugins the bundles that come with it
 * @param data where data goes when nobody says otherwise
 * @param script the start script as it was called, for examples that can be copied
 */
record Home(Path plugins, Path data, String script) {
  /** As the start script tells it. */
  static Home ofThisProcess() {
    Path home = Path.of(System.getProperty("wuyou.home", "."));
    return new Home(
        home.resolve("plugins"),
        Path.of(System.getProperty("wuyou.data", home.resolve("data").toString())),
        System.getProperty("wuyou.script", "wuyou"));
  }

  /** What commands that need no server work with. */
  Workbench workbench(Texts texts) {
    return new Workbench(new ShippedFacts(texts, plugins), Clock.systemDefaultZone());
  }
}
