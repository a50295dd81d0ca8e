package org.wuyou.console.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that works on files of this machine and asks no server. */
abstract class LocalCommand implements Callable<Integer> {
  private final Texts texts;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  LocalCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public final Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("a command runs only through its command line");
    }
    var line = spec.commandLine();
    Output output = new Output(line.getOut(), line.getErr(), json, texts);
    int exit = run(output);
    output.out().flush();
    return exit;
  }

  /** Does it; gives the exit code. */
  abstract int run(Output output) throws Exception;

  final Texts texts() {
    return texts;
  }
}
