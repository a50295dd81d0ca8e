package org.wuyou.testkit;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer as it came. */
public record GraphqlReply(int status, JsonNode body) {
  public JsonNode data() {
    return body.path("data");
  }

  /** Empty if there are none. */
  public JsonNode errors() {
    return body.path("errors");
  }

  /** The code of the first error, or an empty text. */
  public String code() {
    return errors().path(0).path("extensions").path("code").asText();
  }

  public String pretty() {
    return body.toPrettyString();
  }
}
