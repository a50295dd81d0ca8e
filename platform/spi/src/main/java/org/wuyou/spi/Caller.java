package org.wuyou.spi;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name the name of the token or person, as the audit shows it
 * @param roles lower-case role names: {@code admin}, {@code reader}
 * @param scope division code to which the caller is confined, if any
 */
public record Caller(String name, Set<String> roles, Optional<String> scope) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean has(String role) {
    return roles.contains(role);
  }
}
