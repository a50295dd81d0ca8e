package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.RowKey;

@DisplayName("A connection")
class ConnectionTest {
  @TempDir Path directory;
  private Register register;

  @BeforeEach
  void open() {
    register = Register.open(directory);
  }

  @AfterEach
  void close() {
    register.close();
  }

  private static String names(Object page) {
    return Register.json(page).replaceAll("[^甲乙丙丁戊]", "");
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> page(String arguments) {
    Answer answer =
        register.ask(
            "{enterprises("
                + arguments
                + "){nodes{name} pageInfo{hasNextPage hasPreviousPage startCursor endCursor} totalCount}}");
    assertEquals(List.of(), answer.errors());
    return (Map<String, Object>) answer.data().get("enterprises");
  }

  @SuppressWarnings("unchecked")
  private static <T> T info(Map<String, Object> page, String name) {
    return (T) ((Map<String, Object>) page.get("pageInfo")).get(name);
  }

  @Test
  void orders_by_fields_with_missing_values_last_in_both_directions() {
    assertEquals("甲丁乙戊丙", names(page("orderBy:[{revenue:DESC}]").get("nodes")));
    assertEquals("戊乙甲丁丙", names(page("orderBy:[{revenue:ASC},{id:ASC}]").get("nodes")));
    assertEquals("戊丁丙乙甲", names(page("orderBy:[{id:DESC}]").get("nodes")));
  }

  @Test
  void orders_over_references() {
    assertEquals(
        "{'yearlyReturns':{'nodes':[{'year':2024,'enterprise':{'name':'乙煤矿'}},{'year':2024,'enterprise':{'name':'甲钢铁'}},{'year':2023,'enterprise':{'name':'甲钢铁'}}]}}",
        register.data(
            "{yearlyReturns(orderBy:[{enterprise:{revenue:ASC}},{year:DESC}]){nodes{year enterprise{name}}}}"));
  }

  @Test
  void turns_pages_forward_and_backward_over_all_rows_once() {
    String order = "orderBy:[{revenue:DESC}]";
    Map<String, Object> first = page(order + ",first:2");
    assertEquals("甲丁", names(first.get("nodes")));
    assertEquals(5, first.get("totalCount") instanceof Long n ? n.intValue() : -1);
    assertEquals(Boolean.TRUE, info(first, "hasNextPage"));
    assertEquals(Boolean.FALSE, info(first, "hasPreviousPage"));
    Map<String, Object> second =
        page(order + ",first:2,after:\"" + info(first, "endCursor") + "\"");
    assertEquals("乙戊", names(second.get("nodes")));
    assertEquals(Boolean.TRUE, info(second, "hasPreviousPage"));
    Map<String, Object> third =
        page(order + ",first:2,after:\"" + info(second, "endCursor") + "\"");
    assertEquals("丙", names(third.get("nodes")));
    assertEquals(Boolean.FALSE, info(third, "hasNextPage"));
    Map<String, Object> back =
        page(order + ",last:2,before:\"" + info(third, "startCursor") + "\"");
    assertEquals("乙戊", names(back.get("nodes")));
    assertEquals("戊丙", names(page(order + ",last:2").get("nodes")));
  }

  @Test
  void keeps_its_cursors_while_rows_come_and_go() {
    Map<String, Object> first = page("orderBy:[{revenue:DESC}],first:2");
    register.commit(new Change.Remove("Enterprise", RowKey.key(Register.D), null));
    Map<String, Object> second =
        page("orderBy:[{revenue:DESC}],first:2,after:\"" + info(first, "endCursor") + "\"");
    assertEquals("乙戊", names(second.get("nodes")));
  }

  @Test
  void refuses_a_cursor_of_another_order() {
    String cursor = info(page("orderBy:[{revenue:DESC}],first:1"), "endCursor");
    Answer answer = register.ask("{enterprises(after:\"" + cursor + "\"){totalCount nodes{name}}}");
    assertEquals("CURSOR_INVALID", answer.errors().getFirst().extensions().get("reason"));
  }

  @Test
  void gives_edges_whose_cursors_lead_on() {
    String data = register.data("{enterprises(first:1){edges{cursor node{name}}}}");
    assertNotNull(data);
    String cursor = data.replaceAll(".*'cursor':'([^']+)'.*", "$1");
    assertEquals("乙", names(page("first:1,after:\"" + cursor + "\"").get("nodes")));
  }

  @Test
  void of_no_rows_has_no_cursors() {
    Map<String, Object> page = page("first:0");
    assertNull((Object) info(page, "startCursor"));
    assertEquals("", names(page.get("nodes")));
  }

  @Test
  void of_an_inverse_has_conditions_order_and_count_of_its_own() {
    assertEquals(
        "{'enterprise':{'all':{'totalCount':2,'nodes':[{'year':2024},{'year':2023}]},'late':{'totalCount':1,'nodes':[{'rdExpenditure':'120.5'}]},'returnsAggregate':[{'count':2,'sum':{'rdExpenditure':'2205000'}}]}}",
        register.data(
            "{enterprise(uscc:\""
                + Register.A
                + "\"){all:returns(orderBy:[{year:DESC}]){totalCount nodes{year}} late:returns(where:{year:{gt:2023}}){totalCount nodes{rdExpenditure(unit:WAN_YUAN)}} returnsAggregate{count sum{rdExpenditure}}}}"));
  }

  @Test
  void node_and_key_give_the_same_row() {
    String id =
        register
            .data("{enterprise(uscc:\"" + Register.A + "\"){id}}")
            .replaceAll(".*'id':'([^']+)'.*", "$1");
    assertEquals(
        "{'node':{'__typename':'Enterprise','id':'" + id + "','name':'甲钢铁','version':1}}",
        register.data("{node(id:\"" + id + "\"){__typename id ... on Enterprise{name version}}}"));
    assertEquals(
        "{'yearlyReturn':{'year':2023,'enterprise':{'name':'甲钢铁'}}}",
        register.data(
            "{yearlyReturn(enterprise:{id:\"" + id + "\"},year:2023){year enterprise{name}}}"));
    assertEquals(
        "{'enterprise':null}", register.data("{enterprise(uscc:\"" + Register.FREE + "\"){name}}"));
  }
}
