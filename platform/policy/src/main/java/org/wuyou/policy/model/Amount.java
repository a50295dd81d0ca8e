package org.wuyou.policy.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;

/** The ways in which documents set an amount. */
public sealed interface Amount {
  /** The document promises something and leaves open how much. */
  record Open() implements Amount {}

  /** The same for all. */
  record Flat(Parameter amount) implements Amount {}

  /** By the value of a fact: national so much, provincial so much. */
  record Choice(Expression by, Map<String, Parameter> choices) implements Amount {
    public Choice {
      choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }
  }

  /** By the band in which the subject stands on a ladder; the band's value is the amount. */
  record Band(Tier tier) implements Amount {}

  /** A rate of a figure: a share of money, or so much for each. */
  record Rate(Expression of, Parameter rate) implements Amount {}

  /** The amount of the highest step that a figure reaches; below the first there is nothing. */
  record Steps(Expression of, List<Step> steps) implements Amount {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  record Step(Parameter from, Parameter pay) {}

  /** Each slice of a figure at its own rate, from the bottom up. */
  record Scale(Expression of, List<Slice> slices) implements Amount {
    public Scale {
      slices = List.copyOf(slices);
    }
  }

  /**
   * @param upTo where the slice ends; absent for the last
   */
  record Slice(Optional<Parameter> upTo, Parameter rate) {}

  /** Several funders, each with a share of a figure. */
  record Shares(Expression of, List<Share> shares) implements Amount {
    public Shares {
      shares = List.copyOf(shares);
    }
  }

  record Share(String id, Text name, Parameter rate) {}
}
