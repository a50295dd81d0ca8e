package org.wuyou.registry.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.division.RegionScope;
import org.wuyou.registry.figure.Growth;
import org.wuyou.registry.read.Arguments;
import org.wuyou.registry.read.YearColumn;
import org.wuyou.registry.scale.RevenueTiers;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.value.Money;

/** Answers figures of divisions, zones and revenue tiers. */
public final class GroupFields {
  private GroupFields() {}

  /** The figures of one county. */
  public record CountyFigures(Row division, RdFigures figures) {}

  /** Enterprises of one revenue tier and how their R&amp;D expenditure grew. */
  public record TierCount(Money from, @Nullable Money below, int enterprises, Growth rdGrowth) {}

  public static void register(Registration registration) {
    registration.field("Division", "rdFigures", call -> figures(call, region(call)));
    registration.field(
        "Division",
        "aboveScaleChange",
        call -> AboveScaleChange.of(call.snapshot(), region(call), Arguments.year(call)));
    registration.field("Division", "returnStatus", GroupFields::returnStatus);
    registration.field("DevelopmentZone", "rdFigures", call -> figures(call, zone(call)));
    registration.field("DevelopmentZone", "perMu", GroupFields::perMu);
    registration.field("Query", "rdFiguresByCounty", GroupFields::byCounty);
    registration.field("Query", "revenueTiers", GroupFields::tiers);
    figure(registration, "year", RdFigures::year);
    figure(registration, "enterprises", RdFigures::enterprises);
    figure(registration, "rdActivity", RdFigures::rdActivity);
    figure(registration, "rdInstitution", RdFigures::rdInstitution);
    figure(registration, "fiveHaves", RdFigures::fiveHaves);
    figure(registration, "rdGrowth", RdFigures::rdGrowth);
    figure(registration, "rdIntensity", RdFigures::rdIntensity);
    figure(registration, "newProductShare", RdFigures::newProductShare);
    figure(registration, "rdExpenditure", RdFigures::rdExpenditure);
    figure(registration, "rdPersonnel", RdFigures::rdPersonnel);
    listing(registration, "withoutRdActivity", RdFigures::withoutRdActivity);
    listing(registration, "notReported", RdFigures::notReported);
    listing(registration, "withoutInstitution", RdFigures::withoutInstitution);
  }

  private static void figure(
      Registration registration, String field, Function<RdFigures, @Nullable Object> answer) {
    registration.field("RdFigures", field, call -> answer.apply(source(call)));
  }

  private static void listing(
      Registration registration, String field, Function<RdFigures, List<Row>> answer) {
    registration.field(
        "RdFigures",
        field,
        call ->
            Listing.of(
                answer.apply(source(call)),
                Arguments.integer(call, "first"),
                Arguments.integer(call, "offset")));
  }

  private static RdFigures source(Call call) {
    return (RdFigures) Objects.requireNonNull(call.source());
  }

  private static RdFigures figures(Call call, Condition where) {
    return new RdFigures(
        EnterpriseGroup.of(call.snapshot(), where, Arguments.year(call), population(call)));
  }

  private static Condition region(Call call) {
    return region(call.snapshot(), call.row());
  }

  private static Condition region(Snapshot snapshot, Row division) {
    String code = Objects.requireNonNull(division.text("code"));
    return RegionScope.of(snapshot, code, "divisionCode");
  }

  private static Condition zone(Call call) {
    return Condition.eq("zone", RowKey.id(call.row().id()));
  }

  private static Population population(Call call) {
    return Arguments.constant(call, "population", Population.class);
  }

  private static ReturnStatus returnStatus(Call call) {
    return ReturnStatus.of(
        EnterpriseGroup.expectedToReport(
            call.snapshot(), region(call), Arguments.year(call), population(call)));
  }

  private static PerMu perMu(Call call) {
    EnterpriseGroup all =
        EnterpriseGroup.of(call.snapshot(), zone(call), Arguments.year(call), Population.ALL);
    RdFigures figures = new RdFigures(all);
    return PerMu.of(figures.tax(), figures.rdExpenditure(), call.row().decimal("areaMu"));
  }

  private static List<CountyFigures> byCounty(Call call) {
    Snapshot snapshot = call.snapshot();
    Table divisions = snapshot.table("Division");
    Condition counties =
        Condition.and(
            RegionScope.of(snapshot, Arguments.region(call), "code"),
            Condition.eq("level", "COUNTY"),
            new Condition.IsNull("validTo"));
    List<CountyFigures> figures = new ArrayList<>();
    Selection inOrder =
        Selection.first(divisions.size(), counties, new Selection.Order("code", false));
    for (int position : divisions.select(inOrder).positions()) {
      Row county = divisions.row(position);
      figures.add(new CountyFigures(county, figures(call, region(snapshot, county))));
    }
    return figures;
  }

  /** Tiers by the revenue of one year, among the enterprises of the list of the growth's year. */
  private static List<TierCount> tiers(Call call) {
    int year = Arguments.year(call);
    Integer given = call.argument("growthYear");
    int growthYear = given == null ? year + 1 : given;
    List<Money> bounds = Objects.requireNonNull(call.<List<Money>>argument("bounds"));
    RevenueTiers tiers = new RevenueTiers(bounds);
    Condition where = RegionScope.of(call.snapshot(), Arguments.region(call), "divisionCode");
    EnterpriseGroup group =
        EnterpriseGroup.of(call.snapshot(), where, growthYear, Population.ABOVE_SCALE);
    YearColumn deciding = YearColumn.of(call.snapshot(), "YearlyReturn", year);
    List<TierCount> counts = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i++) {
      int number = i + 1;
      EnterpriseGroup tier =
          group.only(
              enterprise -> {
                Row yearlyReturn = deciding.of(enterprise);
                Money revenue = yearlyReturn == null ? null : yearlyReturn.money("revenue");
                return Objects.equals(tiers.of(revenue).number(), number);
              });
      counts.add(
          new TierCount(
              bounds.get(i),
              tiers.upper(i),
              tier.enterprises().size(),
              new RdFigures(tier).rdGrowth()));
    }
    return counts;
  }
}
