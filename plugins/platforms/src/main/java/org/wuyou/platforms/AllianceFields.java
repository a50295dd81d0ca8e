package org.wuyou.platforms;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.value.Money;

/** Whether an alliance has its four roles and its expert committee, and who in it does no R&D. */
final class AllianceFields {
  private static final List<String> ROLES = List.of("LEADER", "RESEARCH", "SUPPORTING", "RESOURCE");

  private AllianceFields() {}

  /** What {@code AllianceComposition} declares, and the alliance for the field with an argument. */
  record Composition(
      boolean complete, List<String> missing, @Nullable Boolean expertCommittee, Row alliance) {}

  static void register(Registration registration) {
    registration.field("Alliance", "composition", call -> composition(call.row()));
    registration.field(
        "AllianceComposition", "membersWithoutInnovation", AllianceFields::withoutInnovation);
  }

  private static Composition composition(Row alliance) {
    Set<String> present =
        members(alliance).stream()
            .map(member -> Objects.requireNonNull(member.text("role")))
            .collect(Collectors.toSet());
    List<String> missing = ROLES.stream().filter(role -> !present.contains(role)).toList();
    Boolean committee = alliance.bool("expertCommittee");
    return new Composition(
        missing.isEmpty() && Boolean.TRUE.equals(committee), missing, committee, alliance);
  }

  private static List<Row> withoutInnovation(Call call) {
    Composition composition = (Composition) Objects.requireNonNull(call.source());
    int year = Objects.requireNonNull(call.<Integer>argument("year"));
    return members(composition.alliance()).stream()
        .map(member -> member.reference("enterprise"))
        .filter(Objects::nonNull)
        .distinct()
        .filter(enterprise -> reportedNone(enterprise, year))
        .toList();
  }

  /** A return that does not tell of R&amp;D is no return of none. */
  private static boolean reportedNone(Row enterprise, int year) {
    return enterprise.related("returns").stream()
        .filter(row -> Objects.equals(row.integer("year"), year))
        .anyMatch(row -> Money.ZERO.equals(row.money("rdExpenditure")));
  }

  private static List<Row> members(Row alliance) {
    return alliance.related("members").stream().filter(m -> m.value("leftOn") == null).toList();
  }
}
