package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Fields that a module's code answers")
class ModuleFieldsTest {
  @TempDir static Path directory;
  private static Register register;

  @BeforeAll
  static void open() {
    register = Register.open(directory);
  }

  @AfterAll
  static void close() {
    register.close();
  }

  private static String standing(String arguments, String fields) {
    return register.data(
        "{enterprise(uscc:\"" + Register.A + "\"){standing" + arguments + "{" + fields + "}}}");
  }

  @Test
  void are_read_from_the_components_of_a_record() {
    assertEquals(
        "{'enterprise':{'standing':{'word':'甲钢铁','amount':'15000','grade':'SECOND','peers':[{'name':'丙软件','parent':{'name':'甲钢铁'}}]}}}",
        standing("", "word amount(unit:WAN_YUAN) grade peers{name parent{name}}"));
  }

  @Test
  void know_the_date_asked_for_and_else_today_in_beijing() {
    assertEquals(
        "{'enterprise':{'standing':{'date':'2024-02-03'}}}",
        standing("(asOf:\"2024-02-03\")", "date"));
    assertEquals("{'enterprise':{'standing':{'date':'2026-11-22'}}}", standing("", "date"));
    assertEquals("{'today':'2026-11-22'}", register.data("{today}"));
  }

  @Test
  void may_be_rows_which_go_on_as_rows() {
    assertEquals(
        "{'enterprises':{'nodes':[{'latestReturn':{'year':2024,'enterprise':{'name':'甲钢铁'}}},{'latestReturn':{'year':2024,'enterprise':{'name':'乙煤矿'}}},{'latestReturn':null}]}}",
        register.data("{enterprises(first:3){nodes{latestReturn{year enterprise{name}}}}}"));
  }

  @Test
  void fail_alone_and_without_their_internals() {
    Answer answer = register.ask("{failing today}");
    assertEquals("{'failing':null,'today':'2026-11-22'}", Register.json(answer.data()));
    Answer.Fault fault = answer.errors().getFirst();
    assertEquals("PLUGIN_ERROR", fault.code());
    assertEquals("registry", fault.extensions().get("module"));
    assertTrue(fault.extensions().get("traceId").toString().matches("[0-9a-f]{16}"));
    assertFalse(Register.json(answer.toMap()).contains("secret"));
    assertFalse(Register.json(answer.toMap()).contains("Exception"));
  }

  @Test
  void are_refused_by_the_guard_with_its_code() {
    Generation generation =
        Samples.composed(
            new org.wuyou.spi.Contribution(
                "slow",
                "1",
                Map.of("a.graphqls", "extend type Query {\n\"慢 | Slow\"\nslow: Int\n}"),
                Map.of("Query.slow", call -> 1),
                Map.of()));
    ResolverGuard guard =
        (module, coordinate, resolver, call) -> {
          throw new ResolverGuard.Refusal(
              "PLUGIN_UNAVAILABLE", new org.wuyou.spi.model.Label("停用", "Out of use"));
        };
    Gateway gateway =
        new Gateway(
            new GatewaySettings(
                register.store,
                generation,
                guard,
                java.time.Clock.systemUTC(),
                Limits.DEFAULT,
                CommitAudit.NONE,
                CommitFeed.SILENT));
    Answer answer = gateway.execute(Operation.of("{slow}"), Register.ADMIN);
    assertEquals(
        List.of("PLUGIN_UNAVAILABLE"), answer.errors().stream().map(Answer.Fault::code).toList());
    assertEquals("停用", answer.errors().getFirst().message());
  }

  @Test
  void hide_rows_of_other_regions_from_one_confined_to_his() {
    register.commit(
        new org.wuyou.spi.data.Change.Update(
            "Enterprise",
            org.wuyou.spi.data.RowKey.key(Register.D),
            null,
            Map.of("parent", org.wuyou.spi.data.RowKey.key(Register.A))));
    String query = "{enterprise(uscc:\"" + Register.A + "\"){standing{peers{name}}}}";
    assertTrue(register.data(query).contains("丁机械"));
    assertFalse(register.data(query, Register.JINCHENG).contains("丁机械"));
    register.commit(
        new org.wuyou.spi.data.Change.Update(
            "Enterprise",
            org.wuyou.spi.data.RowKey.key(Register.D),
            null,
            java.util.Collections.singletonMap("parent", null)));
  }
}
