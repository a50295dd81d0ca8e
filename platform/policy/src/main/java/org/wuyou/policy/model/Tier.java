package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;

/**
 * A ladder of bands, the first that fits being taken; who fits none is out of scope.
 *
 * @param when who is placed at all
 */
public record Tier(Head head, String entity, Optional<Expression> when, List<Band> bands)
    implements Rule {
  public Tier {
    bands = List.copyOf(bands);
  }

  /**
   * @param value the parameter that holds for the band (its growth target, its rate), if any
   */
  public record Band(String id, Text name, Expression condition, Optional<Parameter> value) {}
}
