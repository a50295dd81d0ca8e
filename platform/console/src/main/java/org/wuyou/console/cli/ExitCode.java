package org.wuyou.console.cli;

/** What a command tells the script that called it. */
public final class ExitCode {
  /** All that was asked is done. */
  public static final int DONE = 0;

  /** The server refused, with a report that was shown. */
  public static final int REFUSED = 1;

  /** The command was not understood; nothing was sent. */
  public static final int USAGE = 2;

  /** No server answers at that address; nothing is known to have changed. */
  public static final int UNREACHABLE = 3;

  private ExitCode() {}
}
