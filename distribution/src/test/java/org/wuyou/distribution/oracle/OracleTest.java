package org.wuyou.distribution.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of {@code oracle.dir}, one test each, answered by the running product. Without that
 * folder there is nothing to run.
 */
@Tag("oracle")
@DisplayName("The oracle's cases")
class OracleTest {
  private static final Path FOLDER = Path.of(System.getProperty("oracle.dir", "no-oracle"));
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
  }

  private static @Nullable World world;

  private static final AtomicInteger PASSED = new AtomicInteger();
  private static final AtomicInteger FAILED = new AtomicInteger();
  private static final AtomicInteger WITHOUT = new AtomicInteger();

  @TestFactory
  List<DynamicTest> hold() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no folder " + FOLDER);
    return OracleCase.in(FOLDER).stream()
        .map(c -> DynamicTest.dynamicTest(c.id() + " " + c.title(), () -> run(c)))
        .toList();
  }

  private static void run(OracleCase given) {
    Adapter adapter = ADAPTERS.get(given.kind());
    if (adapter == null) {
      WITHOUT.incrementAndGet();
      Assumptions.abort("no adapter for " + given.kind());
    }
    try {
      holds(given, adapter, given.expect(), List.of());
      for (Map.Entry<String, JsonNode> other : given.alt().properties()) {
        Matcher reading = READING.matcher(other.getKey());
        if (reading.find()) {
          holdsOtherwise(given, adapter, other.getValue(), reading.group());
        }
      }
      PASSED.incrementAndGet();
    } catch (RuntimeException | AssertionError failure) {
      FAILED.incrementAndGet();
      throw failure;
    }
  }

  private static void holds(
      OracleCase given, Adapter adapter, JsonNode expected, List<Map<String, String>> readings) {
    JsonNode actual = answer(given, adapter, readings);
    List<String> differences = Agreement.differences(expected, actual);
    assertEquals(List.of(), differences, () -> given.id() + " answered " + actual.toPrettyString());
  }

  /** A reading may have several choices beside the usual one: the case speaks of one of them. */
  private static void holdsOtherwise(
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

  private static JsonNode answer(
      OracleCase given, Adapter adapter, List<Map<String, String>> readings) {
    world().clear();
    return adapter.answer(given, new Adapter.Question(world()), readings);
  }

  /** The choices of the reading that are not the usual one, as the region's bundle declares it. */
  private static List<String> otherChoices(OracleCase given, String reading) {
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

  private static World world() {
    World running = world;
    if (running == null) {
      running = World.start(PLUGINS);
      world = running;
    }
    return running;
  }

  @AfterAll
  static void tell() {
    if (world != null) {
      world.close();
    }
    System.out.println(
        "\noracle: " + PASSED + " passed, " + FAILED + " failed, " + WITHOUT + " without adapter");
  }
}
