package org.wuyou.runtime.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Anchor;
import org.wuyou.policy.model.Body;
import org.wuyou.policy.model.Task;
import org.wuyou.runtime.policies.RuleViews.RuleView;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;

/** Tasks and organisation in the shapes of the schema. */
final class TaskViews {
  private static final String PROGRESS = "TaskProgress";

  private TaskViews() {}

  /** Names of the statuses in the schema; the better, the later. */
  enum TaskStatus {
    NOT_REPORTED,
    NOT_STARTED,
    IN_PROGRESS,
    BLOCKED,
    DONE
  }

  record DepartmentView(Bundles.Deployed deployed, String id, Text name) {
    static DepartmentView of(Bundles.Deployed deployed, String id) {
      return new DepartmentView(
          deployed, id, deployed.bundle().departments().getOrDefault(id, new Text(id, id)));
    }

    static List<DepartmentView> of(Bundles.Deployed deployed, Collection<String> ids) {
      return ids.stream().map(id -> of(deployed, id)).toList();
    }
  }

  record ProgressView(
      String unit,
      TaskStatus status,
      @Nullable String note,
      @Nullable String evidence,
      @Nullable LocalDate updatedOn,
      @Nullable LocalDate doneOn) {
    /** What units reported on the tasks of a bundle; nothing while no module keeps it. */
    static List<ProgressView> of(Snapshot snapshot, String bundle, String clause) {
      if (!snapshot.model().entities().containsKey(PROGRESS)) {
        return List.of();
      }
      Table table = snapshot.table(PROGRESS);
      Condition reported =
          new Condition.And(
              List.of(
                  new Condition.Compare("policy", Condition.Operator.EQ, bundle),
                  new Condition.Compare("clause", Condition.Operator.EQ, clause)));
      List<ProgressView> all = new ArrayList<>();
      for (int position : table.positions(reported)) {
        all.add(of(table.row(position)));
      }
      return all;
    }

    private static ProgressView of(Row row) {
      Row unit = row.reference("unit");
      return new ProgressView(
          unit == null ? "" : new RowSubject(unit).name(),
          row.value("state") instanceof String state
              ? TaskStatus.valueOf(state)
              : TaskStatus.NOT_REPORTED,
          row.text("note"),
          row.text("evidence"),
          (LocalDate) row.value("updatedOn"),
          (LocalDate) row.value("doneOn"));
    }

    /** Done if all are; else blocked if one is; else as far as one has come. */
    static TaskStatus status(List<ProgressView> progress) {
      List<TaskStatus> reported = progress.stream().map(ProgressView::status).toList();
      if (!reported.isEmpty() && reported.stream().allMatch(TaskStatus.DONE::equals)) {
        return TaskStatus.DONE;
      }
      if (reported.contains(TaskStatus.BLOCKED)) {
        return TaskStatus.BLOCKED;
      }
      return reported.contains(TaskStatus.DONE)
          ? TaskStatus.IN_PROGRESS
          : reported.stream().max(TaskStatus::compareTo).orElse(TaskStatus.NOT_REPORTED);
    }
  }

  record QuoteView(String anchor, boolean matched, @Nullable Integer line, List<String> lines) {
    static QuoteView of(Anchor anchor, DocumentText text) {
      Optional<Integer> line = text.find(anchor);
      return new QuoteView(
          anchor.toString(),
          line.isPresent(),
          line.orElse(null),
          line.map(from -> text.lines(from, anchor.lines())).orElse(List.of()));
    }
  }

  record TaskView(
      String clause,
      Text name,
      Text summary,
      String article,
      Task.Level level,
      List<DepartmentView> lead,
      List<DepartmentView> responsible,
      List<DepartmentView> shared,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable LocalDate due,
      @Nullable LocalDate owedBy,
      TaskStatus status,
      List<ProgressView> progress,
      List<RuleView> rules,
      @Nullable QuoteView verbatim) {
    static TaskView of(
        Bundles.Deployed deployed, Task task, Snapshot snapshot, Optional<DocumentText> text) {
      List<ProgressView> progress = ProgressView.of(snapshot, deployed.bundle().id(), task.id());
      return new TaskView(
          task.id(),
          task.head().name(),
          task.head().summary(),
          task.head().citation().article(),
          task.level(),
          DepartmentView.of(deployed, task.lead()),
          DepartmentView.of(deployed, task.responsible()),
          DepartmentView.of(deployed, task.shared()),
          task.head().valid().from(),
          task.head().valid().to().orElse(null),
          task.due().orElse(null),
          task.owedBy().orElse(null),
          ProgressView.status(progress),
          progress,
          deployed
              .bundle()
              .rules()
              .filter(rule -> rule.head().citation().clause().equals(task.id()))
              .map(rule -> RuleView.of(deployed, rule))
              .toList(),
          text.flatMap(t -> task.text().map(anchor -> QuoteView.of(anchor, t))).orElse(null));
    }
  }

  record RoleView(String id, Text name, Text holder) {}

  record BodyView(
      String id,
      Text name,
      Text summary,
      String clause,
      Body.Kind kind,
      Body.Level level,
      @Nullable DepartmentView at,
      boolean each,
      List<DepartmentView> members,
      List<RoleView> roles,
      List<BodyView> below) {
    /** The bodies under that one, or the highest. */
    static List<BodyView> under(Bundles.Deployed deployed, Optional<String> above) {
      Map<String, Body> all = deployed.bundle().administration().organisation();
      return all.values().stream()
          .filter(body -> body.under().equals(above))
          .map(body -> of(deployed, body))
          .toList();
    }

    private static BodyView of(Bundles.Deployed deployed, Body body) {
      return new BodyView(
          body.id(),
          body.head().name(),
          body.head().summary(),
          body.head().citation().clause(),
          body.kind(),
          body.level(),
          body.at().map(id -> DepartmentView.of(deployed, id)).orElse(null),
          body.each(),
          DepartmentView.of(deployed, body.members()),
          body.roles().stream()
              .map(role -> new RoleView(role.id(), role.name(), role.holder()))
              .toList(),
          under(deployed, Optional.of(body.id())));
    }
  }
}
