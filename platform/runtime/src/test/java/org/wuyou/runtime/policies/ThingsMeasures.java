package org.wuyou.runtime.policies;

/** The head of a small bundle of measures for the things of a made-up region. */
final class ThingsMeasures {
  private static final String BUNDLE =
      """
      bundle: things-2026
      region: "990000"
      %s
      name: {zh: 物品办法, en: Measures for things}
      documents:
        - {name: {zh: 办法, en: Measures}, issuer: {zh: 市政府, en: City}, issued: 2026-01-01}
      valid: {from: 2026-01-01, to: 2028-12-31}
      departments:
        kjj: {zh: 科技局, en: Science bureau}
      """;

  private ThingsMeasures() {}

  /**
   * Its {@code bundle.yaml}.
   *
   * @param more a further line, or none
   */
  static String bundle(String more) {
    return BUNDLE.formatted(more);
  }
}
