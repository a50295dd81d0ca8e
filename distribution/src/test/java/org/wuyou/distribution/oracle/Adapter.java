package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Puts one kind of case to the product and gives the answer in the words of the case. */
@FunctionalInterface
interface Adapter {
  /**
   * @param readings choices to pass along, in the form of the API's {@code ReadingChoice}
   */
  JsonNode answer(OracleCase given, Question question, List<Map<String, String>> readings);

  /** The product to ask, and helpers to read its answers. */
  record Question(World world) {}
}
