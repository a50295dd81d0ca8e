package org.wuyou.policy.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wuyou.policy.Text;

/**
 * An ambiguity of the document: the choices there are, and the one taken unless another is asked.
 */
public record Reading(
    String id, Text question, String usual, Map<String, Text> choices, Text reason) {
  public Reading {
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }
}
