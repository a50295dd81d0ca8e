package org.wuyou.console.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Offers commands, their options and the values they know, with what each is for. */
final class CommandCompleter implements Completer {
  private final Supplier<CommandLine> commands;

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
