package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuyou.spi.Contribution;

@DisplayName("Contributions that do not compose")
class CompositionFaultsTest {
  /** A module of one entity, to put faults into. */
  private static final String GOOD =
      """
      "甲 | A"
      type A @entity(key: ["code"]) {
        "码 | Code"
        code: String!
        "数 | Number"
        number: Int
      }
      """;

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("SYNTAX", 3, "\"甲 | A\"\ntype A {\n  code String!\n}", "语法"),
        fault("NO_DESCRIPTION", 1, "type A { \"b | b\" b: Int }", "A"),
        fault("NO_DESCRIPTION", 3, "\"甲 | A\"\ntype A {\n  b: Int\n}", "A.b"),
        fault("NO_DESCRIPTION", 3, "\"甲 | A\"\ntype A {\n  \"只有中文\"\n  b: Int }", "A.b"),
        fault("NO_DESCRIPTION", 4, "\"甲 | A\"\ntype A {\n  \"b | b\"\n  b(x: Int): Int }", "A.b.x"),
        fault("NO_DESCRIPTION", 3, "\"甲 | A\"\nenum A {\n  X\n}", "A.X"),
        fault("NO_DESCRIPTION", 3, "\"甲 | A\"\ninput A {\n  x: Int\n}", "A.x"),
        fault(
            "DUPLICATE_TYPE",
            1,
            "\"甲 | A\"\ntype Node { \"b | b\" b: Int }",
            "platform/common.graphqls"),
        fault(
            "DUPLICATE_FIELD",
            3,
            "\"甲 | A\"\ntype A { \"b | b\" b: Int\n \"b | b\"\n b: Int }",
            "A.b"),
        fault("UNKNOWN_TYPE", 2, "\"甲 | A\"\ntype A { \"b | b\" b: Monye }", "Monye"),
        fault("UNKNOWN_TYPE", 1, "extend type Enterprize { \"b | b\" b: Int }", "Enterprize"),
        fault("UNKNOWN_DIRECTIVE", 2, "\"甲 | A\"\ntype A { \"b | b\" b: Int @indx }", "@indx"),
        fault("DIRECTIVE_PLACE", 2, "\"甲 | A\"\ntype A @index { \"b | b\" b: Int }", "@index"),
        fault(
            "DIRECTIVE_ARGUMENT", 2, "\"甲 | A\"\ntype A { \"b | b\" b: Int @range(mn: 1) }", "mn"),
        fault(
            "DIRECTIVE_ARGUMENT",
            2,
            "\"甲 | A\"\ntype A { \"b | b\" b: Int @range(min: \"1\") }",
            "min"),
        fault("DIRECTIVE_ARGUMENT", 2, "\"甲 | A\"\ntype A @entity { \"b | b\" b: Int! }", "key"),
        fault("NOT_ALLOWED", 1, "\"甲 | A\"\nscalar Colour", "Scalar"),
        fault("NOT_ALLOWED", 1, "directive @mine on OBJECT", "Directive"),
        fault("NOT_ALLOWED", 1, "extend enum MoneyUnit { \"b | b\" FEN }", "Enum"),
        fault("ROOT_TYPE", 1, "\"查 | Q\"\ntype Query { \"b | b\" b: Int }", "Query"),
        fault(
            "TYPE_NOT_ALLOWED_HERE",
            2,
            "\"甲 | A\"\ntype A { \"b | b\" b(\"x | x\" x: PageInfo): Int }",
            "PageInfo"),
        fault(
            "TYPE_NOT_ALLOWED_HERE",
            2,
            "\"甲 | A\"\ntype A { \"b | b\" b: MoneyFilter }",
            "MoneyFilter"),
        fault("RESERVED_NAME", 2, "\"甲 | A\"\ntype A { \"b | b\" __b: Int }", "__"),
        fault("RESERVED_NAME", 5, GOOD.replace("number: Int", "id: Int"), "A.id"),
        fault("NO_KEY", 2, GOOD.replace("[\"code\"]", "[]"), "A"),
        fault("UNKNOWN_FIELD", 2, GOOD.replace("[\"code\"]", "[\"cde\"]"), "cde"),
        fault("KEY_NOT_REQUIRED", 3, GOOD.replace("String!", "String"), "code"),
        fault("UNKNOWN_FIELD", 2, GOOD.replace("key:", "unique: [[\"x\"]], key:"), "x"),
        fault("SCOPE", 2, GOOD.replace("key:", "scope: \"number\", key:"), "number"),
        fault("PLURAL", 2, GOOD.replace("key:", "plural: \"a\", key:"), "a"),
        fault("NOT_STORABLE", 5, GOOD.replace("number: Int", "number: Float"), "Float"),
        fault("SEARCH", 5, GOOD.replace("number: Int", "number: Int @search"), "@search"),
        fault("RANGE", 3, GOOD.replace("String!", "String! @range(min: 1)"), "@range"),
        fault("TEXT", 5, GOOD.replace("number: Int", "number: Int @text(maxLength: 3)"), "@text"),
        fault("PATTERN", 3, GOOD.replace("String!", "String! @text(pattern: \"[a\")"), "正则"),
        fault(
            "INVERSE",
            5,
            GOOD.replace("number: Int", "number: [A!]! @inverse(of: \"code\")"),
            "A.code"),
        fault(
            "UNKNOWN_FIELD",
            5,
            GOOD.replace("number: Int", "number: [A!]! @inverse(of: \"cod\")"),
            "cod"),
        fault(
            "RESOLVER_MISSING",
            5,
            GOOD.replace("number: Int", "number: Int @computed"),
            "A.number"),
        fault("RESOLVER_MISSING", 1, "extend type Query { \"b | b\" b: Int }", "Query.b"),
        fault(
            "DERIVED_NAME_TAKEN",
            8,
            GOOD + "\"乙 | B\"\ntype AWhere { \"b | b\" b: Int }",
            "AWhere"));
  }

  private static Arguments fault(String code, int line, String sdl, String named) {
    return Arguments.of(code, line, sdl, named);
  }

  @ParameterizedTest(name = "{0} names line {1} and {3}")
  @MethodSource("faults")
  void are_refused_with_module_file_line_and_remedy(
      String code, int line, String sdl, String named) {
    List<SchemaFault> faults = Samples.faults(Samples.module("mine", sdl));
    SchemaFault fault =
        faults.stream()
            .filter(f -> f.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new AssertionError(faults));
    assertEquals("mine", fault.module());
    assertEquals("a.graphqls", fault.file());
    assertEquals(line, fault.line(), fault::toString);
    assertTrue(fault.column() > 0);
    assertTrue(
        fault.message().zh().contains(named) || fault.message().en().contains(named),
        fault::toString);
    assertFalse(fault.remedy().zh().isBlank());
    assertFalse(fault.remedy().en().isBlank());
  }

  @Test
  void tell_all_faults_at_once() {
    List<SchemaFault> faults =
        Samples.faults(
            Samples.module("one", "type A { b: Int }"),
            Samples.module("two", "\"乙 | B\"\ntype B { \"c | c\" c: Intt }"));
    assertEquals(
        List.of("one NO_DESCRIPTION", "one NO_DESCRIPTION", "two UNKNOWN_TYPE"),
        faults.stream().map(f -> f.module() + " " + f.code()).toList());
  }

  @Test
  void name_both_owners_of_a_name() {
    List<SchemaFault> faults =
        Samples.faults(Samples.module("one", GOOD), Samples.module("two", GOOD));
    assertEquals("two", faults.getFirst().module());
    assertTrue(faults.getFirst().message().en().contains("one/a.graphqls:1"), faults::toString);
  }

  @Test
  void offer_the_name_that_was_meant() {
    List<SchemaFault> faults =
        Samples.faults(Samples.module("mine", "\"甲 | A\"\ntype A { \"b | b\" b: Monye }"));
    assertEquals("Did you mean Money?", faults.getFirst().remedy().en());
  }

  @Test
  void keep_a_region_to_names_of_its_own() {
    List<SchemaFault> faults =
        Samples.faults(
            Samples.module(
                "region-jincheng",
                "\"甲 | A\"\ntype Shanxi { \"b | b\" b: Int }\nextend type Query { \"b | b\" voucher: Int }"));
    assertEquals(
        List.of("WRONG_PREFIX", "WRONG_PREFIX"), faults.stream().map(SchemaFault::code).toList());
    assertTrue(faults.getFirst().remedy().en().contains("JinchengShanxi"));
  }

  @Test
  void refuse_code_for_fields_that_are_not_there_or_not_the_modules_own() {
    Contribution mine =
        new Contribution(
            "mine",
            "1",
            Map.of("a.graphqls", GOOD),
            Map.of("A.nubmer", call -> 1, "A.code", call -> 1, "Enterprise.standing", call -> 1),
            Map.of("B", List.of()));
    List<SchemaFault> faults = Samples.faults(Samples.registry(), mine);
    assertEquals(
        List.of(
            "CHECK_UNKNOWN_ENTITY",
            "RESOLVER_UNKNOWN_FIELD",
            "RESOLVER_UNKNOWN_FIELD",
            "RESOLVER_UNKNOWN_FIELD"),
        faults.stream().map(SchemaFault::code).sorted().toList());
    assertTrue(faults.stream().anyMatch(f -> f.remedy().en().equals("Did you mean number?")));
  }

  @Test
  void let_a_region_add_fields_to_an_entity_of_another_module() {
    Generation generation =
        Samples.composed(
            Samples.registry(),
            Samples.module(
                "region-jincheng",
                "extend type Enterprise {\n  \"晋城编号 | Jincheng number\"\n  jinchengNumber: String\n}"));
    assertEquals(
        "region-jincheng", generation.model().entity("Enterprise").field("jinchengNumber").owner());
    assertEquals("region-jincheng", generation.owner("Enterprise.jinchengNumber"));
    assertTrue(generation.sdl().contains("jinchengNumber"));
  }
}
