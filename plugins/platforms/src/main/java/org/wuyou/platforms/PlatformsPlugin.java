package org.wuyou.platforms;

import jakarta.inject.Inject;
import org.wuyou.spi.DaysInOrder;
import org.wuyou.spi.DivisionOfOwner;
import org.wuyou.spi.Plugin;
import org.wuyou.spi.Registration;

/** What the module computes, and the rules its rows obey. */
public final class PlatformsPlugin implements Plugin {
  @Inject
  public PlatformsPlugin() {}

  @Override
  public void register(Registration registration) {
    RecognitionFields.register(registration);
    AllianceFields.register(registration);
    InstrumentFields.register(registration);

    registration.check("Platform", DivisionOfOwner.enterprise("owner"));
    registration.check("Platform", DaysInOrder.of("establishedOn", "closedOn"));
    registration.check("PlatformRecognition", DaysInOrder.of("recognisedOn", "revokedOn"));
    registration.check("PlatformCoverage", new AreaNamed());
    registration.check("PlatformCoverage", DaysInOrder.of("since", "until"));
    registration.check("Alliance", DaysInOrder.of("foundedOn", "dissolvedOn"));
    registration.check("AllianceMember", DaysInOrder.of("joinedOn", "leftOn"));
    registration.check("Cooperation", DaysInOrder.of("startedOn", "endedOn"));
    registration.check("Instrument", DivisionOfOwner.enterprise("owner"));
    registration.check("InstrumentBooking", new FreeForBooking());
    registration.check("TrackedItem", new DoneHasDay());
  }
}
