package org.wuyou.registry.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.wuyou.registry.Csv;
import org.wuyou.registry.Golden;

@Tag("REG-01")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferenceDivisionsTest {
  private static final Path SHIPPED = Path.of("src/main/resources/META-INF/wuyou/reference");

  private final ReferenceDivisions made = new ReferenceDivisions(Path.of("src/reference"));

  @Test
  @Order(1)
  void Shipped_divisions_are_made_from_their_sources() throws Exception {
    Golden.check(SHIPPED.resolve("Division.csv"), made.divisionCsv());
    Golden.check(SHIPPED.resolve("DivisionPeriod.csv"), made.periodCsv());
  }

  @Test
  void Every_row_comes_after_those_it_points_to() {
    Set<String> seen = new HashSet<>();
    for (Map<String, String> row : Csv.read(SHIPPED.resolve("Division.csv"))) {
      for (String reference : List.of(row.get("parent"), row.get("successor"))) {
        assertTrue(
            reference.isEmpty() || seen.contains(reference), () -> row + " points to a later row");
      }
      assertTrue(seen.add(row.get("code")), () -> row + " twice");
    }
  }

  @Test
  void Retired_counties_of_the_five_regions_have_the_successors_that_are_known() {
    Map<String, String> successors =
        Csv.read(SHIPPED.resolve("Division.csv")).stream()
            .collect(Collectors.toMap(r -> r.get("code"), r -> r.get("successor")));
    assertEquals("211104", successors.get("211121"), "大洼县 → 大洼区");
    assertEquals("360112", successors.get("360122"), "新建县 → 新建区");
    assertEquals("360404", successors.get("360421"), "九江县 → 柴桑区");
    assertEquals("361103", successors.get("361122"), "广丰县 → 广丰区");
    assertEquals("360704", successors.get("360721"), "赣县 → 赣县区");
    assertEquals("371300", successors.get("371301"), "市辖区 → 临沂市");
  }

  @Test
  void Counties_of_Jincheng_are_six() {
    long counties =
        Csv.read(SHIPPED.resolve("Division.csv")).stream()
            .filter(r -> r.get("parent").equals("140500") && r.get("validTo").isEmpty())
            .count();
    assertEquals(6, counties);
  }

  @Test
  void Industry_classes_are_20_sections_and_97_divisions() {
    Map<String, Long> levels =
        Csv.read(SHIPPED.resolve("IndustryClass.csv")).stream()
            .collect(Collectors.groupingBy(r -> r.get("level"), Collectors.counting()));
    assertEquals(Map.of("1", 20L, "2", 97L), levels);
  }
}
