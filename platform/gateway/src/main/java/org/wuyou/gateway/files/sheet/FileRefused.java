package org.wuyou.gateway.files.sheet;

import org.wuyou.spi.model.Label;

/** The file as a whole cannot be read: why, and what to do about it. */
public final class FileRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final transient Label label;

  public FileRefused(String code, String zh, String en) {
    super(code + ": " + en);
    this.code = code;
    this.label = new Label(zh, en);
  }

  public FileRefused(String code, String zh, String en, Throwable cause) {
    this(code, zh, en);
    initCause(cause);
  }

  public String code() {
    return code;
  }

  public Label label() {
    return label;
  }
}
