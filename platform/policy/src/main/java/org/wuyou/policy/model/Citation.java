package org.wuyou.policy.model;

import java.util.List;

/**
 * Where a rule comes from.
 *
 * @param clause id of the clause in the catalogue of the documents ({@code JC-T2})
 * @param figures ids of the document's figures that it carries, beside its own id ({@code JC-N11})
 * @param article article or section as the document numbers it
 * @param locator heading or paragraph by which a reader finds it
 * @param departments ids of the departments responsible
 */
public record Citation(
    String clause, List<String> figures, String article, String locator, List<String> departments) {
  public Citation {
    figures = List.copyOf(figures);
    departments = List.copyOf(departments);
  }
}
