package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A mutation")
class MutationsTest {
  private static final String ERRORS = "userErrors{code path message value}";
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

  private static String key(String uscc) {
    return "key:{uscc:\"" + uscc + "\"}";
  }

  @Test
  void creates_a_row_and_answers_from_what_it_committed() {
    assertEquals(
        "{'enterpriseCreate':{'effect':'CREATED','enterprise':{'name':'己','revenue':'1500000','parent':{'name':'甲钢铁'},'version':1},'userErrors':[]}}",
        register.data(
            "mutation{enterpriseCreate(input:{uscc:\""
                + Register.FREE
                + "\",name:\"己\",revenue:\"150万元\",parent:{uscc:\""
                + Register.A
                + "\"}}){effect enterprise{name revenue parent{name} version} "
                + ERRORS
                + "}}"));
    assertEquals("{'enterprises':{'totalCount':6}}", register.data("{enterprises{totalCount}}"));
    assertEquals("admin", register.audited.getFirst().actor());
  }

  @Test
  void tells_all_that_is_wrong_with_the_data_and_changes_nothing() {
    Answer answer =
        register.ask(
            "mutation{enterpriseCreate(input:{uscc:\""
                + Register.A
                + "\",name:\""
                + "长".repeat(101)
                + "\",employees:-1,parent:{uscc:\""
                + Register.FREE
                + "\"}}){enterprise{name} userErrors{code path}}}");
    assertEquals(List.of(), answer.errors());
    String data = Register.json(answer.data());
    for (String wanted :
        List.of(
            "TOO_LONG",
            "OUT_OF_RANGE",
            "REFERENCE_NOT_FOUND",
            "['input','employees']",
            "'enterprise':null")) {
      assertTrue(data.contains(wanted), () -> wanted + " in " + data);
    }
    assertEquals("{'enterprises':{'totalCount':5}}", register.data("{enterprises{totalCount}}"));
  }

  @Test
  void refuses_a_key_that_is_taken() {
    String data =
        register.data(
            "mutation{enterpriseCreate(input:{uscc:\""
                + Register.A
                + "\",name:\"x\"}){userErrors{code}}}");
    assertEquals("{'enterpriseCreate':{'userErrors':[{'code':'NOT_UNIQUE'}]}}", data);
  }

  @Test
  void updates_what_is_given_clears_what_is_null_and_leaves_the_rest() {
    assertEquals(
        "{'enterpriseUpdate':{'effect':'UPDATED','enterprise':{'name':'甲新','employees':null,'highTech':true,'version':2},'userErrors':[]}}",
        register.data(
            "mutation{enterpriseUpdate("
                + key(Register.A)
                + ",expectedVersion:1,input:{name:\"甲新\",employees:null}){effect enterprise{name employees highTech version} "
                + ERRORS
                + "}}"));
  }

  @Test
  void refuses_a_version_that_is_no_longer_seen_and_a_row_that_is_not_there() {
    assertEquals(
        "{'enterpriseUpdate':{'userErrors':[{'code':'VERSION_CONFLICT'}]}}",
        register.data(
            "mutation{enterpriseUpdate("
                + key(Register.A)
                + ",expectedVersion:7,input:{name:\"x\"}){userErrors{code}}}"));
    assertEquals(
        "{'enterpriseUpdate':{'userErrors':[{'code':'NOT_FOUND'}]}}",
        register.data(
            "mutation{enterpriseUpdate("
                + key(Register.FREE)
                + ",input:{name:\"x\"}){userErrors{code}}}"));
  }

  @Test
  void upserts_many_rows_or_none() {
    String row = "{uscc:\"%s\",name:\"%s\"}";
    assertEquals(
        "{'enterpriseUpsert':{'created':1,'updated':1,'unchanged':1,'enterprises':[{'name':'己'},{'name':'甲改'},{'name':'乙煤矿'}],'userErrors':[]}}",
        register.data(
            "mutation{enterpriseUpsert(input:["
                + row.formatted(Register.FREE, "己")
                + row.formatted(Register.A, "甲改")
                + row.formatted(Register.B, "乙煤矿")
                + "]){created updated unchanged enterprises{name} "
                + ERRORS
                + "}}"));
    assertEquals(
        "{'enterpriseUpsert':{'created':0,'enterprises':[],'userErrors':[{'code':'OUT_OF_RANGE','path':['input','1','employees']}]}}",
        register.data(
            "mutation{enterpriseUpsert(input:["
                + row.formatted(Register.C, "改")
                + "{uscc:\""
                + Register.D
                + "\",employees:-5}"
                + "]){created enterprises{name} userErrors{code path}}}"));
    assertEquals(
        "{'enterprise':{'name':'丙软件'}}",
        register.data("{enterprise(uscc:\"" + Register.C + "\"){name}}"));
  }

  @Test
  void removes_a_row_unless_it_is_needed() {
    assertEquals(
        "{'enterpriseRemove':{'removedId':null,'userErrors':[{'code':'STILL_REFERENCED'},{'code':'STILL_REFERENCED'}]}}",
        register.data(
            "mutation{enterpriseRemove(" + key(Register.A) + "){removedId userErrors{code}}}"));
    String id =
        register
            .data("{enterprise(uscc:\"" + Register.E + "\"){id}}")
            .replaceAll(".*'id':'([^']+)'.*", "$1");
    assertEquals(
        "{'enterpriseRemove':{'removedId':'" + id + "','userErrors':[]}}",
        register.data(
            "mutation{enterpriseRemove(key:{id:\"" + id + "\"}){removedId userErrors{code}}}"));
    assertEquals("{'node':null}", register.data("{node(id:\"" + id + "\"){id}}"));
  }

  @Test
  void runs_its_fields_one_after_another_each_seeing_the_one_before() {
    assertEquals(
        "{'a':{'enterprise':{'version':2}},'b':{'userErrors':[]},'enterprisesRename':5}",
        register.data(
            "mutation{a:enterpriseUpdate("
                + key(Register.A)
                + ",input:{employees:1}){enterprise{version}} b:enterpriseUpdate("
                + key(Register.A)
                + ",expectedVersion:2,input:{employees:2}){userErrors{code}} enterprisesRename(suffix:\"！\")}"));
    assertEquals(
        "{'enterprise':{'name':'甲钢铁！','version':4}}",
        register.data("{enterprise(uscc:\"" + Register.A + "\"){name version}}"));
  }

  @Test
  void takes_its_input_from_variables() {
    Answer answer =
        register.ask(
            "mutation($i:EnterpriseCreate!){enterpriseCreate(input:$i){enterprise{founded size formerNames revenue}}}",
            Register.ADMIN,
            Map.of(
                "i",
                Map.of(
                    "uscc",
                    Register.FREE.toLowerCase(java.util.Locale.ROOT),
                    "name",
                    "己",
                    "founded",
                    "2020年3月1日",
                    "size",
                    "SMALL",
                    "formerNames",
                    List.of("a", "b"),
                    "revenue",
                    12.5)));
    assertEquals(List.of(), answer.errors());
    assertEquals(
        "{'enterpriseCreate':{'enterprise':{'founded':'2020-03-01','size':'SMALL','formerNames':['a','b'],'revenue':'12.5'}}}",
        Register.json(answer.data()));
    assertTrue(answer.mutationAttempted());
  }
}
