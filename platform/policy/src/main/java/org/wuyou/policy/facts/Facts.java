package org.wuyou.policy.facts;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;

/** One state of the register, as policies read it. */
public interface Facts {
  /** All subjects of the entity that lie within the division (its code or one it contains). */
  List<Subject> population(String entity, String division);

  /** A figure entered for a whole division and year, with its source. */
  Optional<Statistic> statistic(String indicator, String division, int year);

  /** The divisions directly below, in order of their codes: the counties of a city. */
  List<Division> parts(String division);

  /** Name of a division, or its code if the register does not know it. */
  Text divisionName(String division);

  record Division(String code, Text name) {}
}
