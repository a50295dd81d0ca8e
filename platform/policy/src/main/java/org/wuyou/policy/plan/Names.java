package org.wuyou.policy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Facts that can be missing, each a bit of a mask; beyond 63 they share the last one. */
final class Names {
  /** Facts whose names only the interpreter can tell. */
  static final long OTHERS = 1L << 63;

  private final List<String> names = new ArrayList<>();

  long mask(String name) {
    int known = names.indexOf(name);
    if (known >= 0) {
      return 1L << known;
    }
    if (names.size() == 63) {
      return OTHERS;
    }
    names.add(name);
    return 1L << (names.size() - 1);
  }

  long mask(Set<String> all) {
    long mask = 0;
    for (String name : all) {
      mask |= mask(name);
    }
    return mask;
  }

  Set<String> of(long mask) {
    Set<String> found = new TreeSet<>();
    for (long rest = mask & ~OTHERS; rest != 0; rest &= rest - 1) {
      found.add(names.get(Long.numberOfTrailingZeros(rest)));
    }
    return found;
  }
}
