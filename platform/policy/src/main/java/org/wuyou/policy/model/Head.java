package org.wuyou.policy.model;

import java.util.List;
import org.wuyou.policy.Text;
import org.wuyou.policy.parse.Spot;

/**
 * What all rules have.
 *
 * @param summary what the clause asks, in the bundle's own words
 * @param readings ids of the readings that bear on it
 * @param spot where it is declared
 */
public record Head(
    String id,
    Text name,
    Text summary,
    Citation citation,
    Period valid,
    List<String> readings,
    Spot spot) {
  public Head {
    readings = List.copyOf(readings);
  }
}
