package org.wuyou.store.write;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.CommitResult.Effect;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.data.Violation;
import org.wuyou.spi.model.Model;
import org.wuyou.store.CommitEvent;
import org.wuyou.store.MigrationPlan;
import org.wuyou.store.StoreFailure;
import org.wuyou.store.disk.Disk;
import org.wuyou.store.disk.Head;
import org.wuyou.store.disk.TableSchema;
import org.wuyou.store.migrate.Migration;
import org.wuyou.store.query.StoreSnapshot;
import org.wuyou.store.table.Column;
import org.wuyou.store.table.Layout;
import org.wuyou.store.table.LiveTable;
import org.wuyou.store.table.RowImage;
import org.wuyou.store.table.TableState;

/**
 * The state that only the writer's thread touches: tables, model, and what has changed since the
 * last write to disk. What others see is the snapshot published after that write.
 */
final class Register {
  private final Disk disk;
  private final Clock clock;
  private final CellReader cells = new CellReader();
  private final Map<String, byte[]> documents;
  private Map<String, LiveTable> tables = new LinkedHashMap<>();
  private Model model = Model.EMPTY;
  private Head head;
  private Dirt dirt = new Dirt();
  private boolean sound = true;
  private StoreSnapshot snapshot = new StoreSnapshot(-1, Model.EMPTY, Map.of());
  private @Nullable Planned planned;

  /** What was worked out for a next model, good while the snapshot is the same. */
  private record Planned(StoreSnapshot from, Model next, Migration migration) {}

  /** Loads everything that the disk keeps, without a model yet. */
  Register(Disk disk, Clock clock) {
    this.disk = disk;
    this.clock = clock;
    this.head = disk.head();
    this.documents = new TreeMap<>(disk.documents());
    disk.schemas().values().parallelStream()
        .map(schema -> Map.entry(schema.entity(), load(disk, schema)))
        .toList()
        .forEach(loaded -> tables.put(loaded.getKey(), loaded.getValue()));
    disk.release();
  }

  private static LiveTable load(Disk disk, TableSchema schema) {
    List<Column> columns = schema.columns();
    return disk.load(schema.entity(), Layout.of(schema.entity(), null, columns));
  }

  Head head() {
    return head;
  }

  Model model() {
    return model;
  }

  /** The state as of now; the same object until something changes. */
  StoreSnapshot snapshot() {
    if (snapshot.version() != head.version() || snapshot.model() != model) {
      snapshot = new StoreSnapshot(head.version(), model, states());
    }
    return snapshot;
  }

  Map<String, TableState> states() {
    Map<String, TableState> states = new LinkedHashMap<>();
    tables.forEach((entity, table) -> states.put(entity, table.state()));
    return states;
  }

  Map<String, TableSchema> schemas() {
    return Map.copyOf(disk.schemas());
  }

  Map<String, byte[]> documents() {
    return Collections.unmodifiableMap(new TreeMap<>(documents));
  }

  /** What one transaction did; it is not yet on disk. */
  record Applied(
      List<CommitResult.Outcome> outcomes,
      List<Violation> warnings,
      Map<String, List<CommitEvent.ChangedRow>> rows) {}

  /** The transaction carried out in memory, or all that speaks against it. */
  sealed interface Attempt {
    record Done(Applied applied) implements Attempt {}

    record Refused(List<Violation> violations) implements Attempt {}
  }

  Attempt attempt(Transaction transaction, Map<String, List<RowCheck>> checks) {
    Trial trial = trial(transaction, checks);
    if (!trial.errors.isEmpty()) {
      return new Attempt.Refused(trial.errors);
    }
    return new Attempt.Done(new Applied(trial.outcomes, trial.warnings, apply(trial.draft)));
  }

  /** What {@link #attempt} followed by a write would answer; nothing is changed. */
  CommitResult rehearse(Transaction transaction, Map<String, List<RowCheck>> checks) {
    Trial trial = trial(transaction, checks);
    if (!trial.errors.isEmpty()) {
      return new CommitResult.Refused(trial.errors);
    }
    Map<String, TableState> states = states();
    trial
        .draft
        .touched()
        .forEach(
            (entity, drafted) ->
                states.put(
                    entity,
                    Objects.requireNonNull(tables.get(entity))
                        .rehearse(drafted.images(), drafted.limit())));
    StoreSnapshot would = new StoreSnapshot(head.version() + 1, model, states);
    return new CommitResult.Committed(would, trial.outcomes, trial.warnings);
  }

  private record Trial(
      Draft draft,
      List<CommitResult.Outcome> outcomes,
      List<Violation> errors,
      List<Violation> warnings) {}

