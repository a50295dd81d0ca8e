package org.wuyou.ip;

import jakarta.inject.Inject;
import org.wuyou.spi.DaysInOrder;
import org.wuyou.spi.DivisionOfOwner;
import org.wuyou.spi.Plugin;
import org.wuyou.spi.Registration;

/** What the module computes, and the rules its rows obey. */
public final class IpPlugin implements Plugin {
  @Inject
  public IpPlugin() {}

  @Override
  public void register(Registration registration) {
    registration.field("IpRight", "status", call -> RightStatus.of(call.row(), call.asOf()));
    registration.field("PledgeLoan", "compensation", call -> Compensation.of(call.row()));
    ContractFields.register(registration);

    registration.check("IpRight", DivisionOfOwner.enterprise("owner"));
    registration.check("IpRight", DaysInOrder.of("filedOn", "grantedOn", "lapsedOn"));
    registration.check("StandardContribution", DivisionOfOwner.enterprise("enterprise"));
    registration.check("PatentNavigation", DivisionOfOwner.enterprise("enterprise"));
    registration.check("PatentNavigation", DaysInOrder.of("startedOn", "finishedOn"));
    registration.check("IpQualification", DaysInOrder.of("grantedOn", "validUntil"));
    registration.check("IpService", DaysInOrder.of("establishedOn", "closedOn"));
    registration.check("ProtectionCase", DaysInOrder.of("openedOn", "closedOn"));
    registration.check("PledgeLoan", DaysInOrder.of("grantedOn", "dueOn"));
    registration.check("PledgeLoan", new LoanWithinCaps());
    registration.check(
        "TechnicalContract", DaysInOrder.of("signedOn", "appliedOn", "acceptedOn", "decidedOn"));
    registration.check("TechnicalContract", new RegistrableContract());
    registration.check("TechnologyListing", DaysInOrder.of("listedOn", "closedOn"));
    registration.check("ResearchResult", DivisionOfOwner.enterprise("owner"));
  }
}
