package org.wuyou.gateway.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.Operation;

/** Reads a GraphQL-over-HTTP request; refuses one that is not well formed, saying what is wrong. */
final class RequestReader {
  /** Numbers beyond 1e±1000 cost much to compute with and mean nothing here. */
  private static final int LARGEST_SCALE = 1_000;

  private RequestReader() {}

  /** Of a POST: one JSON object. */
  static Operation fromBody(byte[] body, Locale locale) throws IOException {
    if (body.length == 0) {
      throw HttpRefusal.badRequest(
          "请求正文为空，应为 {\"query\": \"…\"}", "The body is empty; send {\"query\": \"…\"}");
    }
    try (JsonParser in = Json.FACTORY.createParser(body)) {
      Parameters parameters = new Parameters();
      JsonToken first = in.nextToken();
      if (first == JsonToken.START_ARRAY) {
        throw HttpRefusal.badRequest(
            "不支持批量请求，请逐个发送", "Batches are not taken; send one request at a time");
      }
      if (first != JsonToken.START_OBJECT) {
        throw wrongType("The body", "请求正文", "object", "对象");
      }
      parameters.read(in);
      if (in.nextToken() != null) {
        throw HttpRefusal.badRequest("JSON 对象之后还有多余内容", "Something follows the JSON object");
      }
      return parameters.toOperation(false, locale);
    } catch (InputCoercionException notANumber) {
      throw numberOutOfRange();
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed, "正文", "body");
    }
  }

  /** Of a GET: parameters of the URL, {@code variables} and {@code extensions} as JSON texts. */
  static Operation fromQuery(Map<String, List<String>> query, Locale locale) throws IOException {
    Parameters parameters = new Parameters();
    for (String name : List.of("query", "operationName", "variables", "extensions")) {
      List<String> values = query.getOrDefault(name, List.of());
      if (values.size() > 1) {
        throw HttpRefusal.badRequest(
            "参数 " + name + " 出现了多次", "Parameter " + name + " is given more than once");
      }
    }
    parameters.query = first(query, "query");
    String operationName = first(query, "operationName");
    parameters.operationName = "".equals(operationName) ? null : operationName;
    parameters.variables = map(query, "variables");
    map(query, "extensions");
    return parameters.toOperation(true, locale);
  }

  private static @Nullable String first(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getFirst();
  }

  private static Map<String, @Nullable Object> map(Map<String, List<String>> query, String name)
      throws IOException {
    String text = first(query, name);
    if (text == null || text.isEmpty()) {
      return Map.of();
    }
    try (JsonParser in = Json.FACTORY.createParser(text)) {
      in.nextToken();
      Map<String, @Nullable Object> map = objectOrNull(in, name);
      if (in.nextToken() != null) {
        throw HttpRefusal.badRequest(
            "参数 " + name + " 的 JSON 之后还有多余内容", "Something follows the JSON of parameter " + name);
      }
      return map;
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed, "参数 " + name + " ", "parameter " + name);
    }
  }

  /** The entries of a request while it is read. */
  private static final class Parameters {
    private @Nullable String query;
    private @Nullable String operationName;
    private Map<String, @Nullable Object> variables = Map.of();

    void read(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "query" -> query = stringOrNull(in, name);
          case "operationName" -> operationName = stringOrNull(in, name);
          case "variables" -> variables = objectOrNull(in, name);
          case "extensions" -> objectOrNull(in, name);
          // Reserved for later versions of the specification.
          default -> in.skipChildren();
        }
      }
    }

    Operation toOperation(boolean queriesOnly, Locale locale) {
      if (query == null) {
        throw HttpRefusal.badRequest(
            "缺少参数 query（GraphQL 文本）", "Parameter query (the GraphQL text) is missing");
      }
      return new Operation(query, operationName, variables, queriesOnly, locale);
    }
  }

  private static @Nullable String stringOrNull(JsonParser in, String name) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_STRING -> in.getText();
      case VALUE_NULL -> null;
      default -> throw wrongType(name, name, "string", "字符串");
    };
  }

  private static Map<String, @Nullable Object> objectOrNull(JsonParser in, String name)
      throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(in);
    }
    if (token == JsonToken.VALUE_NULL) {
      return Map.of();
    }
    throw wrongType(name, name, "object", "对象");
  }

  private static Map<String, @Nullable Object> object(JsonParser in) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      map.put(name, value(in));
    }
    return map;
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_STRING -> in.getText();
      case VALUE_NUMBER_INT -> in.getNumberValue();
      case VALUE_NUMBER_FLOAT -> decimal(in);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case START_OBJECT -> object(in);
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(in));
        }
        yield list;
      }
      default -> throw new IllegalStateException("No value begins with " + in.currentToken());
    };
  }

  /** Exact: a double would round money. */
  private static BigDecimal decimal(JsonParser in) throws IOException {
    BigDecimal number = in.getDecimalValue();
    if (Math.abs((long) number.scale()) > LARGEST_SCALE) {
      throw numberOutOfRange();
    }
    return number;
  }

  private static HttpRefusal numberOutOfRange() {
    return HttpRefusal.badRequest("变量中的数字超出范围", "A number in the variables is out of range");
  }

  private static HttpRefusal wrongType(String name, String zhName, String type, String zhType) {
    return HttpRefusal.badRequest(zhName + " 应为" + zhType, name + " must be a JSON " + type);
  }

  private static HttpRefusal malformed(JsonProcessingException e, String zhWhere, String where) {
    var at = e.getLocation();
    int line = at == null ? 1 : at.getLineNr();
    int column = at == null ? 1 : at.getColumnNr();
    // The parser's own words quote the input and name its classes; they stay inside.
    return HttpRefusal.badRequest(
        zhWhere + "不是合法的 UTF-8 JSON：第 " + line + " 行第 " + column + " 列",
        "The " + where + " is not valid JSON in UTF-8 at line " + line + ", column " + column);
  }
}
