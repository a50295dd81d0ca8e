package org.wuyou.console.cli;

import java.io.Console;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Asks the person at the terminal before something is changed. */
final class Confirmation {
  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "plugin.yes")
  private boolean yes;

  /** Whether to go ahead; without a terminal only {@code --yes} does. */
  boolean given(String question, Output output) {
    if (yes) {
      return true;
    }
    Console console = System.console();
    if (console == null || output.json()) {
      throw new CommandFailure.Misused(output.texts().say("failure.noTerminal"));
    }
    String answer = console.readLine("%s [y/N] ", question);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
