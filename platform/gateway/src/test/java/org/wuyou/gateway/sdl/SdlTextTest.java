package org.wuyou.gateway.sdl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Node;
import graphql.language.SourceLocation;
import graphql.parser.MultiSourceReader;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("SDL known to be well formed")
class SdlTextTest {
  private static final String ALL_FORMS =
      """
      # what the platform derives
      "企业 | Enterprise"
      type Enterprise implements Node & Named @old {
        "标识，\\"不透明\\" | Identity \\\\ opaque"
        id: ID!
        "营收 | Revenue"
        revenue("单位 | Unit" unit: MoneyUnit = YUAN): Money @deprecated(reason: "按\\n营业收入\\u4e00")
        returns(
          "筛选 | Which" where: ReturnWhere
          orderBy: [ReturnOrder!], first: Int = -20, share: Float = 1.50e2
        ): ReturnConnection!   # the rest of a line
        tags: [[String!]]
      }
      input EnterpriseOrder @oneOf {
        "次序 | Order"
        id: Direction
        in: [EnterpriseKey!]! = [{ a: 1, b: null, c: [true, false] }, ONE]
      }
      type Query
      extend type Query { found: Found }
      extend type Enterprise implements Placed @extra
      interface Placed implements Node { at: String }
      union Found = | Enterprise | Return
      enum Kind { "甲 | A" A @deprecated B }
      "日期 | Date"
      scalar Date @specifiedBy(url: "x")
      directive @unit(of: [String!] = ["元"]) repeatable on FIELD_DEFINITION | OBJECT
      """;

  @Test
  void reads_as_the_parser_of_the_whole_language_does() throws IOException {
    assertSame("all forms", ALL_FORMS);
  }

  @Test
  void of_the_platform_and_its_modules_reads_so_too() throws IOException, URISyntaxException {
    URI base =
        Objects.requireNonNull(SdlTextTest.class.getResource("/wuyou/base.graphqls")).toURI();
    if (base.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(base, Map.of())) {
        assertSame(jar.getPath("/wuyou"));
      }
    } else {
      assertSame(Path.of(base).resolveSibling(""));
    }
  }

  private static void assertSame(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.toString().endsWith(".graphqls")).toList();
    }
    assertTrue(files.size() > 10, files.toString());
    for (Path file : files) {
      assertSame(file.getFileName().toString(), Files.readString(file));
    }
  }

  @Test
  void without_a_source_has_no_places() {
    Definition<?> type = SdlText.read("\n type A { b: C }", null).getFirst();

    assertEquals(SourceLocation.EMPTY, type.getSourceLocation());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type A { a String }",
        "type A { a: String ",
        "query { a }",
        "extend enum A { B }",
        "type A { a: String = ",
        "\"no end",
        "\"two\nlines\" type A",
        "\"\"\"a block\"\"\" type A",
        "\"\\x\" type A",
        "\"\\u12\" type A",
        "input A { a: Int = 1..2 }",
        "schema { query: Query }",
        "type 1A"
      })
  void of_another_form_is_left_to_that_parser(String text) {
    assertThrows(SdlText.UnreadException.class, () -> SdlText.read(text, "a.graphqls"));
  }

  private static void assertSame(String name, String text) throws IOException {
    List<String> library = new ArrayList<>();
    try (MultiSourceReader reader =
        MultiSourceReader.newMultiSourceReader().string(text, name).build()) {
      Parser.parse(
              ParserEnvironment.newParserEnvironment()
                  .document(reader)
                  .parserOptions(
                      ParserOptions.getDefaultSdlParserOptions()
                          .transform(o -> o.captureLineComments(false)))
                  .build())
          .getDefinitions()
          .forEach(definition -> list(library, definition));
    }
    List<String> ours = new ArrayList<>();
    SdlText.read(text, name).forEach(definition -> list(ours, definition));

    assertEquals(String.join("\n", library), String.join("\n", ours));
  }

  /** Every node with its place and what it says. */
  private static void list(List<String> nodes, Node<?> node) {
    nodes.add(
        node.getClass().getSimpleName()
            + " "
            + node.getSourceLocation()
            + " "
            + AstPrinter.printAstCompact(node));
    node.getChildren().forEach(child -> list(nodes, child));
  }
}
