package org.wuyou.registry.hnte;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.evidence.Have.State;
import org.wuyou.registry.figure.Quotient;
import org.wuyou.registry.hnte.Criterion.Code;
import org.wuyou.spi.value.Money;

/**
 * An enterprise held against the criteria of the national measures for recognising high and new
 * technology enterprises (2016).
 *
 * @param meets false as soon as one criterion is known not to be met, null if it cannot be told
 * @param gaps the criteria not met or not yet told
 */
public record HnteCheck(
    int year, @Nullable Boolean meets, List<Criterion> gaps, List<Criterion> criteria) {
  private static final BigDecimal STAFF_PERCENT = BigDecimal.TEN;
  private static final BigDecimal DOMESTIC_PERCENT = BigDecimal.valueOf(60);
  private static final BigDecimal HIGH_TECH_PERCENT = BigDecimal.valueOf(60);
  private static final BigDecimal SCORE_LINE = BigDecimal.valueOf(71);
  private static final Money LOW_SALES = Money.of(BigDecimal.valueOf(5000), Money.Unit.WAN_YUAN);
  private static final Money MIDDLE_SALES = Money.of(BigDecimal.valueOf(2), Money.Unit.YI_YUAN);

  public HnteCheck {
    gaps = List.copyOf(gaps);
    criteria = List.copyOf(criteria);
  }

  public static HnteCheck of(HnteFacts facts) {
    List<Criterion> criteria =
        List.of(
            age(facts),
            flag(Code.CORE_IP, facts.ownsCoreIp(), true, "拥有核心知识产权", "Core IP owned"),
            flag(Code.FIELD, facts.supportedField(), true, "技术属于支持领域", "Supported field"),
            share(
                Code.STAFF_SHARE,
                quotient(facts.technicalStaff(), facts.employees()),
                STAFF_PERCENT,
                "科技人员占比",
                "Share of technical staff"),
            share(
                Code.RD_SHARE,
                quotient(facts.rdExpense(), facts.sales()),
                rdPercent(facts.lastSales()),
                "研发费用占比",
                "R&D share"),
            share(
                Code.DOMESTIC_RD,
                quotient(facts.rdExpenseInChina(), facts.rdExpense()),
                DOMESTIC_PERCENT,
                "境内研发费用占比",
                "Share of R&D in China"),
            share(
                Code.HIGH_TECH_INCOME,
                quotient(facts.highTechIncome(), facts.totalIncome()),
                HIGH_TECH_PERCENT,
                "高新技术产品收入占比",
                "Share of high-tech income"),
            score(facts.innovationScore()),
            flag(Code.NO_INCIDENT, facts.majorIncident(), false, "无重大事故", "No major incident"));
    List<Criterion> gaps = criteria.stream().filter(c -> c.state() != State.MET).toList();
    boolean failed = gaps.stream().anyMatch(c -> c.state() == State.NOT_MET);
    Boolean meets = gaps.isEmpty() ? Boolean.TRUE : (failed ? Boolean.FALSE : null);
    return new HnteCheck(facts.lastYear(), meets, gaps, criteria);
  }

  /**
   * The R&amp;D share required, by the sales of the last year: 5 % up to and with 50 million, 4 %
   * up to and with 200 million, 3 % above; null if the sales are missing.
   */
  public static @Nullable BigDecimal rdPercent(@Nullable Money lastSales) {
    if (lastSales == null) {
      return null;
    }
    if (lastSales.compareTo(LOW_SALES) <= 0) {
      return BigDecimal.valueOf(5);
    }
    return BigDecimal.valueOf(lastSales.compareTo(MIDDLE_SALES) <= 0 ? 4 : 3);
  }

  private static Criterion age(HnteFacts facts) {
    State state =
        facts.registeredOn() == null
            ? State.UNDETERMINED
            : state(!facts.registeredOn().plusYears(1).isAfter(facts.asOf()));
    String found = facts.registeredOn() == null ? null : facts.registeredOn().toString();
    return criterion(Code.AGE, state, "≥ 1", found, "注册满年数", "Years since registration");
  }

  private static Criterion flag(
      Code code, @Nullable Boolean value, boolean wanted, String zh, String en) {
    State state = value == null ? State.UNDETERMINED : state(value == wanted);
    String found = value == null ? null : value.toString();
    return criterion(code, state, String.valueOf(wanted), found, zh, en);
  }

  private static Criterion share(
      Code code, @Nullable Quotient found, @Nullable BigDecimal required, String zh, String en) {
    String wanted = required == null ? "—" : required.toPlainString() + " %";
    if (found == null || required == null) {
      return criterion(code, State.UNDETERMINED, wanted, null, zh, en);
    }
    String shown = found.percent().toPlainString() + " %";
    return criterion(code, state(found.reaches(required)), wanted, shown, zh, en);
  }

  private static Criterion score(@Nullable BigDecimal score) {
    State state = score == null ? State.UNDETERMINED : state(score.compareTo(SCORE_LINE) >= 0);
    String found = score == null ? null : score.toPlainString();
    return criterion(
        Code.INNOVATION_SCORE,
        state,
        SCORE_LINE.toPlainString(),
        found,
        "创新能力评价得分",
        "Innovation score");
  }

  private static Criterion criterion(
      Code code, State state, String required, @Nullable String found, String zh, String en) {
    return new Criterion(code, state, required, found, zh + " " + required, en + " " + required);
  }

  private static State state(boolean met) {
    return met ? State.MET : State.NOT_MET;
  }

  private static @Nullable Quotient quotient(@Nullable Integer part, @Nullable Integer whole) {
    return part == null || whole == null || whole <= 0 ? null : Quotient.of(part, whole);
  }

  private static @Nullable Quotient quotient(@Nullable Money part, @Nullable Money whole) {
    return part == null || whole == null || whole.fen() <= 0
        ? null
        : Quotient.of(part.fen(), whole.fen());
  }
}
