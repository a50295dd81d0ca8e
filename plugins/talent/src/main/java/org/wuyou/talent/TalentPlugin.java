package org.wuyou.talent;

import jakarta.inject.Inject;
import org.wuyou.spi.DaysInOrder;
import org.wuyou.spi.DivisionOfOwner;
import org.wuyou.spi.Plugin;
import org.wuyou.spi.Registration;

/** What the module computes, and the rules its rows obey. */
public final class TalentPlugin implements Plugin {
  @Inject
  public TalentPlugin() {}

  @Override
  public void register(Registration registration) {
    registration.field("Enterprise", "responsibleExpertTeams", ResponsibleTeams::of);

    registration.check("TalentIntroduction", DivisionOfOwner.enterprise("enterprise"));
    registration.check("SkillCertificate", DaysInOrder.of("issuedOn", "leftOn"));
    registration.check("TrainingAttendance", new AttendanceWithinTotal());
    registration.check("TalentPlatform", DivisionOfOwner.enterprise("enterprise"));
    registration.check("TalentPlatform", DaysInOrder.of("builtOn", "closedOn"));
    registration.check("TalentProfile", DaysInOrder.of("enteredOn", "leftOn"));
    registration.check("Posting", DaysInOrder.of("startsOn", "endsOn"));
    registration.check("Posting", new CommissionerOnRoster());
    registration.check("ExpertTeam", DaysInOrder.of("formedOn", "disbandedOn"));
    registration.check("ExpertTeamMember", DaysInOrder.of("joinedOn", "leftOn"));
    registration.check("IncentiveScheme", DaysInOrder.of("startedOn", "endedOn"));
  }
}
