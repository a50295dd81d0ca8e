package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Access")
class AccessTest {
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

  @Nested
  class Of_a_reader {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "mutation{enterpriseUpdate(key:{uscc:\"%s\"},input:{name:\"x\"}){effect}}",
          "mutation{enterpriseRemove(key:{uscc:\"%s\"}){removedId}}",
          "mutation{enterpriseUpsert(input:[{uscc:\"%s\"}]){created}}",
          "mutation{enterpriseCreate(input:{uscc:\"%s\",name:\"x\"}){effect}}",
          "mutation{enterprisesRename(suffix:\"%s\")}"
        })
    void does_not_write(String mutation) {
      assertEquals(
          List.of("FORBIDDEN"), register.codes(mutation.formatted(Register.A), Register.READER));
      assertEquals(
          "{'enterprise':{'name':'甲钢铁'}}",
          register.data("{enterprise(uscc:\"" + Register.A + "\"){name}}"));
    }
  }

  @Nested
  class To_a_field_of_other_roles {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "{enterprises(first:1){nodes{name score}}}",
          "{enterprises(where:{score:{gt:\"1\"}}){totalCount}}",
          "{enterprises(where:{or:[{not:{score:{isNull:true}}}]}){totalCount}}",
          "{yearlyReturns(where:{enterprise:{score:{gt:\"1\"}}}){totalCount}}",
          "{enterprises(orderBy:[{score:ASC}]){nodes{name}}}",
          "{yearlyReturns(orderBy:[{enterprise:{score:ASC}}]){nodes{year}}}",
          "{enterprisesAggregate(groupBy:[{score:VALUE}]){count}}",
          "{enterprisesAggregate{sum{score}}}",
          "{enterprisesAggregate(groupBy:[{size:VALUE}],orderBy:[{max:{score:ASC}}]){keys}}",
          "{enterprisesAggregate{share(where:{score:{gt:\"1\"}}){numerator}}}"
        })
    void is_refused_wherever_it_is_named(String query) {
      assertEquals(List.of("FORBIDDEN"), register.codes(query, Register.READER));
      assertEquals(List.of(), register.codes(query, Register.AUDITOR));
      assertEquals(List.of(), register.codes(query, Register.ADMIN));
    }

    @Test
    void leaves_the_rest_of_the_answer() {
      Answer answer =
          register.ask(
              "{enterprise(uscc:\"" + Register.A + "\"){name score}}",
              Register.READER,
              java.util.Map.of());
      assertEquals("{'enterprise':{'name':'甲钢铁','score':null}}", Register.json(answer.data()));
      assertEquals(List.of("enterprise", "score"), answer.errors().getFirst().path());
    }
  }

  @Nested
  class Of_one_confined_to_a_region {
    private String seen(String query) {
      return register.data(query, Register.JINCHENG);
    }

    @Test
    void sees_only_its_rows_in_lists_counts_and_figures() {
      assertEquals(
          "{'enterprises':{'totalCount':3,'nodes':[{'name':'甲钢铁'},{'name':'乙煤矿'},{'name':'丙软件'}]}}",
          seen("{enterprises{totalCount nodes{name}}}"));
      assertEquals("{'enterprisesAggregate':[{'count':3}]}", seen("{enterprisesAggregate{count}}"));
      assertEquals(
          "{'yearlyReturns':{'totalCount':3}}",
          seen("{yearlyReturns(where:{year:{ge:2023}}){totalCount}}"));
    }

    @Test
    void finds_no_other_row_by_key_or_id() {
      String id =
          register
              .data("{enterprise(uscc:\"" + Register.D + "\"){id}}")
              .replaceAll(".*'id':'([^']+)'.*", "$1");
      assertEquals(
          "{'enterprise':null,'node':null}",
          seen("{enterprise(uscc:\"" + Register.D + "\"){name} node(id:\"" + id + "\"){id}}"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "mutation{enterpriseUpdate(key:{uscc:\"%s\"},input:{name:\"x\"}){effect}}",
          "mutation{enterpriseRemove(key:{uscc:\"%s\"}){removedId}}",
          "mutation{enterpriseUpsert(input:[{uscc:\"%s\",name:\"x\"}]){created}}"
        })
    void writes_no_other_row(String mutation) {
      assertEquals(
          List.of("FORBIDDEN"), register.codes(mutation.formatted(Register.D), Register.JINCHENG));
    }

    @Test
    void moves_no_row_out_and_makes_none_elsewhere() {
      assertEquals(
          List.of("FORBIDDEN"),
          register.codes(
              "mutation{enterpriseUpdate(key:{uscc:\""
                  + Register.B
                  + "\"},input:{divisionCode:\"140100\"}){effect}}",
              Register.JINCHENG));
      assertEquals(
          List.of("FORBIDDEN"),
          register.codes(
              "mutation{enterpriseCreate(input:{uscc:\""
                  + Register.FREE
                  + "\",name:\"x\"}){effect}}",
              Register.JINCHENG));
      assertEquals(
          List.of("FORBIDDEN"),
          register.codes(
              "mutation{yearlyReturnCreate(input:{enterprise:{uscc:\""
                  + Register.D
                  + "\"},year:2020}){effect}}",
              Register.JINCHENG));
      assertEquals(
          "{'yearlyReturnCreate':{'effect':'CREATED'}}",
          seen(
              "mutation{yearlyReturnCreate(input:{enterprise:{uscc:\""
                  + Register.B
                  + "\"},year:2020}){effect}}"));
    }
  }

  @Test
  void an_entity_of_the_platform_has_no_mutation() {
    assertEquals(
        List.of("VALIDATION"),
        register.codes("mutation{logEntryCreate(input:{number:2}){effect}}", Register.ADMIN));
    assertEquals("{'logEntries':{'totalCount':1}}", register.data("{logEntries{totalCount}}"));
  }
}
