package org.wuyou.policy.expression;

/** A compiled expression: built once, evaluated for many subjects. */
@FunctionalInterface
public interface Term {
  Value in(Frame frame);
}
