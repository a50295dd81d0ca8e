package org.wuyou.runtime.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * A verified plugin jar: what its manifest says and the texts it carries.
 *
 * @param sha256 of the jar's bytes, lower-case hexadecimal
 * @param signedBy name of the trusted key, or empty where development mode let it pass unsigned
 * @param pluginClass the class of its code, if it has any
 * @param requires modules it needs
 * @param imports packages it takes from other bundles
 * @param exports packages it gives to other bundles
 * @param schema SDL texts by path in the jar
 * @param policy policy files by path below {@code META-INF/wuyou/policy/}
 * @param reference rows (CSV texts) by entity, brought in when the version is installed
 * @param samples labelled sample rows (CSV texts) by entity, loaded only when asked for
 */
public record PluginJar(
    Path file,
    String sha256,
    PluginId id,
    String symbolicName,
    Optional<String> signedBy,
    Optional<String> pluginClass,
    List<Requirement> requires,
    Set<String> imports,
    Set<String> exports,
    Map<String, String> schema,
    Map<String, String> policy,
    Map<String, String> reference,
    Map<String, String> samples) {
  public static final String SCHEMA = "META-INF/wuyou/schema/";
  public static final String POLICY = "META-INF/wuyou/policy/";
  public static final String REFERENCE = "META-INF/wuyou/reference/";
  public static final String SAMPLE = "META-INF/wuyou/sample/";

  /** A module needed, and the versions that will do. */
  public record Requirement(String module, VersionRange versions) {
    public boolean accepts(Version version) {
      return versions.includes(version);
    }

    @Override
    public String toString() {
      return module + " " + versions;
    }
  }

  public PluginJar {
    requires = List.copyOf(requires);
    imports = Set.copyOf(imports);
    exports = Set.copyOf(exports);
    schema = Map.copyOf(schema);
    policy = Map.copyOf(policy);
    reference = Map.copyOf(reference);
    samples = Map.copyOf(samples);
  }

  public String module() {
    return id.module();
  }

  /** Whether this plugin's Java code is wired to that of {@code other}. */
  public boolean isWiredTo(PluginJar other) {
    return imports.stream().anyMatch(other.exports::contains);
  }
}
