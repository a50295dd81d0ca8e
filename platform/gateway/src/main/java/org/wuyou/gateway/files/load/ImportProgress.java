package org.wuyou.gateway.files.load;

/** Told how far an import has come; called on the importing thread. */
public interface ImportProgress {
  /** Nobody watches. */
  ImportProgress UNWATCHED = (done, total) -> {};

  /**
   * @param done rows read and, when committing, written or refused
   * @param total rows in the file
   */
  void at(int done, int total);
}
