package org.wuyou.policy.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.model.Citation;
import org.wuyou.policy.model.Period;

@DisplayName("How a clause came out")
class FindingTests {
  private static final Text NAME = new Text("甲", "One");
  private static final Citation CITED = new Citation("C", List.of(), "一", "", List.of());

  private static Finding finding(String id, Finding.State state, String... missing) {
    return new Finding(
        id,
        NAME,
        NAME,
        state,
        Optional.empty(),
        Optional.empty(),
        CITED,
        List.of(),
        Set.of(missing));
  }

  private static final Finding MET = finding("A", Finding.State.MET);
  private static final Finding NOT_MET = finding("B", Finding.State.NOT_MET);
  private static final Finding OPEN = finding("C", Finding.State.UNDETERMINED, "revenue");

  @Test
  void decides_the_verdict_and_a_known_failure_outranks_what_is_missing() {
    assertEquals(Verdict.Kind.ELIGIBLE, Verdict.of(List.of()).kind());
    assertEquals(Verdict.Kind.ELIGIBLE, Verdict.of(List.of(MET, MET)).kind());
    assertEquals(Verdict.Kind.UNDETERMINED, Verdict.of(List.of(MET, OPEN)).kind());
    assertEquals(Verdict.Kind.INELIGIBLE, Verdict.of(List.of(MET, OPEN, NOT_MET)).kind());
    assertEquals(Verdict.Kind.OUT_OF_SCOPE, new Verdict.OutOfScope(List.of(NOT_MET)).kind());
    Verdict late = new Verdict.NotInForce(new Period(LocalDate.EPOCH, Optional.empty()));
    assertEquals(Verdict.Kind.NOT_IN_FORCE, late.kind());
    assertEquals(List.of(), late.findings());
  }

  @Test
  void is_told_with_the_verdict() {
    Verdict verdict = Verdict.of(List.of(MET, OPEN, NOT_MET));
    assertEquals(List.of(MET, OPEN, NOT_MET), verdict.findings());
    assertEquals(List.of(NOT_MET), verdict.unmet());
    assertEquals(Set.of("revenue"), verdict.missing());
    assertEquals(List.of(MET), Verdict.of(List.of(MET)).findings());
    Verdict open = Verdict.of(List.of(MET, OPEN));
    assertEquals(List.of(MET, OPEN), open.findings());
    assertEquals(Set.of("revenue"), ((Verdict.Undetermined) open).missing());
    assertEquals(List.of(NOT_MET), new Verdict.OutOfScope(List.of(NOT_MET)).findings());
  }

  private static Shortfall lacking(String amount, Unit unit, boolean less, boolean beyond) {
    return new Shortfall(
        new Text("营收", "Revenue"), Exact.of(amount), unit, less, beyond, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "12345, WAN_YUAN, 1.24 万元",
    "12300, WAN_YUAN, 1.23 万元",
    "12300.01, WAN_YUAN, 1.24 万元",
    "0.001, POINT, 0.1 百分点",
    "0.00001, POINT, 0.01 百分点",
    "3, ITEM, 3 个",
    "0, YUAN, 0 元"
  })
  void shows_a_little_too_much_to_do_rather_than_too_little(
      String amount, Unit unit, String shown) {
    assertEquals(shown, lacking(amount, unit, false, false).shown());
  }

  @Test
  void says_what_is_lacking_in_both_languages() {
    assertEquals(
        new Text("营收还差 123.46 万元", "Revenue: 1,234,560.8 CNY more"),
        lacking("1234560.8", Unit.WAN_YUAN, false, false).say());
    assertEquals(
        new Text("营收须减少 2 个", "Revenue: 2 items less"), lacking("2", Unit.ITEM, true, false).say());
    assertEquals(
        new Text("营收还差超过 2 个", "Revenue: beyond 2 items more"),
        lacking("2", Unit.ITEM, false, true).say());
    assertEquals(
        new Text("营收须减少超过 1.5 百分点", "Revenue: beyond 1.5 percentage points less"),
        lacking("0.015", Unit.POINT, true, true).say());
  }

