package org.wuyou.policy.expression;

/** A compiled expression: built once, evaluated for many subjects. */
@FunctionalInterface
public interface Term {
  Value in(Frame frame);

  /** What it is made of, for those who evaluate many subjects at once. */
  default Shape shape() {
    return Shape.OPAQUE;
  }

  /** The same term, telling what it is made of. */
  default Term as(Shape shape) {
    return new Shaped(this, shape);
  }

  /** A term that tells what it is made of. */
  record Shaped(Term term, Shape shape) implements Term {
    @Override
    public Value in(Frame frame) {
      return term.in(frame);
    }
  }
}
