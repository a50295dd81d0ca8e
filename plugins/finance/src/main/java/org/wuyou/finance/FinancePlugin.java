package org.wuyou.finance;

import jakarta.inject.Inject;
import org.wuyou.spi.DaysInOrder;
import org.wuyou.spi.Plugin;
import org.wuyou.spi.Registration;

/** What the module computes, and the rules its rows obey. */
public final class FinancePlugin implements Plugin {
  @Inject
  public FinancePlugin() {}

  @Override
  public void register(Registration registration) {
    registration.field("Voucher", "state", call -> VoucherState.of(call.row(), call.asOf()));

    registration.check("BenefitClaim", new ClaimSubject());
    registration.check("FundSupport", DaysInOrder.of("appliedOn", "decidedOn"));
    registration.check("FundSupport", new NoFundsUnderSanction());
    registration.check("FundAudit", new AuditOfSameFund());
    registration.check("FundAudit", DaysInOrder.of("auditedOn", "resolvedOn"));
    registration.check("SupportFile", new DecisionWithGrounds());
    registration.check("SupportFile", DaysInOrder.of("openedOn", "decidedOn"));
    registration.check("InvestmentFund", DaysInOrder.of("setUpOn", "closedOn"));
    registration.check("ListingCandidate", DaysInOrder.of("enteredOn", "leftOn"));
    registration.check("ListingEvent", DaysInOrder.of("listedOn", "delistedOn"));
    registration.check("VoucherScheme", DaysInOrder.of("from", "to"));
    registration.check("VoucherProvider", DaysInOrder.of("listedOn", "removedOn"));
    registration.check("Voucher", DaysInOrder.of("issuedOn", "usedOn", "redeemedOn"));
    registration.check("Voucher", new VoucherFlow());
    registration.check("Voucher", new VoucherWithinCaps());
    registration.check("ProcurementItem", DaysInOrder.of("listedOn", "removedOn"));
  }
}
