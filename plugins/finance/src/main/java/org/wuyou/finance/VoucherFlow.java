package org.wuyou.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.value.Money;

/** A voucher is used with a listed provider before it expires, and redeemed once after its use. */
final class VoucherFlow implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    List<Fault> faults = new ArrayList<>();
    use(values, before, faults);
    redemption(values, faults);
    before
        .find("Voucher", RowKey.key(Objects.requireNonNull(values.get("number"))))
        .filter(voucher -> voucher.value("redeemedOn") != null)
        .filter(voucher -> changed(voucher, values))
        .ifPresent(
            voucher ->
                faults.add(
                    fault(
                        "ALREADY_REDEEMED",
                        "redeemedOn",
                        "该券已于 " + voucher.value("redeemedOn") + " 兑付，不得再次兑付或更改。",
                        "The voucher was redeemed on "
                            + voucher.value("redeemedOn")
                            + "; it is not redeemed twice, nor changed.")));
    return faults;
  }

  private static boolean changed(Row voucher, Map<String, @Nullable Object> values) {
    return !Objects.equals(voucher.value("redeemedOn"), values.get("redeemedOn"))
        || !Objects.equals(voucher.value("redeemed"), values.get("redeemed"));
  }

  private static void use(
      Map<String, @Nullable Object> values, Snapshot before, List<Fault> faults) {
    LocalDate used = (LocalDate) values.get("usedOn");
    LocalDate expires = (LocalDate) values.get("expiresOn");
    if (used == null) {
      return;
    }
    if (expires != null && !used.isBefore(expires)) {
      faults.add(
          fault(
              "EXPIRED",
              "usedOn",
              "该券自 " + expires + " 起失效，不能再使用。",
              "The voucher is no longer valid from " + expires + " on."));
    }
    Row provider =
        RowCheck.referred("VoucherProvider", values.get("provider"), before).orElse(null);
    if (provider == null || !listed(provider, used)) {
      faults.add(
          fault(
              "PROVIDER_NOT_LISTED",
              "provider",
              "使用当日该服务机构不在库；请填写在库的服务机构。",
              "The provider was not listed on the day of use; name one that was."));
    }
  }

  private static boolean listed(Row provider, LocalDate day) {
    LocalDate removed = provider.date("removedOn");
    return !day.isBefore(Objects.requireNonNull(provider.date("listedOn")))
        && (removed == null || day.isBefore(removed));
  }

  private static void redemption(Map<String, @Nullable Object> values, List<Fault> faults) {
    if (values.get("redeemedOn") == null) {
      return;
    }
    if (values.get("usedOn") == null) {
      faults.add(
          fault(
              "NOT_USED",
              "redeemedOn",
              "未使用的券不能兑付；请先登记使用。",
              "A voucher that was not used is not redeemed; enter its use first."));
    }
    Money redeemed = (Money) values.get("redeemed");
    Money face = (Money) Objects.requireNonNull(values.get("faceValue"));
    if (redeemed == null || redeemed.compareTo(face) > 0) {
      faults.add(
          fault(
              "REDEEMED_ABOVE_FACE",
              "redeemed",
              "兑付金额须填写，且不得大于面额 " + face + " 元。",
              "The amount redeemed is given, and is no more than the face value of "
                  + face
                  + " CNY."));
    }
  }

  private static Fault fault(String code, String field, String zh, String en) {
    return new Fault(Severity.ERROR, code, field, new Label(zh, en));
  }
}
