package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A bad request")
class BadRequestsTest {
  private static final Limits LIMITS =
      new Limits(20_000, 5_000, 12, 20, 10, 30, 100_000, 500, Duration.ofSeconds(30), 3);

  @TempDir static Path directory;
  private static Register register;

  @BeforeAll
  static void open() {
    register = Register.open(directory, LIMITS);
  }

  @AfterAll
  static void close() {
    register.close();
  }

  @AfterEach
  void leaves_the_server_unharmed() {
    assertEquals("{'enterprises':{'totalCount':5}}", register.data("{enterprises{totalCount}}"));
  }

  private static Arguments bad(
      String what, String code, String reason, String query, Object... variables) {
    return Arguments.of(what, code, reason, query, Register.values(variables));
  }

  static Stream<Arguments> requests() {
    String uscc = "query($u:Uscc!){enterprise(uscc:$u){name}}";
    return Stream.of(
        bad("nothing", "SYNTAX", null, ""),
        bad("blanks", "SYNTAX", null, "  \n "),
        bad("prose", "SYNTAX", null, "please give me all enterprises"),
        bad("an open brace", "SYNTAX", null, "{enterprises{totalCount}"),
        bad("an open string", "SYNTAX", null, "{enterprise(uscc:\"x){name}}"),
        bad("an empty selection", "SYNTAX", null, "{enterprises{}}"),
        bad("a control character", "SYNTAX", null, "{enterprises\u0001{totalCount}}"),
        bad(
            "a fragment alone",
            "BAD_REQUEST",
            "OPERATION_NAME",
            "fragment F on Query{node(id:\"x\"){id}} query A{...F} query B{...F}"),
        bad("a type definition", "VALIDATION", null, "type A{b:Int}"),
        bad("an unknown root field", "VALIDATION", null, "{companies{totalCount}}"),
        bad("an unknown field", "VALIDATION", null, "{enterprises{nodes{nmae}}}"),
        bad("no selection of an object", "VALIDATION", null, "{enterprises}"),
        bad("a selection of a scalar", "VALIDATION", null, "{enterprises{totalCount{x}}}"),
        bad("an unknown argument", "VALIDATION", null, "{enterprises(limit:3){totalCount}}"),
        bad("a missing argument", "VALIDATION", null, "{enterprise{name}}"),
        bad("an argument twice", "VALIDATION", null, "{enterprises(first:1,first:2){totalCount}}"),
        bad(
            "an unknown operator",
            "VALIDATION",
            null,
            "{enterprises(where:{employees:{like:1}}){totalCount}}"),
        bad(
            "an unknown field of where",
            "VALIDATION",
            null,
            "{enterprises(where:{nmae:{eq:\"x\"}}){totalCount}}"),
        bad(
            "an unknown enumeration value",
            "VALIDATION",
            null,
            "{enterprises(where:{size:{eq:HUGE}}){totalCount}}"),
        bad("text for a number", "VALIDATION", null, "{enterprises(first:\"ten\"){totalCount}}"),
        bad(
            "two fields in one order",
            "VALIDATION",
            null,
            "{enterprises(orderBy:[{name:ASC,uscc:ASC}]){totalCount}}"),
        bad("no field in an order", "VALIDATION", null, "{enterprises(orderBy:[{}]){totalCount}}"),
        bad("an unknown directive", "VALIDATION", null, "{enterprises @cached{totalCount}}"),
        bad("an unknown fragment", "VALIDATION", null, "{enterprises{...F}}"),
        bad(
            "a fragment that is not used",
            "VALIDATION",
            null,
            "{enterprises{totalCount}} fragment F on Enterprise{name}"),
        bad(
            "fragments in a circle",
            "VALIDATION",
            null,
            "{enterprises{nodes{...F}}} fragment F on Enterprise{parent{...F}}"),
        bad("a variable that is not declared", "VALIDATION", null, "{enterprise(uscc:$u){name}}"),
        bad(
            "a variable that is not used",
            "VALIDATION",
            null,
            "query($u:Uscc){enterprises{totalCount}}"),
        bad(
            "a variable of another type",
            "VALIDATION",
            null,
            "query($u:Int!){enterprise(uscc:$u){name}}",
            "u",
            1),
        bad("a variable missing", "VALIDATION", null, uscc),
        bad("a variable null", "VALIDATION", null, uscc, "u", null),
        bad("an object for a code", "VALIDATION", "NOT_A_TEXT", uscc, "u", Map.of("a", 1)),
        bad("a short code", "VALIDATION", "LENGTH", uscc, "u", "911405"),
        bad(
            "a code with a letter that is not used",
            "VALIDATION",
            "CHARACTER_NOT_ALLOWED",
            uscc,
            "u",
            "91140500000000O1AX"),
        bad(
            "a code with a wrong check character",
            "VALIDATION",
            "CHECK_CHARACTER",
            "{enterprise(uscc:\"11140500012420117X\"){name}}"),
        bad(
            "a division of five digits",
            "VALIDATION",
            "DIVISION_CODE",
            "{enterprises(where:{divisionCode:{eq:\"14058\"}}){totalCount}}"),
        bad(
            "an industry that is none",
            "VALIDATION",
            "INDUSTRY_CODE",
            "{enterprises(where:{industryCode:{within:\"Z\"}}){totalCount}}"),
        bad(
            "money that is too fine",
            "VALIDATION",
            "TOO_FINE",
            "{enterprises(where:{revenue:{gt:0.001}}){totalCount}}"),
        bad(
            "money that is no money",
            "VALIDATION",
            "NOT_MONEY",
            "{enterprises(where:{revenue:{gt:\"lots\"}}){totalCount}}"),
        bad(
            "a day that is none",
            "VALIDATION",
            "NOT_A_DATE",
            "{enterprises(where:{founded:{gt:\"2021-02-30\"}}){totalCount}}"),
        bad(
            "an unknown field in a variable",
            "VALIDATION",
            null,
            "query($w:EnterpriseWhere){enterprises(where:$w){totalCount}}",
            "w",
            Map.of("nmae", Map.of("eq", "x"))),
        bad(
            "a text for an object",
            "VALIDATION",
            null,
            "query($w:EnterpriseWhere){enterprises(where:$w){totalCount}}",
            "w",
            "name=x"),
        bad(
            "a comparison with null",
            "BAD_REQUEST",
            "NULL_COMPARISON",
            "{enterprises(where:{employees:{gt:null}}){totalCount}}"),
        bad(
            "first and last",
            "BAD_REQUEST",
            "FIRST_AND_LAST",
            "{enterprises(first:1,last:1){nodes{name}}}"),
        bad(
            "a negative page",
            "BAD_REQUEST",
            "NEGATIVE_PAGE_SIZE",
            "{enterprises(first:-1){nodes{name}}}"),
        bad(
            "a page that is too large",
            "LIMIT_PAGE_SIZE",
            null,
            "{enterprises(first:501){nodes{name}}}"),
        bad(
            "a cursor made up",
            "BAD_REQUEST",
            "CURSOR_INVALID",
            "{enterprises(after:\"abc\"){nodes{name}}}"),
        bad(
            "a cursor that is no base64",
            "BAD_REQUEST",
            "CURSOR_INVALID",
            "{enterprises(after:\"%%%\"){nodes{name}}}"),
        bad("an id made up", "BAD_REQUEST", "ID_INVALID", "{node(id:\"42\"){id}}"),
        bad(
            "an id of another type",
            "BAD_REQUEST",
            "ID_OF_ANOTHER_TYPE",
            "{yearlyReturn(enterprise:{id:\"TG9nRW50cnk6MQ\"},year:2024){year}}"),
        bad(
            "half a key",
            "BAD_REQUEST",
            "KEY_INCOMPLETE",
            "mutation{yearlyReturnRemove(key:{year:2024}){removedId}}"),
        bad(
            "a nameless choice of two operations",
            "BAD_REQUEST",
            "OPERATION_NAME",
            "query A{today} query B{today}"),
        bad(
            "a subscription as a query",
            "BAD_REQUEST",
            "SUBSCRIPTION",
            "subscription{enterpriseChanged{id}}"),
        bad(
            "fields nested too deep",
            "LIMIT_DEPTH",
            null,
            "{enterprises{nodes" + "{parent".repeat(11) + "{name}" + "}".repeat(11) + "}}"),
        bad(
            "too many aliases",
            "LIMIT_ALIASES",
            null,
            "{today " + repeat(21, i -> "a" + i + ":today ") + "}"),
        bad("too many root fields", "LIMIT_ROOT_FIELDS", null, "{" + "today ".repeat(11) + "}"),
        bad(
            "too many directives",
            "LIMIT_DIRECTIVES",
            null,
            "{today " + "@skip(if:false) ".repeat(31) + "}"),
        bad("fragments that explode", "LIMIT_COST", null, bomb()),
        bad(
            "pages in pages in pages",
            "LIMIT_COST",
            null,
            "{enterprises(first:500){nodes{subsidiaries(first:500){nodes{name}}}}}"),
        bad(
            "pages by variables",
            "LIMIT_COST",
            null,
            "query($n:Int){enterprises(first:$n){nodes{subsidiaries(first:$n){nodes{name}}}}}",
            "n",
            400),
        bad("a text that is too long", "LIMIT_SIZE", null, "{today}" + " ".repeat(20_000)),
        bad("too many words", "LIMIT_SIZE", null, "{" + "x ".repeat(5_100) + "}"),
        bad(
            "lists in lists in lists",
            "LIMIT_SIZE",
            null,
            "{enterprises(where:" + "[".repeat(2_000) + "]".repeat(2_000) + "){totalCount}}"),
        bad(
            "too many rows at once",
            "LIMIT_BATCH",
            null,
            "mutation{enterpriseUpsert(input:["
                + ("{uscc:\"" + Register.A + "\"}").repeat(4)
                + "]){created}}"));
  }

