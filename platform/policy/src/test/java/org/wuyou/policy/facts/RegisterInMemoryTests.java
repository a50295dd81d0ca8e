package org.wuyou.policy.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;

@DisplayName("A register in memory")
class RegisterInMemoryTests {
  private static MapSubject enterprise(String name, String division) {
    return new MapSubject("Enterprise", name).with("divisionCode", division);
  }

  private final MapFacts facts =
      new MapFacts()
          .with(enterprise("甲", "140502"))
          .with(enterprise("乙", "140581"))
          .with(enterprise("丙", "141002"))
          .with(new MapSubject("Enterprise", "丁"))
          .with(new MapSubject("Zone", "区").with("divisionCode", "140502"))
          .with(new Facts.Division("140500", new Text("晋城市", "Jincheng")))
          .with(new Facts.Division("140502", new Text("城区", "Chengqu")))
          .with(new Facts.Division("140581", new Text("高平市", "Gaoping")))
          .with("gdp", "140502", 2021, new Statistic(BigDecimal.ONE, "年鉴"))
          .with("gdp", "", 2021, new Statistic(BigDecimal.TEN, "年鉴"));

  private List<String> names(String entity, String division) {
    return facts.population(entity, division).stream().map(Subject::name).toList();
  }

  @Test
  void finds_those_within_a_province_a_city_or_a_county() {
    assertEquals(List.of("甲", "乙", "丙", "丁"), names("Enterprise", "140000"));
    assertEquals(List.of("甲", "乙", "丁"), names("Enterprise", "140500"));
    assertEquals(List.of("甲", "丁"), names("Enterprise", "140502"));
    assertEquals(List.of("丁"), names("Enterprise", "210000"));
    assertEquals(List.of("区"), names("Zone", "140500"));
    assertEquals(List.of(), names("Plan", "140500"));
  }

  @Test
  void knows_the_parts_of_a_division_and_their_names() {
    assertEquals(
        List.of("140502", "140581"),
        facts.parts("140500").stream().map(Facts.Division::code).toList());
    assertEquals(
        List.of("140500", "140502", "140581"),
        facts.parts("140000").stream().map(Facts.Division::code).toList());
    assertEquals("高平市", facts.divisionName("140581").zh());
    assertEquals(new Text("999999", "999999"), facts.divisionName("999999"));
  }

  @Test
  void takes_the_figure_of_the_division_before_the_one_for_all() {
    assertEquals(Optional.of(BigDecimal.ONE), gdp("140502", 2021));
    assertEquals(Optional.of(BigDecimal.TEN), gdp("140581", 2021));
    assertEquals(Optional.empty(), gdp("140502", 2020));
  }

  private Optional<BigDecimal> gdp(String division, int year) {
    return facts.statistic("gdp", division, year).map(Statistic::value);
  }

  @Test
  void has_nothing_where_nothing_was_said() {
    MapSubject subject = enterprise("甲", "140502");
    assertNull(subject.value("revenue"));
    assertNull(subject.one("zone"));
    assertEquals(List.of(), subject.many("returns"));
    assertEquals("Enterprise 甲", subject.toString());
    MapSubject zone = new MapSubject("Zone", "区");
    subject.with("zone", zone).with("returns", List.of(zone));
    assertEquals(zone, subject.one("zone"));
    assertEquals(List.of(zone), subject.many("returns"));
  }

  private static final FactCatalogue OWN =
      FactCatalogue.builder()
          .enumeration("Kind", "A", "B")
          .entity("Enterprise", "企业", FactCatalogue.text("name", "名称"))
          .build();
  private static final FactCatalogue OTHERS =
      FactCatalogue.builder()
          .enumeration("Kind", "C")
          .enumeration("Level", "HIGH")
          .entity(
              "Enterprise",
              "企业",
              FactCatalogue.truth("name", "别名"),
              FactCatalogue.choice("level", "级别", "Level"))
          .entity("Fund", "资金", FactCatalogue.money("amount", "金额"))
          .build();

  @Test
  void tells_what_modules_would_add_that_are_not_there() {
    FactCatalogue both = OWN.with("finance", OTHERS);
    assertEquals(Map.of("Fund", "module finance absent"), both.absences());
    assertEquals(List.of("A", "B"), both.enumerations().get("Kind"));
    assertEquals(List.of("HIGH"), both.enumerations().get("Level"));
    FactCatalogue.Entity enterprise = both.entity("Enterprise");
    assertEquals(new FactType.Text(), enterprise.facts().get("name").type());
    assertEquals(Optional.empty(), enterprise.module("name"));
    assertEquals(Optional.of("finance"), enterprise.module("level"));
    assertEquals(Optional.empty(), enterprise.module("nothing"));
    assertEquals(Optional.of("finance"), both.entity("Fund").module("amount"));
    assertEquals(Optional.empty(), both.whole().entity("Fund").module("amount"));
    assertEquals(Optional.empty(), both.whole().entity("Enterprise").module("level"));
    assertTrue(both.whole().absences().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> OWN.entity("Fund"));
  }

  @Test
  void speaks_of_what_its_catalogue_declares() {
    FactCatalogue catalogue =
        FactCatalogue.builder()
            .enumeration("Kind", "A", "B")
            .entity(
                "Firm",
                "企业",
                FactCatalogue.money("money", "钱"),
                FactCatalogue.number("number", "数"),
                FactCatalogue.text("text", "文"))
            .more(
                "Firm",
                FactCatalogue.texts("texts", "多文"),
                FactCatalogue.truth("truth", "是否"),
                FactCatalogue.day("day", "日"),
                FactCatalogue.moment("moment", "时"),
                FactCatalogue.choice("choice", "选", "Kind"),
                FactCatalogue.one("one", "一", "Firm"),
                FactCatalogue.many("many", "多", "Firm"))
            .build();
    FactCatalogue.Entity firm = catalogue.entity("Firm");
    assertEquals(new Text("企业", "Firm"), firm.label());
    assertEquals(
        List.of(
            new FactType.Number(Unit.Dimension.MONEY),
            new FactType.Number(Unit.Dimension.ANY),
            new FactType.Text(),
            new FactType.Texts(),
            new FactType.Truth(),
            new FactType.Day(),
            new FactType.Moment(),
            new FactType.Choice("Kind"),
            new FactType.One("Firm"),
            new FactType.Many("Firm")),
        firm.facts().values().stream().map(FactCatalogue.Fact::type).toList());
    assertEquals(new Text("选", "choice"), firm.facts().get("choice").label());
    assertEquals(Map.of("Kind", List.of("A", "B")), catalogue.enumerations());
  }
}
