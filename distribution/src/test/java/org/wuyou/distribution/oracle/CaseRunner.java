package org.wuyou.distribution.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts cases to one running product, under the usual readings and under those a case names. */
final class CaseRunner implements AutoCloseable {
  private static final Path PLUGINS =
      Path.of(
          System.getProperty(
              "oracle.plugins", System.getProperty("wuyou.image", ".") + "/plugins"));
  private static final Pattern READING = Pattern.compile("A-\\d{2}");
  private static final Map<String, Adapter> ADAPTERS = new LinkedHashMap<>();

  static {
    ADAPTERS.putAll(CommonCases.ADAPTERS);
    ADAPTERS.putAll(JinchengCases.ADAPTERS);
    ADAPTERS.putAll(JinchengMeasures.ADAPTERS);
    ADAPTERS.putAll(StatisticCases.ADAPTERS);
    ADAPTERS.putAll(RegisterCases.ADAPTERS);
    ADAPTERS.putAll(ShanxiCases.ADAPTERS);
    ADAPTERS.putAll(ReportingCases.ADAPTERS);
    ADAPTERS.putAll(PanjinCases.ADAPTERS);
    ADAPTERS.putAll(ContractCases.ADAPTERS);
    ADAPTERS.putAll(LinyiCases.ADAPTERS);
    ADAPTERS.putAll(JiangxiCases.ADAPTERS);
    ADAPTERS.putAll(WorkedCases.ADAPTERS);
  }

  private @Nullable World world;

  /** The adapter of that kind of case, or the one that holds figures against their targets. */
  static Adapter adapter(OracleCase given) {
    return ADAPTERS.getOrDefault(given.kind(), BoundCases::answer);
  }

  /**
   * Fails unless the product answers what the case expects, and what it expects of other readings.
   */
  void run(OracleCase given, Adapter adapter) {
    holds(given, adapter, given.expect(), List.of());
    for (Map.Entry<String, JsonNode> other : given.alt().properties()) {
      Matcher reading = READING.matcher(other.getKey());
      if (reading.find()) {
        holdsOtherwise(given, adapter, other.getValue(), reading.group());
      }
    }
  }

  private void holds(
      OracleCase given, Adapter adapter, JsonNode expected, List<Map<String, String>> readings) {
    JsonNode actual = answer(given, adapter, readings);
    List<String> differences = Agreement.differences(expected, actual);
    assertEquals(List.of(), differences, () -> given.id() + " answered " + actual.toPrettyString());
  }

  /** A reading may have several choices beside the usual one: the case speaks of one of them. */
  private void holdsOtherwise(
      OracleCase given, Adapter adapter, JsonNode expected, String reading) {
    List<String> differences = new ArrayList<>();
    for (String choice : otherChoices(given, reading)) {
      JsonNode actual =
          answer(given, adapter, List.of(Map.of("reading", reading, "choice", choice)));
      List<String> found = Agreement.differences(expected, actual);
      if (found.isEmpty()) {
        return;
      }
      differences.add(choice + ": " + found);
    }
    throw new AssertionError(
        given.id() + " under no other choice of " + reading + ": " + differences);
  }

  private JsonNode answer(OracleCase given, Adapter adapter, List<Map<String, String>> readings) {
    world().clear();
    return adapter.answer(given, new Adapter.Question(world()), readings);
  }

  /** The choices of the reading that are not the usual one, as the region's bundle declares it. */
  private List<String> otherChoices(OracleCase given, String reading) {
    List<String> others = new ArrayList<>();
    for (JsonNode bundle :
        world()
            .ask("{ policyBundles { id readings { id usual choices { id } } } }")
            .path("policyBundles")) {
      if (!bundle.path("id").asText().startsWith(given.region())) {
        continue;
      }
      for (JsonNode declared : bundle.path("readings")) {
        for (JsonNode choice : declared.path("choices")) {
          if (declared.path("id").asText().equals(reading)
              && !choice.path("id").equals(declared.path("usual"))) {
            others.add(choice.path("id").asText());
          }
        }
      }
    }
    if (others.isEmpty()) {
      throw new AssertionError("no bundle of " + given.region() + " declares " + reading);
    }
    return others;
  }

  private World world() {
    World running = world;
    if (running == null) {
      running = World.start(PLUGINS);
      world = running;
    }
    return running;
  }

  @Override
  public void close() {
    if (world != null) {
      world.close();
    }
  }
}
