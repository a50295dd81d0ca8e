package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The audits by which graphql-http checks servers against the GraphQL-over-HTTP specification,
 * under their ids. All hold but one: 80D8 wants {@code application/json} where the client sends no
 * Accept, the specification since 2025 {@code application/graphql-response+json}; we follow the
 * specification.
 */
@DisplayName("Audit of GraphQL over HTTP")
class GraphqlOverHttpAuditTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RESPONSE = "application/graphql-response+json";
  private static final String PLAIN = "application/json";
  private static final String TYPENAME = "{\"query\":\"{ __typename }\"}";

  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** What the answer must be like; null where the audit does not say. */
  private record Wanted(int from, int to, @Nullable String type, @Nullable Boolean errors) {
    static Wanted status(int status) {
      return new Wanted(status, status, null, null);
    }

    static Wanted clientError() {
      return new Wanted(400, 499, null, null);
    }

    Wanted type(String wanted) {
      return new Wanted(from, to, wanted, errors);
    }

    Wanted errors(boolean wanted) {
      return new Wanted(from, to, type, wanted);
    }
  }

  private record Audit(
      String id,
      String says,
      String method,
      Map<String, String> headers,
      String content,
      Wanted wanted) {}

  @TestFactory
  Stream<DynamicTest> every_audit_holds() {
    return audits().stream()
        .map(audit -> dynamicTest(audit.id + " " + audit.says, () -> check(audit)));
  }

  private static List<Audit> audits() {
    List<Audit> audits = new ArrayList<>();
    mediaTypes(audits);
    requests(audits);
    parameters(audits);
    responses(audits);
    return audits;
  }

  private static void mediaTypes(List<Audit> audits) {
    audits.add(post("22EB", RESPONSE, TYPENAME, Wanted.status(200).type(RESPONSE)));
    audits.add(post("4655", PLAIN, TYPENAME, Wanted.status(200).type(PLAIN)));
    audits.add(post("47DE", "*/*", TYPENAME, Wanted.status(200).type(PLAIN)));
    // The specification, against the audit.
    audits.add(get("80D8", null, "query={ __typename }", Wanted.status(200).type(RESPONSE)));
    audits.add(post("82A3", null, TYPENAME, Wanted.status(200).type("charset=utf-8")));
    audits.add(
        new Audit(
            "BF61",
            "a request that says charset=utf-8",
            "POST",
            Map.of("Content-Type", "application/json; charset=utf-8"),
            TYPENAME,
            Wanted.status(200)));
    audits.add(
        post(
            "78D5",
            null,
            "{\"query\":\"{ hello(name: \\\"企业\\\") }\"}",
            Wanted.status(200).errors(false)));
  }

  private static void requests(List<Audit> audits) {
    audits.add(post("2C94", null, TYPENAME, Wanted.status(200)));
    audits.add(get("5A70", null, "query={ __typename }", Wanted.status(200)));
    audits.add(get("9C48", RESPONSE, "query=mutation { touch }", Wanted.status(405)));
    audits.add(new Audit("9ABE", "no Content-Type", "POST", Map.of(), "", Wanted.clientError()));
    audits.add(post("03D4", null, TYPENAME, Wanted.status(200)));
    audits.add(post("A5BF", null, "", Wanted.status(400)));
    audits.add(post("7267", null, "", Wanted.status(400).errors(true)));
  }

  private static void parameters(List<Audit> audits) {
    audits.add(post("423L", RESPONSE, "{\"notquery\":\"{ __typename }\"}", Wanted.status(400)));
    List<String> notStrings = List.of("{\"obj\":\"ect\"}", "0", "false", "[\"array\"]");
    List<String> notMaps = List.of("\"string\"", "0", "false", "[\"array\"]");
    for (int i = 0; i < 4; i++) {
      for (String accept : List.of(RESPONSE, PLAIN)) {
        audits.add(post("LKJ" + i, accept, "{\"query\":" + notStrings.get(i) + "}", refused()));
        audits.add(post("6C0" + i, accept, with("operationName", notStrings.get(i)), refused()));
        audits.add(post("476" + i, accept, with("variables", notMaps.get(i)), refused()));
        audits.add(post("58B" + i, accept, with("extensions", notMaps.get(i)), refused()));
      }
    }
    audits.add(post("34A2", RESPONSE, TYPENAME, answered()));
    audits.add(post("13EE", PLAIN, TYPENAME, answered()));
    String named = "{\"operationName\":\"Query\",\"query\":\"query Query { __typename }\"}";
    audits.add(post("8161", RESPONSE, named, answered()));
    audits.add(post("B8B3", PLAIN, named, answered()));
    List<String> optional = List.of("variables", "operationName", "extensions");
    for (int i = 0; i < 3; i++) {
      audits.add(post("94B" + i, RESPONSE, with(optional.get(i), "null"), answered()));
      audits.add(post("022" + i, PLAIN, with(optional.get(i), "null"), answered()));
    }
    String typed =
        "{\"query\":\"query Type($name: String!) { __type(name: $name) { name } }\","
            + "\"variables\":{\"name\":\"sometype\"}}";
    audits.add(post("2EA1", RESPONSE, typed, answered()));
    audits.add(post("28B9", PLAIN, typed, answered()));
    String byUrl =
        "query=query Type($name: String!) { __type(name: $name) { name } }"
            + "&variables={\"name\":\"sometype\"}";
    audits.add(get("D6D5", RESPONSE, byUrl, answered()));
    audits.add(get("6A70", PLAIN, byUrl, answered()));
    audits.add(post("428F", RESPONSE, with("extensions", "{\"some\":\"value\"}"), answered()));
    audits.add(post("1B7A", PLAIN, with("extensions", "{\"some\":\"value\"}"), answered()));
  }

  private static void responses(List<Audit> audits) {
    audits.add(post("B6DC", null, "{ \"not a JSON", Wanted.clientError()));
    audits.add(post("BCF8", null, "{ \"not a JSON", Wanted.status(400)));
    audits.add(post("8764", null, "{\"qeury\":\"{ __typename }\"}", Wanted.status(400)));
    audits.add(post("3E3A", null, "{\"qeury\":\"{ __typename }\"}", Wanted.status(400)));
    String unparsable = "{\"query\":\"{\"}";
    String invalid = "{\"query\":\"{ f8f31403dfe404bccbb0e835f2629c6a7 }\"}";
    String uncoercible =
        "{\"query\":\"query CoerceFailure($id: ID!){ __typename }\",\"variables\":{\"id\":null}}";
    audits.add(post("572B", PLAIN, unparsable, Wanted.status(200).errors(true)));
    audits.add(post("FDE2", PLAIN, invalid, Wanted.status(200).errors(true)));
    audits.add(post("7B9B", PLAIN, uncoercible, Wanted.status(200).errors(true)));
    for (String id : List.of("865D", "556A", "D586")) {
      audits.add(post(id, RESPONSE, unparsable, refused()));
    }
    for (String id : List.of("51FE", "74FF", "5E5B")) {
      audits.add(post(id, RESPONSE, invalid, refused()));
    }
    audits.add(post("86EE", RESPONSE, uncoercible, refused()));
  }

  private static Wanted answered() {
    return Wanted.status(200).errors(false);
  }

  private static Wanted refused() {
    return Wanted.status(400).errors(true);
  }

  private static String with(String parameter, String value) {
    return "{\"query\":\"{ __typename }\",\"" + parameter + "\":" + value + "}";
  }

  private static Audit post(String id, @Nullable String accept, String body, Wanted wanted) {
    Map<String, String> headers =
        accept == null
            ? Map.of("Content-Type", "application/json")
            : Map.of("Content-Type", "application/json", "Accept", accept);
    return new Audit(id, "POST " + body + " accepting " + accept, "POST", headers, body, wanted);
  }

  private static Audit get(String id, @Nullable String accept, String query, Wanted wanted) {
    Map<String, String> headers = accept == null ? Map.of() : Map.of("Accept", accept);
    return new Audit(id, "GET " + query + " accepting " + accept, "GET", headers, query, wanted);
  }

  private static void check(Audit audit) throws Exception {
    boolean get = audit.method.equals("GET");
    HttpRequest.Builder request =
        get
            ? server.request("/graphql?" + encoded(audit.content))
            : server.request("/graphql").POST(HttpRequest.BodyPublishers.ofString(audit.content));
    audit.headers.forEach(request::header);
    HttpResponse<String> response = server.send(request.build());
    Wanted wanted = audit.wanted;
    assertTrue(
        response.statusCode() >= wanted.from && response.statusCode() <= wanted.to,
        () -> "status " + response.statusCode() + ": " + response.body());
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (wanted.type != null) {
      assertTrue(type.contains(wanted.type), () -> "content type " + type);
    }
    if (wanted.errors != null) {
      JsonNode answer = JSON.readTree(response.body());
      assertEquals(wanted.errors, answer.has("errors"), response::body);
      if (wanted.errors) {
        assertFalse(answer.has("data"), response::body);
      }
    }
  }

  private static String encoded(String query) {
    StringBuilder encoded = new StringBuilder();
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      encoded
          .append(encoded.isEmpty() ? "" : "&")
          .append(parameter, 0, equals + 1)
          .append(URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return encoded.toString();
  }
}
