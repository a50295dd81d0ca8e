package org.wuyou.spi;

/**
 * What a module adds beyond its SDL: computed fields, commands, checks. Named by the manifest
 * header {@code Wuyou-Plugin}; built once per installed version with its {@code jakarta.inject}
 * constructor.
 */
public interface Plugin {
  /** Registers everything; called once, off the request threads, under a time limit. */
  void register(Registration registration);
}
