package org.wuyou.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two fictional enterprises of a division, on which the tests of a module hang its rows.
 *
 * @param division code of their division
 */
public record TwoFirms(String division) {
  /** The credit code of the first. */
  public String one() {
    return SampleCodes.uscc(division, 1);
  }

  /** The credit code of the second. */
  public String other() {
    return SampleCodes.uscc(division, 2);
  }

  /** Puts both into the register, with these names and values in turn beside their own. */
  public void register(GraphqlClient client, Object... namesAndValues) {
    Rows.of("Enterprise")
        .row(row(one(), "示例甲有限公司", namesAndValues))
        .row(row(other(), "示例乙有限公司", namesAndValues))
        .save(client);
  }

  private Object[] row(String uscc, String name, Object... namesAndValues) {
    List<Object> row =
        new ArrayList<>(List.of("uscc", uscc, "name", name, "divisionCode", division));
    row.addAll(Arrays.asList(namesAndValues));
    return row.toArray();
  }
}
