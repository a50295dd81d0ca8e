package org.wuyou.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.value.Money;

/** A voucher keeps to the limits its scheme has; a limit that is not set limits nothing. */
final class VoucherWithinCaps implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    Row scheme = RowCheck.referred("VoucherScheme", values.get("scheme"), before).orElse(null);
    if (scheme == null) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    Money face = (Money) Objects.requireNonNull(values.get("faceValue"));
    above("FACE_ABOVE_CAP", "faceValue", face, scheme.money("faceCap"), faults);
    above(
        "YEAR_ABOVE_CAP",
        "faceValue",
        ofYear(values, face, scheme, before),
        scheme.money("yearlyCap"),
        faults);
    BigDecimal share = scheme.decimal("paidShare");
    Money fee = (Money) values.get("fee");
    Money redeemed = (Money) values.get("redeemed");
    if (share != null && fee != null && redeemed != null) {
      Money payable = Money.yuan(fee.yuan().multiply(share).movePointLeft(2));
      above("SHARE_ABOVE_CAP", "redeemed", redeemed, payable, faults);
    }
    return faults;
  }

  /** The holder's vouchers of the scheme issued in the same year, with this one. */
  private static Money ofYear(
      Map<String, @Nullable Object> values, Money face, Row scheme, Snapshot before) {
    int year = ((LocalDate) Objects.requireNonNull(values.get("issuedOn"))).getYear();
    return RowCheck.referred("Enterprise", values.get("holder"), before).stream()
        .flatMap(holder -> holder.related("vouchers").stream())
        .filter(other -> !Objects.equals(other.text("number"), values.get("number")))
        .filter(other -> Objects.requireNonNull(other.reference("scheme")).id() == scheme.id())
        .filter(other -> Objects.requireNonNull(other.date("issuedOn")).getYear() == year)
        .map(other -> Objects.requireNonNull(other.money("faceValue")))
        .reduce(face, Money::plus);
  }

  private static void above(
      String code, String field, Money found, @Nullable Money cap, List<Fault> faults) {
    if (cap != null && found.compareTo(cap) > 0) {
      faults.add(
          new Fault(
              Severity.ERROR,
              code,
              field,
              new Label(
                  "金额 " + found + " 元超过办法规定的上限 " + cap + " 元；请减少。",
                  found + " CNY is above the scheme's limit of " + cap + " CNY; lower it.")));
    }
  }
}
