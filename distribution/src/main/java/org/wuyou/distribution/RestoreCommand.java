package org.wuyou.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wuyou.console.cli.CommandFailure;
import org.wuyou.console.cli.ExitCode;
import org.wuyou.console.cli.Output;
import org.wuyou.console.cli.Texts;
import org.wuyou.store.StoreFailure;
import org.wuyou.store.WuyouStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wuyou restore BACKUP --data DIR}: puts a backup in place of a stopped server's store. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
  private final Texts texts;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "BACKUP", descriptionKey = "restore.backup")
  private Path backup = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "option.data")
  private Path data = Path.of("");

  RestoreCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException {
    Output output = WuyouCommand.output(spec, texts);
    if (!Files.isDirectory(backup)) {
      throw new CommandFailure.Misused(texts.say("failure.file", backup));
    }
    Path store = data.resolve("store");
    Path aside = data.resolve("store.before-restore");
    boolean moved = Files.exists(store);
    if (moved && Files.exists(aside)) {
      throw new CommandFailure.Refused("ALREADY_ASIDE", texts.say("restore.aside", aside));
    }
    Files.createDirectories(data);
    if (moved) {
      Files.move(store, aside);
    }
    try {
      WuyouStore.restore(backup, store);
    } catch (StoreFailure refused) {
      if (moved) {
        Files.move(aside, store);
      }
      throw new CommandFailure.Refused("RESTORE", String.valueOf(refused.getMessage()));
    }
    output.line("restore.done", store);
    if (moved) {
      output.line("restore.kept", aside);
    }
    return ExitCode.DONE;
  }
}
