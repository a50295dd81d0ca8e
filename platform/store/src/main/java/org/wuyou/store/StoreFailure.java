package org.wuyou.store;

import org.wuyou.spi.model.Label;

/**
 * The store cannot do what was asked for a reason that an operator must know: stable code, what,
 * what next.
 */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Label label;

  public StoreFailure(String code, String zh, String en) {
    super(code + ": " + en);
    this.code = code;
    this.label = new Label(zh, en);
  }

  public StoreFailure(String code, String zh, String en, Throwable cause) {
    super(code + ": " + en, cause);
    this.code = code;
    this.label = new Label(zh, en);
  }

  /** Stable, upper case. */
  public String code() {
    return code;
  }

  public Label label() {
    return label;
  }

  /** Stored bytes that do not agree with their checksum. */
  public static StoreFailure damaged(String where) {
    return new StoreFailure(
        "STORE_DAMAGED",
        "数据损坏：" + where + " 的校验和不符；请检查磁盘，并从备份恢复。",
        "damaged data: the checksum of "
            + where
            + " is wrong; check the disk and restore a backup.");
  }

  /** Stored bytes of a form that this release does not know. */
  public static StoreFailure newer(String where) {
    return new StoreFailure(
        "STORE_NEWER",
        where + " 由更新版本的程序写入；请使用该版本或更高版本打开。",
        where + " was written by a later release; open it with that release or a later one.");
  }
}
