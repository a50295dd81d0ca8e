package org.wuyou.store;

import java.util.List;
import java.util.Optional;

/**
 * Named byte documents beside the tables, for the platform's own control data. They are part of
 * backups; a change is durable when the method returns.
 */
public interface Documents {
  Optional<byte[]> get(String name);

  void put(String name, byte[] content);

  /** Names that begin with the prefix, ascending. */
  List<String> names(String prefix);

  /** Removing what is not there changes nothing. */
  void remove(String name);
}
