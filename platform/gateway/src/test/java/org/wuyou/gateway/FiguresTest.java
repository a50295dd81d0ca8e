package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Figures over rows")
class FiguresTest {
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

  private static String figures(String arguments, String fields) {
    String data = register.data("{enterprisesAggregate" + arguments + "{" + fields + "}}");
    return data.substring("{'enterprisesAggregate':".length(), data.length() - 1);
  }

  @Test
  void of_all_rows_are_one_group() {
    assertEquals(
        "[{'keys':[],'count':5,'sum':{'revenue':'320000500.05','employees':827},'min':{'founded':'2001-05-01','revenue':'500.05'},'max':{'founded':'2010-01-01'},'avg':{'employees':'206.75'},'countDistinct':{'divisionCode':4}}]",
        figures(
            "",
            "keys count sum{revenue employees} min{founded revenue} max{founded} avg{employees} countDistinct{divisionCode}"));
  }

  @Test
  void group_by_the_value_and_by_coarser_grains() {
    assertEquals(
        "[{'keys':['140000'],'count':4},{'keys':['370000'],'count':1}]",
        figures("(groupBy:[{divisionCode:PROVINCE}])", "keys count"));
    assertEquals(
        "[{'keys':['140100'],'count':1},{'keys':['140500'],'count':3},{'keys':['371300'],'count':1}]",
        figures("(groupBy:[{divisionCode:CITY}])", "keys count"));
    assertEquals(
        "[{'keys':['B'],'count':1},{'keys':['C'],'count':3},{'keys':['I'],'count':1}]",
        figures("(groupBy:[{industryCode:SECTION}])", "keys count"));
    assertEquals(
        "[{'keys':['2001'],'count':2},{'keys':['2010'],'count':1}]",
        figures("(where:{founded:{isNull:false}},groupBy:[{founded:YEAR}])", "keys count"));
  }

  @Test
  void a_missing_key_is_a_group_of_its_own_and_a_missing_sum_is_no_zero() {
    assertEquals(
        "[{'keys':['SMALL'],'count':1,'sum':{'revenue':null},'avg':{'revenue':null}}]",
        figures(
            "(where:{size:{eq:SMALL}},groupBy:[{size:VALUE}])",
            "keys count sum{revenue} avg{revenue}"));
    assertEquals(
        "[{'keys':[null],'count':1}]",
        figures("(where:{size:{isNull:true}},groupBy:[{size:VALUE}])", "keys count"));
  }

  @Test
  void shares_are_exact() {
    assertEquals(
        "[{'share':{'numerator':2,'denominator':5,'percent':'40'},'third':{'percent':'20'}}]",
        figures(
            "",
            "share(where:{size:{eq:LARGE}}){numerator denominator percent} third:share(where:{highTech:{eq:true}}){percent(decimals:2)}"));
    assertEquals(
        "[{'share':{'numerator':0,'denominator':0,'percent':null}}]",
        figures(
            "(where:{employees:{gt:9999}})",
            "share(where:{size:{eq:LARGE}}){numerator denominator percent}"));
  }

  @Test
  void take_conditions_of_their_own_and_units() {
    assertEquals(
        "[{'count':5,'large':2,'sum':{'revenue':'3.2000050005'},'young':{'revenue':'15000'}}]",
        figures(
            "",
            "count large:count(where:{size:{eq:LARGE}}) sum{revenue(unit:YI_YUAN)} young:sum(where:{founded:{ge:\"2010-01-01\"}}){revenue(unit:WAN_YUAN)}"));
  }

  @Test
  void groups_are_filtered_ordered_and_cut() {
    assertEquals(
        "[{'keys':['140500'],'count':3}]",
        figures("(groupBy:[{divisionCode:CITY}],having:{count:{ge:2}})", "keys count"));
    assertEquals(
        "[{'keys':['140500']},{'keys':['140100']}]",
        figures("(groupBy:[{divisionCode:CITY}],orderBy:[{sum:{revenue:DESC}}],first:2)", "keys"));
    assertEquals(
        "[{'keys':['371300']},{'keys':['140500']},{'keys':['140100']}]",
        figures("(groupBy:[{divisionCode:CITY}],orderBy:[{keys:DESC}])", "keys"));
  }

  @Test
  void group_over_references() {
    assertEquals(
        "{'yearlyReturnsAggregate':[{'keys':['140502','2024'],'count':1},{'keys':['140581','2023'],'count':1},{'keys':['140581','2024'],'count':1}]}",
        register.data(
            "{yearlyReturnsAggregate(groupBy:[{enterprise:{divisionCode:VALUE}},{year:VALUE}]){keys count}}"));
  }
}