  private static String repeat(int times, java.util.function.IntFunction<String> part) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < times; i++) {
      all.append(part.apply(i));
    }
    return all.toString();
  }

  private static String bomb() {
    return "{enterprises{nodes{...F0}}}"
        + repeat(
            40, i -> "fragment F" + i + " on Enterprise{...F" + (i + 1) + " ...F" + (i + 1) + "}")
        + "fragment F40 on Enterprise{name}";
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @MethodSource("requests")
  void has_a_stable_code_and_tells_no_internals(
      String what, String code, String reason, String query, Map<String, Object> variables) {
    Answer answer =
        register.gateway.execute(
            new Operation(query, null, variables, false, Locale.CHINESE), Register.ADMIN);
    Answer.Fault fault = answer.errors().getFirst();
    assertEquals(code, fault.code(), fault::toString);
    if (reason != null) {
      assertEquals(reason, fault.extensions().get("reason"), fault::toString);
    }
    assertTrue(fault.message().codePoints().anyMatch(Character::isIdeographic), fault::toString);
    String all = Register.json(answer.toMap());
    for (String internal :
        List.of("java.", "graphql.", "HashMap", "ArrayList", "Exception", "org.wuyou")) {
      assertFalse(all.contains(internal), () -> internal + " in " + all);
    }
  }

  @Test
  void of_another_operation_than_the_document_has_is_refused() {
    Answer answer =
        register.gateway.execute(
            new Operation("query A{today}", "B", Map.of(), false, Locale.CHINESE), Register.ADMIN);
    assertEquals("OPERATION_NAME", answer.errors().getFirst().extensions().get("reason"));
    assertTrue(answer.requestError());
  }

  @Test
  void that_writes_by_a_reading_method_is_refused() {
    Answer answer =
        register.gateway.execute(
            new Operation(
                "mutation{enterprisesRename(suffix:\"x\")}", null, Map.of(), true, Locale.CHINESE),
            Register.ADMIN);
    assertEquals("QUERY_REQUIRED", answer.errors().getFirst().extensions().get("reason"));
    assertFalse(answer.mutationAttempted());
  }

  @Test
  void that_takes_too_long_is_stopped_with_no_half_answer() {
    Limits hurried = new Limits(20_000, 5_000, 12, 20, 10, 30, 100_000, 500, Duration.ZERO, 3);
    Gateway gateway =
        new Gateway(
            new GatewaySettings(
                register.store,
                register.gateway.current(),
                ResolverGuard.DIRECT,
                java.time.Clock.systemUTC(),
                hurried,
                CommitAudit.NONE,
                CommitFeed.SILENT));
    Answer answer =
        gateway.execute(Operation.of("{enterprises{totalCount} __typename}"), Register.ADMIN);
    assertEquals(List.of("TIMEOUT"), answer.errors().stream().map(Answer.Fault::code).toList());
    assertNull(answer.data());
  }

  @Test
  void tells_all_mistakes_of_a_document_with_their_places() {
    Answer answer = register.ask("{\n  companies { x }\n  enterprises { nodes { nmae } }\n}");
    assertEquals(
        List.of(2, 3), answer.errors().stream().map(e -> e.locations().getFirst().line()).toList());
  }

  @Test
  void one_of_a_crowd_of_random_ones_harms_nobody() {
    java.util.Random random = new java.util.Random(7);
    String good =
        "query($n:Int){enterprises(first:$n,where:{name:{contains:\"x\"}}){nodes{name returns{totalCount}}}}";
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      char[] text = good.toCharArray();
      for (int j = 0; j <= random.nextInt(4); j++) {
        text[random.nextInt(text.length)] = "{}()[]!:$\"@.,ax1 ".charAt(random.nextInt(17));
      }
      Answer answer = register.ask(new String(text));
      answer.errors().forEach(e -> codes.add(e.code()));
    }
    assertTrue(codes.size() > 1_000);
    List<String> known = Arrays.asList("SYNTAX", "VALIDATION", "BAD_REQUEST", "LIMIT_PAGE_SIZE");
    assertTrue(
        known.containsAll(codes), () -> "others among " + codes.stream().distinct().toList());
  }
}