  @Test
  void is_shown_by_the_kind_of_value() {
    Optional<Unit> none = Optional.empty();
    assertEquals(Optional.of("0.1234"), Shown.of(Value.of(Exact.of("0.1234")), none));
    assertEquals(
        Optional.of("12.34 %"), Shown.of(Value.of(Exact.of("0.12341")), Optional.of(Unit.PERCENT)));
    assertEquals(
        Optional.of("12.341 %"),
        Shown.exact(Value.of(Exact.of("0.12341")), Optional.of(Unit.PERCENT)));
    assertEquals(Optional.of("0.12341"), Shown.exact(Value.of(Exact.of("0.12341")), none));
    assertEquals(Optional.of("A"), Shown.of(new Value.Words("A"), none));
    assertEquals(Optional.of("A"), Shown.exact(new Value.Words("A"), Optional.of(Unit.PERCENT)));
    assertEquals(Optional.of("true"), Shown.of(Value.TRUE, none));
    assertEquals(Optional.of("false"), Shown.of(Value.FALSE, none));
    assertEquals(
        Optional.of("2021-01-02"), Shown.of(new Value.Day(LocalDate.of(2021, 1, 2)), none));
    assertEquals(Optional.of("乙"), Shown.of(new Value.Item(new MapSubject("Firm", "乙")), none));
    assertEquals(
        Optional.of("2"), Shown.of(new Value.Items(List.of(Value.TRUE, Value.FALSE)), none));
    assertEquals(Optional.empty(), Shown.of(Value.missing("a"), none));
    assertEquals(Optional.empty(), Shown.exact(Value.missing("a"), Optional.of(Unit.YUAN)));
  }

  private static Value number(int value) {
    return Value.of(Exact.of(value));
  }

  @Test
  void puts_values_in_order_what_is_missing_last() {
    assertTrue(Ordering.compare(number(1), number(2)) < 0);
    assertEquals(0, Ordering.compare(number(2), number(2)));
    assertTrue(Ordering.compare(number(3), number(2)) > 0);
    assertTrue(Ordering.compare(new Value.Words("A"), new Value.Words("B")) < 0);
    assertTrue(
        Ordering.compare(
                new Value.Day(LocalDate.of(2021, 1, 2)), new Value.Day(LocalDate.of(2021, 1, 1)))
            > 0);
    assertTrue(Ordering.compare(Value.FALSE, Value.TRUE) < 0);
    assertTrue(Ordering.compare(Value.missing("a"), number(1)) > 0);
    assertTrue(Ordering.compare(number(1), Value.missing("a")) < 0);
    assertEquals(0, Ordering.compare(Value.missing("a"), Value.missing("b")));
    Value list = new Value.Items(List.of());
    assertThrows(IllegalStateException.class, () -> Ordering.compare(list, list));
  }

  private static Measured measured(@Nullable String value) {
    return value == null
        ? Measured.none(Measured.State.NO_DATA, Set.of("revenue"))
        : Measured.value(Quantity.of(Exact.of(value)));
  }

  @Test
  void keeps_what_a_figure_was_formed_from() {
    Measured value = measured("0.5").of(Exact.of(1), Exact.of(2));
    assertEquals(Measured.State.VALUE, value.state());
    assertEquals(Optional.of(Exact.of("0.5")), value.quantity().map(Quantity::number));
    assertEquals(Optional.of(Exact.of(1)), value.numerator());
    assertEquals(Optional.of(Exact.of(2)), value.denominator());
    MapSubject left = new MapSubject("Firm", "乙");
    Measured leaving = value.leavingOut(List.of(left));
    assertEquals(List.of(left), leaving.excluded());
    assertEquals(value.numerator(), leaving.numerator());
    assertEquals(Set.of("revenue"), measured(null).missing());
    assertEquals(Optional.empty(), measured(null).quantity());
  }

  @Test
  void of_a_payment_is_shown_in_its_unit_where_something_is_due() {
    Payment paid =
        new Payment(
            Payment.State.SET,
            Optional.of(Exact.of(15000)),
            Optional.of(Exact.of(15000)),
            Unit.WAN_YUAN,
            List.of(),
            List.of(),
            Set.of());
    assertEquals(Optional.of("1.5 万元"), paid.shown());
  }
}
