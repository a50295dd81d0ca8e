package org.wuyou.console.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a server for something and shows the answer. */
abstract class ClientCommand implements Callable<Integer> {
  @Mixin private final Connection connection;
  @Spec private @Nullable CommandSpec spec;

  ClientCommand(Connection connection) {
    this.connection = connection;
  }

  @Override
  public final Integer call() throws Exception {
    return run(connection.server(), output());
  }

  /** Does it; gives the exit code. */
  abstract int run(Server server, Output output) throws Exception;

  final Texts texts() {
    return connection.texts();
  }

  private Output output() {
    if (spec == null) {
      throw new IllegalStateException("a command runs only through its command line");
    }
    var line = spec.commandLine();
    return new Output(line.getOut(), line.getErr(), connection.json(), connection.texts());
  }
}
