package org.wuyou.spi;

import java.util.List;
import java.util.Map;

/**
 * What one module brings into a schema generation: SDL under the module's name, and the code behind
 * the fields that are not declared data. The platform's own parts (administration, policies) come
 * the same way.
 *
 * @param module short name, the owner in all error texts: {@code registry}, {@code region-jincheng}
 * @param version version of the module
 * @param sources SDL texts by file name
 * @param resolvers by {@code Type.field}
 * @param checks by entity
 */
public record Contribution(
    String module,
    String version,
    Map<String, String> sources,
    Map<String, Resolver> resolvers,
    Map<String, List<RowCheck>> checks) {
  public Contribution {
    sources = Map.copyOf(sources);
    resolvers = Map.copyOf(resolvers);
    checks = Map.copyOf(checks);
  }
}
