package org.wuyou.gateway.files.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.mapping.Mappings;
import org.wuyou.gateway.files.sheet.FileLimits;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.gateway.files.sheet.Line;
import org.wuyou.gateway.files.sheet.Lines;
import org.wuyou.gateway.files.sheet.SheetFile;
import org.wuyou.gateway.files.sheet.SheetFiles;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;

/**
 * Takes files into the register. A file is read through once before anything is written, so a
 * damaged one changes nothing; up to {@link #ROWS_PER_TRANSACTION} good rows are one transaction,
 * larger files are several, each whole.
 */
public final class FileImport {
  /** Rows of a file that become visible together. */
  public static final int ROWS_PER_TRANSACTION = 60_000;

  private static final int PROGRESS_STEP = 1_000;

  private final EntityStore store;
  private final CommitAudit audit;
  private final Supplier<AccessRules> access;
  private final Mappings mappings;
  private final FileLimits limits;

  public FileImport(
      EntityStore store,
      CommitAudit audit,
      Supplier<AccessRules> access,
      Mappings mappings,
      FileLimits limits) {
    this.store = store;
    this.audit = audit;
    this.access = access;
    this.mappings = mappings;
    this.limits = limits;
  }

  /** Runs to the end; whatever is wrong with the file is in the report. */
  public ImportReport run(ImportRequest request, Path file, ImportProgress progress)
      throws IOException {
    Snapshot snapshot = store.snapshot();
    EntityType entity = snapshot.model().entity(request.entity());
    try (SheetFile sheets = SheetFiles.open(file, limits)) {
      Table table =
          request.mapping().isPresent()
              ? mappings.table(
                  request.mapping().get(), sheets, entity, snapshot.model(), request.parameters())
              : TableFinder.find(sheets, entity, snapshot.model());
      return run(request, entity, snapshot, table, progress);
    } catch (FileRefused refused) {
      return ImportReport.refusedWhole(
          request.entity(), List.of(), List.of(Finding.ofFile(refused.code(), refused.label())));
    }
  }

  private ImportReport run(
      ImportRequest request,
      EntityType entity,
      Snapshot snapshot,
      Table table,
      ImportProgress progress) {
    List<Finding> warnings = new ArrayList<>(table.notes());
    warnings.addAll(table.plan().warnings());
    if (!table.plan().usable()) {
      return ImportReport.refusedWhole(request.entity(), warnings, table.plan().errors());
    }
    int total = rows(table);
    if (total == 0) {
      return ImportReport.refusedWhole(request.entity(), warnings, List.of(noRows()));
    }
    Tally tally = new Tally();
    tally.warn(warnings);
    RowReader reader = new RowReader(entity, snapshot.model(), table, request.emptyClears());
    RowWriter writer = new RowWriter(entity.name(), sink(request), request.atomic());
    Map<List<Object>, Integer> keys = new HashMap<>();
    List<Draft> batch = new ArrayList<>();
    try (Lines lines = table.source().open()) {
      while (lines.hasNext()) {
        Line line = lines.next();
        if (line.blank()) {
          continue;
        }
        tally.row();
        Draft draft = allowed(alone(reader.read(line), keys, entity, table), request, snapshot);
        tally.warn(draft.warnings());
        if (draft.readable()) {
          batch.add(draft);
        } else {
          tally.refuse(draft);
        }
        if (batch.size() == ROWS_PER_TRANSACTION && !request.atomic()) {
          writer.write(batch, table, tally);
          batch.clear();
        }
        if (tally.total() % PROGRESS_STEP == 0) {
          progress.at(tally.total() - batch.size(), total);
        }
      }
    }
    if (!request.atomic() || !tally.anyRefused()) {
      writer.write(batch, table, tally);
    }
    progress.at(total, total);
    return tally.report(entity.name(), request.commit(), table);
  }

  /** Reads the whole table once: damage further down is met before the first row is written. */
  private static int rows(Table table) {
    int rows = 0;
    try (Lines lines = table.source().open()) {
      while (lines.hasNext()) {
        if (!lines.next().blank()) {
          rows++;
        }
      }
    }
    return rows;
  }

  private Function<List<Change>, CommitResult> sink(ImportRequest request) {
    String actor = request.caller().name();
    if (!request.commit()) {
      return changes -> store.rehearse(new Transaction(actor, changes));
    }
    String coordinate = "Files." + request.entity();
    return changes ->
        store.commit(audit.amend(new Transaction(actor, changes), request.caller(), coordinate));
  }

  /** The draft, refused if an earlier row of the file has the same key. */
  private static Draft alone(
      Draft draft, Map<List<Object>, Integer> keys, EntityType entity, Table table) {
    if (draft.key().size() < entity.key().size()) {
      return draft;
    }
    Integer earlier = keys.putIfAbsent(draft.key(), draft.line().number());
    if (earlier == null) {
      return draft;
    }
    String field = entity.key().getLast();
    return draft.refused(
        List.of(
            new Finding(
                draft.line().number(),
                table.headerOf(field),
                table.shown(draft.line(), field),
                "DUPLICATE_KEY",
                new Label(
                    "与第 " + earlier + " 行是同一条记录；文件中同一记录只能出现一次，请保留正确的一行。",
                    "Row "
                        + earlier
                        + " has the same key; a record may occur once in a file: keep the right row."))));
  }

  /** The draft, refused if it lies outside the region the caller is confined to. */
  private Draft allowed(Draft draft, ImportRequest request, Snapshot snapshot) {
    Change change = new Change.Upsert(request.entity(), draft.values());
    if (!draft.readable() || access.get().mayWrite(request.caller(), change, snapshot)) {
      return draft;
    }
    return draft.refused(
        List.of(
            new Finding(
                draft.line().number(),
                null,
                null,
                "FORBIDDEN",
                new Label(
                    "该行不在您的辖区内（或没有写明所属区划），未写入；请交由所属地区上传。",
                    "The row lies outside your region (or names no division) and is not written; let its own region send it."))));
  }

  private static Finding noRows() {
    return Finding.ofFile(
        "NO_ROWS",
        new Label(
            "只有表头，没有数据行；请在表头下方逐行填写后再上传。",
            "There is a header but no row below it; fill in the rows and send the file again."));
  }
}
