package org.wuyou.registry.group;

/** Which enterprises of a group count. */
public enum Population {
  ABOVE_SCALE,
  ABOVE_SCALE_TECH,
  LARGE_AND_MEDIUM,
  ALL
}
