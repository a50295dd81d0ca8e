package org.wuyou.gateway.files.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.column.ColumnPlan;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.gateway.files.sheet.Line;
import org.wuyou.gateway.files.sheet.Lines;
import org.wuyou.gateway.files.sheet.SheetFile;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/**
 * Finds the table of an entity in a file: the first visible sheet with a row, among its first ones,
 * that names the entity's key. Rows above it (titles, remarks) are read over.
 */
public final class TableFinder {
  /** The sheet that a template explains itself on. */
  public static final Label NOTES_SHEET = new Label("填写说明", "Notes");

  private static final int ROWS_SEARCHED = 20;

  private record Candidate(Line header, ColumnPlan plan) {}

  private TableFinder() {}

  /**
   * @throws FileRefused if no sheet has any row
   */
  public static Table find(SheetFile file, EntityType entity, Model model) {
    List<Finding> notes = new ArrayList<>();
    @Nullable Candidate best = null;
    int chosen = -1;
    List<SheetFile.Sheet> sheets = file.sheets();
    for (int i = 0; i < sheets.size(); i++) {
      SheetFile.Sheet sheet = sheets.get(i);
      if (sheet.hidden()) {
        notes.add(hidden(sheet));
        continue;
      }
      Candidate candidate = header(file, i, entity, model);
      if (candidate == null) {
        continue;
      }
      if (best == null || (!best.plan.usable() && candidate.plan.usable())) {
        if (best != null) {
          notes.add(ignored(sheets.get(chosen)));
        }
        best = candidate;
        chosen = i;
      } else if (!sheet.name().equals(NOTES_SHEET.zh())) {
        notes.add(ignored(sheet));
      }
    }
    if (best == null) {
      throw new FileRefused(
          "EMPTY_FILE",
          "文件里没有任何内容（或内容都在隐藏的工作表中）；请确认上传的是保存过的数据文件。",
          "The file has no content (or only on hidden sheets); check that you sent the saved data file.");
    }
    int sheet = chosen;
    int headerRow = best.header.number();
    return new Table(
        best.header, best.plan, file.delimited(), notes, () -> below(file, sheet, headerRow));
  }

  private static @Nullable Candidate header(
      SheetFile file, int sheet, EntityType entity, Model model) {
    @Nullable Candidate best = null;
    try (Lines lines = file.lines(sheet)) {
      for (int seen = 0; seen < ROWS_SEARCHED && lines.hasNext(); ) {
        Line line = lines.next();
        if (line.blank()) {
          continue;
        }
        seen++;
        ColumnPlan plan = ColumnPlan.of(entity, model, line);
        if (plan.usable()) {
          return new Candidate(line, plan);
        }
        if (best == null || plan.columns().size() > best.plan.columns().size()) {
          best = new Candidate(line, plan);
        }
      }
    }
    return best;
  }

  private static Lines below(SheetFile file, int sheet, int headerRow) {
    Lines lines = file.lines(sheet);
    while (lines.hasNext()) {
      if (lines.next().number() >= headerRow) {
        break;
      }
    }
    return lines;
  }

  private static Finding hidden(SheetFile.Sheet sheet) {
    return Finding.ofFile(
        "HIDDEN_SHEET_IGNORED",
        new Label(
            "隐藏的工作表“" + sheet.name() + "”未读取。",
            "The hidden sheet \"" + sheet.name() + "\" is not read."));
  }

  private static Finding ignored(SheetFile.Sheet sheet) {
    return Finding.ofFile(
        "SHEET_IGNORED",
        new Label(
            "一次只读取一张工作表；“" + sheet.name() + "”未读取，如需导入请另存为单独的文件。",
            "One sheet is read at a time; \""
                + sheet.name()
                + "\" is not: save it as a file of its own to import it."));
  }
}
