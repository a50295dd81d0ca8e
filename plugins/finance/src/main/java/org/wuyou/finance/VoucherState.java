package org.wuyou.finance;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;

/** The state of a voucher on a day. */
enum VoucherState {
  NOT_ISSUED,
  ISSUED,
  USED,
  REDEEMED,
  EXPIRED;

  static VoucherState of(Row voucher, LocalDate day) {
    if (!reached(voucher.date("issuedOn"), day)) {
      return NOT_ISSUED;
    }
    if (reached(voucher.date("redeemedOn"), day)) {
      return REDEEMED;
    }
    if (reached(voucher.date("usedOn"), day)) {
      return USED;
    }
    return reached(voucher.date("expiresOn"), day) ? EXPIRED : ISSUED;
  }

  private static boolean reached(@Nullable LocalDate from, LocalDate day) {
    return from != null && !Objects.requireNonNull(day).isBefore(from);
  }
}
