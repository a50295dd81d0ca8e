package org.wuyou.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.Answer;

/** Writes answers and refusals as JSON, straight to bytes. */
final class Json {
  /** Recycled across threads: a thread-local pool would be empty on every virtual thread. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(400).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  static void writeAnswer(JsonGenerator out, Answer answer) throws IOException {
    out.writeStartObject();
    if (!answer.errors().isEmpty()) {
      out.writeArrayFieldStart("errors");
      for (Answer.Fault fault : answer.errors()) {
        writeValue(out, fault.toMap());
      }
      out.writeEndArray();
    }
    if (!answer.requestError()) {
      out.writeFieldName("data");
      writeValue(out, answer.data());
    }
    out.writeEndObject();
  }

  static void writeRefusal(
      JsonGenerator out, HttpRefusal refusal, Map<String, String> extensions, Locale locale)
      throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("errors");
    out.writeStartObject();
    out.writeStringField("message", refusal.label().in(locale));
    out.writeObjectFieldStart("extensions");
    out.writeStringField("code", refusal.code());
    for (Map.Entry<String, String> extension : extensions.entrySet()) {
      out.writeStringField(extension.getKey(), extension.getValue());
    }
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  static void writeValue(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Boolean flag -> out.writeBoolean(flag);
      case List<?> list -> {
        out.writeStartArray();
        for (int i = 0; i < list.size(); i++) {
          writeValue(out, list.get(i));
        }
        out.writeEndArray();
      }
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.writeFieldName((String) entry.getKey());
          writeValue(out, entry.getValue());
        }
        out.writeEndObject();
      }
      case Long number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number.toPlainString());
      case BigInteger number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Float number -> out.writeNumber(number);
      case Short number -> out.writeNumber(number);
      case Byte number -> out.writeNumber(number);
      default ->
          throw new IllegalStateException(
              "An answer holds a " + value.getClass().getName() + ", which is no JSON value");
    }
  }
}
