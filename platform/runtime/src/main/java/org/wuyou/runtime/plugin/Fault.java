package org.wuyou.runtime.plugin;

import java.util.Locale;
import org.wuyou.spi.model.Label;

/**
 * Why a plugin is refused or failed.
 *
 * @param code stable, upper case
 * @param plugin the plugin at fault, by module name, or by file name while that is not known
 * @param place where in the plugin
 * @param message what is wrong
 * @param remedy what its author or the operator does next
 */
public record Fault(String code, String plugin, Place place, Label message, Label remedy) {
  /** One line for people and logs. */
  public String text(Locale locale) {
    return code + " " + plugin + " " + place + ": " + message.in(locale) + " " + remedy.in(locale);
  }

  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }
}
