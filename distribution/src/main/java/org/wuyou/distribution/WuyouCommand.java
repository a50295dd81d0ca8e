package org.wuyou.distribution;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wuyou.console.cli.ExitCode;
import org.wuyou.console.cli.Output;
import org.wuyou.console.cli.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code wuyou} alone: shows what there is. */
@Command(name = "wuyou", versionProvider = WuyouCommand.Version.class)
final class WuyouCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      descriptionKey = "option.help")
  private boolean help;

  @Option(names = "--version", versionHelp = true, descriptionKey = "option.version")
  private boolean version;

  /** Read before the others are parsed, because it decides in which language they are told. */
  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      scope = ScopeType.INHERIT,
      descriptionKey = "option.lang")
  private @Nullable String language;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("runs only through its command line");
    }
    CommandLine line = spec.commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE;
  }

  /** Where a command of this package writes. */
  static Output output(@Nullable CommandSpec spec, Texts texts) {
    if (spec == null) {
      throw new IllegalStateException("a command runs only through its command line");
    }
    CommandLine line = spec.commandLine();
    return new Output(line.getOut(), line.getErr(), false, texts);
  }

  /** The version written into this jar at build time. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String built = WuyouCommand.class.getPackage().getImplementationVersion();
      return new String[] {"wuyou " + (built == null ? "(not packaged)" : built)};
    }
  }
}
