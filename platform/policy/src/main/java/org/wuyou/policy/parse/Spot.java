package org.wuyou.policy.parse;

/** A place in a file: line and column from 1, and how many characters are meant. */
public record Spot(String file, int line, int column, int length) {
  public Spot withLength(int characters) {
    return new Spot(file, line, column, Math.max(1, characters));
  }
}
