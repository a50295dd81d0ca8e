package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** Why a command ended early; the kind decides the exit code. */
public abstract sealed class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String sentence;

  private CommandFailure(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** What happened and what to do, in the language of the command. */
  public final String sentence() {
    return sentence;
  }

  abstract int exitCode();

  /** The server answered no. {@code report} is what it said, for {@code --json}. */
  public static final class Refused extends CommandFailure {
    private static final long serialVersionUID = 1;
    private final String code;
    private final transient JsonNode report;

    public Refused(String code, String message, JsonNode report) {
      super(message);
      this.code = code;
      this.report = report;
    }

    public Refused(String code, String message) {
      this(code, message, NullNode.instance);
    }

    public String code() {
      return code;
    }

    public JsonNode report() {
      return report;
    }

    @Override
    int exitCode() {
      return ExitCode.REFUSED;
    }
  }

  /** No answer came from the address. */
  public static final class Unreachable extends CommandFailure {
    private static final long serialVersionUID = 1;

    public Unreachable(String message) {
      super(message);
    }

    @Override
    int exitCode() {
      return ExitCode.UNREACHABLE;
    }
  }

  /** What was typed cannot be carried out: a file that is not there, JSON that is none. */
  public static final class Misused extends CommandFailure {
    private static final long serialVersionUID = 1;

    public Misused(String message) {
      super(message);
    }

    @Override
    int exitCode() {
      return ExitCode.USAGE;
    }
  }
}
