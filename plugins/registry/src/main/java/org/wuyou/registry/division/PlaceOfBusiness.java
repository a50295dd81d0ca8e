package org.wuyou.registry.division;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/**
 * Where an enterprise is: the division stated, else the registering authority's, which is then
 * marked as such. A code of the register is never read out of the social credit code.
 */
public final class PlaceOfBusiness implements RowCheck {
  private static final String STATED = "STATED";
  private static final String REGISTRY = "REGISTRY";

  @Override
  public Map<String, @Nullable Object> complete(
      Map<String, @Nullable Object> values, Snapshot before) {
    String stated = (String) values.get("divisionCode");
    String registered = (String) values.get("registryDivision");
    String derived = registered == null ? null : DivisionHistory.present(before, registered);
    Object source = values.get("divisionSource");
    if (stated == null || (REGISTRY.equals(source) && stated.equals(registered))) {
      return derived == null
          ? Map.of()
          : Map.of("divisionCode", derived, "divisionSource", REGISTRY);
    }
    if (source == null || (REGISTRY.equals(source) && !stated.equals(derived))) {
      return Map.of("divisionSource", STATED);
    }
    return Map.of();
  }

  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    if (before.table("Division").size() == 0) {
      return List.of();
    }
    String field = values.get("registryDivision") == null ? "divisionCode" : "registryDivision";
    String code = (String) values.get(field);
    if (code == null || before.get("Division", code) != null) {
      return List.of();
    }
    return List.of(
        new Fault(
            Severity.WARNING,
            "DIVISION_UNKNOWN",
            field,
            new Label(
                "区划代码 " + code + " 不在历次 GB/T 2260 版本中，已照录；请核对或补登该代码。",
                "The division code "
                    + code
                    + " is in no revision of GB/T 2260; it is kept as it is. Check it, or add it to"
                    + " the divisions.")));
  }
}