  private Trial trial(Transaction transaction, Map<String, List<RowCheck>> checks) {
    Draft draft = new Draft(model, states());
    DraftWriter writer = new DraftWriter(draft, cells);
    writer.write(transaction);
    List<Violation> errors = new ArrayList<>(writer.violations());
    List<Violation> warnings = new ArrayList<>();
    Checks rules = new Checks(checks);
    boolean concerned = rules.concern(draft);
    Snapshot before = snapshot();
    if (concerned) {
      rules.complete(draft, before, cells, errors);
    }
    new Integrity(draft, errors).check();
    if (concerned) {
      rules.run(draft, before, errors, warnings);
    }
    errors.sort(Comparator.comparingInt(Violation::change));
    return new Trial(
        draft, List.copyOf(writer.outcomes()), List.copyOf(errors), List.copyOf(warnings));
  }

  /** Whether memory is as a whole number of changes left it. */
  boolean sound() {
    return sound;
  }

  private Map<String, List<CommitEvent.ChangedRow>> apply(Draft draft) {
    sound = false;
    planned = null;
    Map<String, List<CommitEvent.ChangedRow>> rows = new HashMap<>();
    draft
        .touched()
        .forEach(
            (entity, drafted) -> {
              List<RowImage> images = drafted.images();
              rows.put(entity, changed(drafted, images));
              images.forEach(image -> dirt.row(entity, image.position()));
              Objects.requireNonNull(tables.get(entity)).apply(images, drafted.limit());
            });
    if (!rows.isEmpty()) {
      head = new Head(head.version() + 1, clock.instant());
    }
    sound = true;
    return rows;
  }

  private static List<CommitEvent.ChangedRow> changed(DraftTable drafted, List<RowImage> images) {
    List<CommitEvent.ChangedRow> changed = new ArrayList<>();
    for (RowImage image : images) {
      boolean existed = drafted.base().live(image.position());
      if (existed || image.live()) {
        Effect effect = !existed ? Effect.CREATED : image.live() ? Effect.UPDATED : Effect.REMOVED;
        changed.add(new CommitEvent.ChangedRow(image.position() + 1L, effect));
      }
    }
    return List.copyOf(changed);
  }

  void document(String name, byte[] stored, byte[] content) {
    dirt.document(name, stored);
    if (stored.length == 0) {
      documents.remove(name);
    } else {
      documents.put(name, content);
    }
  }

  MigrationPlan plan(Model next) {
    return migration(next).plan();
  }

  /** A plan is mostly carried out at once: what it took to make it is not done again. */
  private Migration migration(Model next) {
    Planned known = planned;
    if (known == null || known.from != snapshot() || known.next != next) {
      known = new Planned(snapshot(), next, new Migration(next, disk.schemas(), tables));
      planned = known;
    }
    return known.migration;
  }

  void migrate(Model next, boolean lossyConfirmed) {
    Migration migration = migration(next);
    MigrationPlan plan = migration.plan();
    if (plan.blocked()) {
      throw refused(
          "MIGRATION_BLOCKED",
          plan,
          MigrationPlan.Risk.BLOCKED,
          "数据与新模型矛盾，不能迁移",
          "the data contradicts the next model");
    }
    if (plan.lossy() && !lossyConfirmed) {
      throw refused(
          "MIGRATION_LOSSY",
          plan,
          MigrationPlan.Risk.LOSSY,
          "迁移会丢失数据，须确认",
          "the migration loses data and must be confirmed");
    }
    tables = migration.carryOut();
    model = next;
    planned = null;
    migration.changedSchemas().forEach(dirt::schema);
    migration.renamed().forEach(dirt::renamed);
    for (String entity : migration.rewritten()) {
      TableState state = Objects.requireNonNull(tables.get(entity)).state();
      for (int position = 0; position < state.limit(); position++) {
        dirt.row(entity, position);
      }
    }
    if (dirty()) {
      head = new Head(head.version() + 1, head.lastCommit());
    }
  }

  private static StoreFailure refused(
      String code, MigrationPlan plan, MigrationPlan.Risk risk, String zh, String en) {
    List<MigrationPlan.Step> steps = plan.steps(risk);
    return new StoreFailure(
        code,
        zh + "：" + String.join("；", steps.stream().map(s -> s.description().zh()).toList()),
        en + ": " + String.join("; ", steps.stream().map(s -> s.description().en()).toList()));
  }

  boolean dirty() {
    return !dirt.empty();
  }

  /** Makes everything done so far durable. */
  void write() {
    disk.write(dirt.batch(head, states()));
    dirt = new Dirt();
  }

  void backup(java.nio.file.Path target) {
    disk.copyTo(target);
  }

  void close() {
    disk.close();
  }
}
