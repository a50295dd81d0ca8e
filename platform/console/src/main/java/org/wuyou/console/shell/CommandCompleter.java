package org.wuyou.console.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.builtins.Completers;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Offers commands, their options, files and the values they know, with what each is for. */
final class CommandCompleter implements Completer {
  private final Supplier<CommandLine> commands;
  private final Completer files = new Completers.FileNameCompleter();

  CommandCompleter(Supplier<CommandLine> commands) {
    this.commands = commands;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> before = line.words().subList(0, line.wordIndex());
    if (before.contains("|")) {
      candidates.add(candidate("json", ""));
      return;
    }
    CommandLine command = commands.get();
    int words = 0;
    for (String word : before) {
      CommandLine sub = command.getSubcommands().get(word);
      if (sub == null && command.getParent() == null) {
        return;
      }
      words = sub == null ? words + 1 : 0;
      command = sub == null ? command : sub;
    }
    if (takesFile(command, before, words)) {
      files.complete(reader, line, candidates);
    }
    for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
      candidates.add(candidate(sub.getKey(), description(sub.getValue())));
    }
    if (command.getParent() == null) {
      candidates.add(candidate("help", ""));
      candidates.add(candidate("exit", ""));
      return;
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      candidates.add(candidate(option.longestName(), first(option.description())));
    }
    for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
      if (parameter.completionCandidates() != null && parameter.index().contains(words)) {
        parameter.completionCandidates().forEach(value -> candidates.add(candidate(value, "")));
      }
    }
  }

  /** Whether a file or folder may stand here: after an option that takes one, or as an argument. */
  private static boolean takesFile(CommandLine command, List<String> before, int words) {
    OptionSpec option =
        before.isEmpty() ? null : command.getCommandSpec().findOption(before.getLast());
    return option != null
        ? names(option)
        : command.getCommandSpec().positionalParameters().stream()
            .anyMatch(parameter -> names(parameter) && parameter.index().contains(words));
  }

  private static boolean names(ArgSpec argument) {
    return argument.auxiliaryTypes()[0] == Path.class;
  }

  private static String description(CommandLine command) {
    return first(command.getCommandSpec().usageMessage().description());
  }

  private static String first(String[] lines) {
    return lines.length == 0 ? "" : lines[0];
  }

  private static Candidate candidate(String value, String about) {
    return new Candidate(value, value, null, about.isEmpty() ? null : about, null, null, true);
  }
}
