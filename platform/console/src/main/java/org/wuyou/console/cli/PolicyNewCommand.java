package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Text;
import org.wuyou.policy.tool.BundleFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wuyou policy new DIR}: a bundle with one article to begin with. */
@Command(name = "new")
final class PolicyNewCommand extends LocalCommand {
  private final Clock clock;

  @Parameters(paramLabel = "DIR", descriptionKey = "policy.newDir")
  private Path folder = Path.of("");

  @Option(
      names = "--region",
      paramLabel = "CODE",
      required = true,
      descriptionKey = "policy.region")
  private String region = "";

  @Option(names = "--name", paramLabel = "TEXT", required = true, descriptionKey = "policy.name")
  private String name = "";

  @Option(names = "--name-en", paramLabel = "TEXT", descriptionKey = "policy.nameEn")
  private @Nullable String english;

  @Option(names = "--plugin", paramLabel = "NAME", descriptionKey = "policy.plugin")
  private @Nullable String plugin;

  @Option(names = "--from", paramLabel = "DATE", descriptionKey = "policy.from")
  private @Nullable LocalDate from;

  PolicyNewCommand(Texts texts, Clock clock) {
    super(texts);
    this.clock = clock;
  }

  @Override
  int run(Output output) throws IOException {
    if (!region.matches("\\d{6}")) {
      throw new CommandFailure.Misused(texts().say("policy.badRegion", region));
    }
    if (BundleFolder.taken(folder)) {
      throw new CommandFailure.Refused(
          "FOLDER_TAKEN", texts().say("policy.folderTaken", folder.toAbsolutePath()));
    }
    BundleFolder.Subject subject =
        new BundleFolder.Subject(
            plugin != null ? plugin : BundleFolder.Subject.pluginName(folder, region),
            region,
            new Text(name, english != null ? english : "Policies of " + region),
            from != null ? from : LocalDate.now(clock).withDayOfYear(1));
    List<Path> files = BundleFolder.create(folder, subject);
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("plugin", subject.plugin());
    files.forEach(file -> json.withArray("files").add(file.toString()));
    output.result(
        json,
        () -> {
          files.forEach(file -> output.text("  " + file));
          output.line("policy.created", folder);
        });
    return ExitCode.DONE;
  }
}
