package org.wuyou.registry.hnte;

import java.util.Objects;
import org.wuyou.registry.division.RegionScope;
import org.wuyou.registry.read.Arguments;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;

/** Answers how far an enterprise is from the criteria, and how applications fare. */
public final class HnteFields {
  private HnteFields() {}

  public static void register(Registration registration) {
    registration.field(
        "Enterprise", "hnteCheck", call -> HnteCheck.of(HnteReader.facts(call.row(), call.asOf())));
    registration.field("CultivationEntry", "check", HnteFields::entry);
    registration.field("Query", "hnteApplicationRate", HnteFields::rate);
  }

  private static HnteCheck entry(Call call) {
    Row enterprise = Objects.requireNonNull(call.row().reference("enterprise"));
    return HnteCheck.of(HnteReader.facts(enterprise, call.asOf()));
  }

  private static ApplicationRate rate(Call call) {
    int year = Arguments.year(call);
    Condition where =
        Condition.and(
            Condition.eq("year", year),
            RegionScope.of(call.snapshot(), Arguments.region(call), "enterprise.divisionCode"));
    var table = call.snapshot().table("HnteApplication");
    long applied = table.count(where);
    long recognised = table.count(Condition.and(where, Condition.eq("result", "RECOGNISED")));
    long pending = table.count(Condition.and(where, Condition.eq("result", "PENDING")));
    return ApplicationRate.of(
        year, Math.toIntExact(applied), Math.toIntExact(pending), Math.toIntExact(recognised));
  }
}
