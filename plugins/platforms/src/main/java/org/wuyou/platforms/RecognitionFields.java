package org.wuyou.platforms;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.data.Row;

/** Which recognitions hold on a day, and what a platform's evaluation is to look at. */
final class RecognitionFields {
  /** From the highest. */
  private static final List<String> LEVELS =
      List.of("NATIONAL", "PROVINCIAL", "MUNICIPAL", "COUNTY");

  private RecognitionFields() {}

  static void register(Registration registration) {
    registration.field("PlatformRecognition", "inForce", call -> inForce(call.row(), call.asOf()));
    registration.field("Platform", "levelOn", RecognitionFields::level);
    registration.field("PlatformEvaluation", "projects", call -> projects(call.row()));
  }

  private static @Nullable String level(Call call) {
    return call.row().related("recognitions").stream()
        .filter(recognition -> inForce(recognition, call.asOf()))
        .map(recognition -> Objects.requireNonNull(recognition.text("level")))
        .min(Comparator.comparingInt(LEVELS::indexOf))
        .orElse(null);
  }

  private static boolean inForce(Row recognition, LocalDate day) {
    LocalDate from = Objects.requireNonNull(recognition.date("recognisedOn"));
    LocalDate until = recognition.date("revokedOn");
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  private static List<Row> projects(Row evaluation) {
    Row owner = Objects.requireNonNull(evaluation.reference("platform")).reference("owner");
    int year = Objects.requireNonNull(evaluation.integer("year"));
    return owner == null
        ? List.of()
        : owner.related("rdProjects").stream().filter(project -> ran(project, year)).toList();
  }

  private static boolean ran(Row project, int year) {
    LocalDate from = Objects.requireNonNull(project.date("startedOn"));
    LocalDate until = project.date("endedOn");
    return from.getYear() <= year && (until == null || until.getYear() >= year);
  }
}
