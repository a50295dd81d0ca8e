package org.wuyou.gateway.files.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.files.column.HeaderNames;
import org.wuyou.gateway.files.column.Leaf;
import org.wuyou.gateway.files.sheet.Cell;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;

/** Gives rows of one snapshot as a file that can be taken in again with nothing changed. */
public final class FileExport {
  /** Most rows of an XLSX below its header. */
  static final int XLSX_ROWS = 1_048_575;

  private final Snapshot snapshot;
  private final AccessRules access;

  public FileExport(Snapshot snapshot, AccessRules access) {
    this.snapshot = snapshot;
    this.access = access;
  }

  /** An export whose rows are found and whose columns are settled; only writing can fail. */
  public interface Ready {
    int rows();

    void write(OutputStream out) throws IOException;
  }

  /**
   * Finds the rows.
   *
   * @throws FileRefused if a field is unknown or not for the caller, or an XLSX cannot hold the
   *     rows
   */
  public Ready prepare(ExportRequest request) {
    EntityType entity = snapshot.model().entity(request.entity());
    Table table = snapshot.table(request.entity());
    List<Leaf> columns = columns(request, entity);
    Condition where =
        new Condition.And(List.of(request.where(), access.visible(request.caller(), entity)));
    int[] positions =
        table
            .select(new Selection(where, request.order(), table.size(), false, null, null))
            .positions();
    if (request.format() instanceof FileFormat.Xlsx && positions.length > XLSX_ROWS) {
      throw new FileRefused(
          "TOO_MANY_ROWS",
          "共 " + positions.length + " 行，XLSX 最多 " + XLSX_ROWS + " 行；请改用 CSV 或缩小范围。",
          "There are "
              + positions.length
              + " rows but an XLSX holds "
              + XLSX_ROWS
              + "; use CSV or narrow the filter.");
    }
    return new Found(request, table, positions, columns);
  }

  private List<Leaf> columns(ExportRequest request, EntityType entity) {
    List<Leaf> readable =
        Leaf.of(entity, snapshot.model()).stream()
            .filter(leaf -> readable(request.caller(), leaf))
            .toList();
    if (request.fields().isEmpty()) {
      return readable;
    }
    List<Leaf> wanted = new ArrayList<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String name : request.fields()) {
      List<Leaf> found =
          readable.stream()
              .filter(leaf -> leaf.root().name().equals(name) || leaf.name().equals(name))
              .toList();
      wanted.addAll(found);
      if (found.isEmpty()) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      throw new FileRefused(
          "UNKNOWN_FIELD",
          "没有可导出的字段：" + String.join("、", unknown) + "；可用：" + names(readable) + "。",
          "There are no such fields to export: "
              + String.join(", ", unknown)
              + "; use "
              + names(readable)
              + ".");
    }
    return wanted;
  }

  private static String names(List<Leaf> leaves) {
    return String.join(", ", leaves.stream().map(Leaf::name).toList());
  }

  private boolean readable(Caller caller, Leaf leaf) {
    return leaf.path().stream().allMatch(field -> access.mayRead(caller, field));
  }

  private final class Found implements Ready {
    private final ExportRequest request;
    private final Table table;
    private final int[] positions;
    private final List<Leaf> columns;
    private final CellWriter cells;

    Found(ExportRequest request, Table table, int[] positions, List<Leaf> columns) {
      this.request = request;
      this.table = table;
      this.positions = positions;
      this.columns = columns;
      this.cells = new CellWriter(snapshot.model(), request.headers(), request.unit());
    }

    @Override
    public int rows() {
      return positions.length;
    }

    @Override
    public void write(OutputStream out) throws IOException {
      try (SheetWriter sheet = request.format().writer(out, request.entity())) {
        HeaderNames names = HeaderNames.of(table.type(), snapshot.model());
        List<Cell> row = new ArrayList<>();
        for (Leaf leaf : columns) {
          row.add(new Cell.Text(request.headers().of(leaf, names, request.unit())));
        }
        sheet.row(row);
        for (int position : positions) {
          row.clear();
          for (Leaf leaf : columns) {
            row.add(cells.cell(value(table.row(position), leaf), leaf.last().type()));
          }
          sheet.row(row);
        }
      }
    }
  }

  private static @Nullable Object value(Row row, Leaf leaf) {
    @Nullable Row at = row;
    List<Field> path = leaf.path();
    for (int i = 0; i < path.size() - 1; i++) {
      at = at.reference(path.get(i).name());
      if (at == null) {
        return null;
      }
    }
    return at.value(leaf.last().name());
  }
}
