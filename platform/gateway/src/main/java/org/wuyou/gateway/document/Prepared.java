package org.wuyou.gateway.document;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.List;
import java.util.Map;
import org.wuyou.gateway.Answer;
import org.wuyou.spi.model.Label;

/** A document ready to run, or all that is wrong with it. */
public sealed interface Prepared {
  /**
   * Parsed, measured and valid.
   *
   * @param operations by name; the name of an unnamed one is the empty text
   */
  record Ready(PreparsedDocumentEntry entry, Map<String, MeasuredOperation> operations)
      implements Prepared {}

  record Refused(List<Problem> problems) implements Prepared {}

  /** One thing wrong with a document. */
  record Problem(
      String code, Label message, List<Answer.Location> locations, Map<String, Object> extensions) {
    static Problem limit(String code, String zh, String en, Object limit, Object found) {
      return new Problem(
          code, new Label(zh, en), List.of(), Map.of("limit", limit, "found", found));
    }
  }
}
