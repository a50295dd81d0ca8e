package org.wuyou.platforms.sample;

import java.time.LocalDate;
import java.util.List;
import org.wuyou.testkit.SampleMaker;
import org.wuyou.testkit.SampleMaker.Firm;

/** Instruments with bookings, areas served and named items of the sample. */
final class SampleSharing {
  private static final List<String> JIANGXI_CITIES =
      List.of(
          "360100", "360200", "360300", "360400", "360500", "360600", "360700", "360800", "360900",
          "361000");

  private final SampleMaker files;

  SampleSharing(SampleMaker files) {
    this.files = files;
  }

  void write() {
    for (Place place : Place.ALL) {
      List<Firm> firms = files.firms(place.code());
      for (int i = 0; i < firms.size(); i += 11) {
        instrument(place, firms, i);
      }
      tracked(place);
    }
    for (String zone : List.of("JC-Z1", "PJ-Z1", "LY-Z1", "JX-Z1")) {
      coverage(zone, zone.substring(0, 2) + "-C5", zone, "");
    }
    JIANGXI_CITIES.forEach(city -> coverage("JX-" + city, "JX-C6", "", city));
  }

  private void instrument(Place place, List<Firm> firms, int i) {
    String code = place.letters() + "-I" + firms.get(i).number();
    files.row(
        "Instrument",
        "code",
        code,
        "name",
        "示例仪器" + i + "（虚构）",
        "kind",
        i % 22 == 0 ? "INSTRUMENT" : "LITERATURE",
        "owner",
        firms.get(i).uscc(),
        "platform",
        place.letters() + "-C8",
        "value",
        (200 + i) + "万元",
        "open",
        i % 33 != 0 || i == 0,
        "availableHours",
        1600,
        "acquiredOn",
        LocalDate.of(place.first(), 5, 6));
    for (int b = 0; b < 3; b++) {
      files.row(
          "InstrumentBooking",
          "code",
          code + "-" + (b + 1),
          "instrument",
          code,
          "user",
          firms.get((i + b + 1) % firms.size()).uscc(),
          "startsAt",
          "%d-%02d-10T01:00:00Z".formatted(place.last() - 1, 3 + b * 2),
          "endsAt",
          "%d-%02d-10T09:00:00Z".formatted(place.last() - 1, 3 + b * 2),
          "usedHours",
          b == 2 ? "" : 6 + b);
    }
  }

  private void coverage(String suffix, String platform, String zone, String division) {
    files.row(
        "PlatformCoverage",
        "code",
        "FG-" + suffix,
        "platform",
        platform,
        "zone",
        zone,
        "division",
        division,
        "since",
        "2018-01-01");
  }

  private void tracked(Place place) {
    List<String> kinds = List.of("INSTITUTION", "CENTRE_BID", "JOINT_INSTITUTE", "CARRIER");
    for (int i = 0; i < kinds.size(); i++) {
      boolean done = i % 2 == 0;
      files.row(
          "TrackedItem",
          "code",
          place.letters() + "-T" + (i + 1),
          "name",
          place.name() + "示例点名事项" + (i + 1) + "（虚构）",
          "divisionCode",
          place.code(),
           "clause", clause(place, i),
          "kind",
          kinds.get(i),
          "status",
          done ? "DONE" : "UNDER_WAY",
          "progress",
          "示例进展",
          "dueOn",
          LocalDate.of(place.last(), 12, 31),
          "doneOn",
          done ? LocalDate.of(place.first() + 1, 11, 20) : "");
    }
  }

  /** The clauses of Linyi and Jiangxi that name institutions and carriers. */
  private static String clause(Place place, int i) {
    return switch (place.letters()) {
      case "LY" -> i == 3 ? "LY-6c" : "LY-3b";
      case "JX" -> i == 3 ? "JX-6.1" : "JX-2.5";
      default -> "";
    };
  }
}
