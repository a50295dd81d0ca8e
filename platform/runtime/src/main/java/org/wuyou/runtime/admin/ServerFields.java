package org.wuyou.runtime.admin;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.runtime.ProductSettings;
import org.wuyou.runtime.audit.AuditTrail;
import org.wuyou.runtime.plugin.Generations;
import org.wuyou.runtime.plugin.LoaderWatch;
import org.wuyou.runtime.plugin.SchemaHistory;
import org.wuyou.spi.Call;
import org.wuyou.store.BackupReport;
import org.wuyou.store.StoreFailure;
import org.wuyou.store.WuyouStore;

/** The fields of administration that concern the server, its store and its audit. */
public final class ServerFields {
  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final ProductSettings settings;
  private final WuyouStore store;
  private final Generations generations;
  private final SchemaHistory history;
  private final LoaderWatch loaders;
  private final AuditTrail audit;
  private final Clock clock;
  private final Instant startedAt;

  public ServerFields(
      ProductSettings settings,
      WuyouStore store,
      Generations generations,
      SchemaHistory history,
      LoaderWatch loaders,
      AuditTrail audit) {
    this.settings = settings;
    this.store = store;
    this.generations = generations;
    this.history = history;
    this.loaders = loaders;
    this.audit = audit;
    this.clock = settings.clock();
    this.startedAt = clock.instant();
  }

  /** {@code StoreStatus} of the schema. */
  public record StoreView(String path, long bytes, long commits, List<Count> entities) {}

  public record Count(String entity, long rows) {}

  /** {@code AbsentData} of the schema. */
  public record AbsentView(String entity, String module, long rows) {}

  /** {@code ServerStatus} of the schema. */
  public record ServerView(
      String version,
      String java,
      Instant startedAt,
      boolean ready,
      boolean developmentMode,
      long generation,
      long heapUsed,
      long heapMax,
      List<LingeringView> lingering) {}

  public record LingeringView(String plugin, Instant since, boolean leak) {}

  /** {@code AuditCheck} of the schema. */
  public record CheckView(long entries, boolean intact, @Nullable Long brokenAt) {}

  /** {@code SchemaChangeSet} of the schema. */
  public record ChangeSetView(
      Instant at, String actor, String occasion, List<ReportView.StepView> changes) {
    static ChangeSetView of(SchemaHistory.Entry entry, Locale locale) {
      return new ChangeSetView(
          entry.at(),
          entry.actor(),
          entry.occasion(),
          entry.changes().stream().map(c -> ReportView.StepView.of(c, locale)).toList());
    }
  }

  /** {@code BackupPayload} of the schema. */
  public record BackupView(
      @Nullable String path,
      @Nullable Long bytes,
      @Nullable Integer millis,
      List<TokenViews.Problem> userErrors) {}

  void addTo(AdminOnly fields) {
    fields
        .field("Query.storeStatus", call -> storeStatus())
        .field("Query.absentData", call -> absentData())
        .field("Query.serverStatus", call -> serverStatus())
        .field("Query.auditCheck", ServerFields::auditCheck)
        .field("Query.schemaChanges", this::schemaChanges)
        .field("Mutation.backup", this::backup);
  }

  private StoreView storeStatus() {
    var figures = store.statistics();
    return new StoreView(
        settings.data().resolve("store").toString(),
        figures.diskBytes(),
        figures.commits(),
        figures.tables().entrySet().stream()
            .map(table -> new Count(table.getKey(), table.getValue().rows()))
            .sorted(java.util.Comparator.comparing(Count::entity))
            .toList());
  }

  private List<AbsentView> absentData() {
    return store.absent().stream()
        .map(absent -> new AbsentView(absent.name(), absent.owner(), absent.rows()))
        .toList();
  }

  private ServerView serverStatus() {
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new ServerView(
        Optional.ofNullable(ServerFields.class.getPackage().getImplementationVersion())
            .orElse("0.1.0"),
        Runtime.version().toString(),
        startedAt,
        generations.begun(),
        settings.developmentMode(),
        generations.number(),
        heap.getUsed(),
        heap.getMax(),
        loaders.lingering().stream()
            .map(l -> new LingeringView(l.plugin().toString(), l.since(), l.leak()))
            .toList());
  }

  private static CheckView auditCheck(Call call) {
    AuditTrail.Check check = AuditTrail.check(call.snapshot());
    return new CheckView(
        check.entries(),
        check.brokenAt().isEmpty(),
        check.brokenAt().isPresent() ? (long) check.brokenAt().getAsInt() : null);
  }

  private List<ChangeSetView> schemaChanges(Call call) {
    Integer first = call.argument("first");
    return history.entries().stream()
        .limit(Math.max(0, first == null ? 20 : first))
        .map(entry -> ChangeSetView.of(entry, call.locale()))
        .toList();
  }

  private BackupView backup(Call call) {
    Path target = settings.data().resolve("backup").resolve(FOLDER.format(clock.instant()));
    try {
      BackupReport report = store.backup(target);
      audit.note(call.caller().name(), "store.backup", target.toString(), report.bytes() + " B");
      return new BackupView(
          target.toString(), report.bytes(), (int) report.took().toMillis(), List.of());
    } catch (StoreFailure failure) {
      return new BackupView(
          null,
          null,
          null,
          List.of(
              new TokenViews.Problem(
                  failure.code(), failure.label().in(call.locale()), List.of(), null)));
    }
  }
}
