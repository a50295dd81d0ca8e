package org.wuyou.store.disk;

import java.util.ArrayList;
import java.util.List;
import org.wuyou.spi.model.ValueType;
import org.wuyou.store.StoreFailure;
import org.wuyou.store.table.Column;

/** The stored form of a table's columns: their lasting numbers, names, types and owners. */
final class SchemaCodec {
  private static final int FORM = 1;

  private SchemaCodec() {}

  static byte[] encode(TableSchema schema) {
    ByteWriter out =
        new ByteWriter(1024)
            .u8(FORM)
            .text(schema.entity())
            .text(schema.owner())
            .number(schema.nextNumber());
    out.number(schema.columns().size());
    for (Column column : schema.columns()) {
      out.number(column.number())
          .text(column.name())
          .text(type(column.type()))
          .u8(column.list() ? 1 : 0)
          .text(column.owner())
          .u8(column.declared() ? 1 : 0);
    }
    out.number(schema.uniques().size());
    for (List<String> unique : schema.uniques()) {
      out.number(unique.size());
      unique.forEach(out::text);
    }
    return out.sealed();
  }

  static TableSchema decode(byte[] bytes, String where) {
    ByteReader in = ByteReader.of(bytes, where);
    if (in.u8() != FORM) {
      throw StoreFailure.newer(where);
    }
    String entity = in.text();
    String owner = in.text();
    int nextNumber = (int) in.number();
    int count = (int) in.number();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(
          new Column(
              (int) in.number(),
              in.text(),
              type(in.text()),
              in.u8() == 1,
              in.text(),
              in.u8() == 1));
    }
    List<List<String>> uniques = new ArrayList<>();
    int sets = (int) in.number();
    for (int i = 0; i < sets; i++) {
      List<String> unique = new ArrayList<>();
      int fields = (int) in.number();
      for (int j = 0; j < fields; j++) {
        unique.add(in.text());
      }
      uniques.add(List.copyOf(unique));
    }
    return new TableSchema(entity, owner, nextNumber, columns, uniques);
  }

  private static String type(ValueType type) {
    return switch (type) {
      case ValueType.Text t -> "TEXT";
      case ValueType.Bool b -> "BOOL";
      case ValueType.Int i -> "INT";
      case ValueType.Decimal d -> "DECIMAL:" + d.scale();
      case ValueType.MoneyAmount m -> "MONEY";
      case ValueType.Percent p -> "PERCENT";
      case ValueType.Date d -> "DATE";
      case ValueType.Month m -> "MONTH";
      case ValueType.Timestamp t -> "TIMESTAMP";
      case ValueType.Code c -> "CODE:" + c.kind();
      case ValueType.Enumeration e -> "ENUM:" + e.enumName();
      case ValueType.Reference r -> "REFERENCE:" + r.entity();
      case ValueType.Inverse i -> throw new IllegalArgumentException("an inverse is not stored");
      case ValueType.Computed c ->
          throw new IllegalArgumentException("a computed field is not stored");
    };
  }

  private static ValueType type(String text) {
    String[] parts = text.split(":", 2);
    return switch (parts[0]) {
      case "TEXT" -> new ValueType.Text();
      case "BOOL" -> new ValueType.Bool();
      case "INT" -> new ValueType.Int();
      case "DECIMAL" -> new ValueType.Decimal(Integer.parseInt(parts[1]));
      case "MONEY" -> new ValueType.MoneyAmount();
      case "PERCENT" -> new ValueType.Percent();
      case "DATE" -> new ValueType.Date();
      case "MONTH" -> new ValueType.Month();
      case "TIMESTAMP" -> new ValueType.Timestamp();
      case "CODE" -> new ValueType.Code(ValueType.Code.Kind.valueOf(parts[1]));
      case "ENUM" -> new ValueType.Enumeration(parts[1]);
      case "REFERENCE" -> new ValueType.Reference(parts[1]);
      default -> throw StoreFailure.newer("column type " + text);
    };
  }
}
