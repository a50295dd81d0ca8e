package org.wuyou.gateway.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.AstPrinter;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Derived SDL")
class DerivedTextTest {
  private static final String ALL_FORMS =
      """
      "企业 | Enterprise"
      type Enterprise implements Node {
        "标识，\\"不透明\\" | Identity \\\\ opaque"
        id: ID!
        "营收 | Revenue"
        revenue("单位 | Unit" unit: MoneyUnit = YUAN): Money @deprecated(reason: "按\\n营业收入\\u4e00")
        returns(
          "筛选 | Which" where: ReturnWhere
          orderBy: [ReturnOrder!], first: Int
        ): ReturnConnection!
        tags: [[String!]]
      }
      input EnterpriseOrder @oneOf {
        "次序 | Order"
        id: Direction
        in: [EnterpriseKey!]!
      }
      type Query
      """;

  @Test
  void reads_as_the_parser_of_the_whole_language_does() {
    List<TypeDefinition<?>> types = DerivedText.read(ALL_FORMS);

    List<String> expected =
        new Parser()
            .parseDocument(ALL_FORMS).getDefinitions().stream().map(AstPrinter::printAst).toList();
    assertEquals(expected, types.stream().map(AstPrinter::printAst).toList());
    assertEquals(3, types.size());
  }

  @Test
  void of_another_form_is_refused_with_the_place() {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> DerivedText.read("type A { a String }"));

    assertTrue(refused.getMessage().contains("':' expected at: String }"), refused.getMessage());
  }
}
