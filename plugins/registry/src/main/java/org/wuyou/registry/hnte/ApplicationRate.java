package org.wuyou.registry.hnte;

import org.wuyou.registry.figure.Proportion;

/** Applications of a year and how many of them were recognised. */
public record ApplicationRate(int year, int applied, int pending, Proportion success) {
  public static ApplicationRate of(int year, int applied, int pending, int recognised) {
    return new ApplicationRate(year, applied, pending, Proportion.of(recognised, applied));
  }
}
