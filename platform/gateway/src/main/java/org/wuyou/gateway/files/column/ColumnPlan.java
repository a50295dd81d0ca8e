package org.wuyou.gateway.files.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.sheet.Line;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;

/**
 * Which column of a file goes where, with all that is to be said about its headers.
 *
 * @param columns those that have a home, in the order of the file
 * @param warnings columns without a home, required columns that are not there
 * @param errors why the file cannot be taken: two columns for one field, no column for the key
 */
public record ColumnPlan(List<Column> columns, List<Finding> warnings, List<Finding> errors) {
  /** Headers of the column that an error file adds; read over when it is sent again. */
  public static final Label ERROR_HEADER = new Label("错误", "Errors");

  private static final Set<String> REMARKS = Set.of("必填", "选填", "可选", "required", "optional");

  public ColumnPlan {
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
    errors = List.copyOf(errors);
  }

  public static ColumnPlan of(EntityType entity, Model model, Line header) {
    return new Planning(entity, model).plan(header);
  }

  /** Whether the header is that of the column that an error file adds. */
  public static boolean isErrorColumn(String header) {
    return header.strip().equals(ERROR_HEADER.zh()) || header.strip().equals(ERROR_HEADER.en());
  }

  public boolean usable() {
    return errors.isEmpty();
  }

  private static final class Planning {
    private final EntityType entity;
    private final HeaderNames names;
    private final Map<Leaf, Column> taken = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private final List<Finding> errors = new ArrayList<>();

    Planning(EntityType entity, Model model) {
      this.entity = entity;
      this.names = HeaderNames.of(entity, model);
    }

    ColumnPlan plan(Line header) {
      for (int i = 0; i < header.cells().size(); i++) {
        String text = header.cell(i).shown().strip();
        if (!text.isEmpty() && !isErrorColumn(text)) {
          place(i, text);
        }
      }
      missing();
      return new ColumnPlan(columns, warnings, errors);
    }

    private void place(int index, String header) {
      HeaderText text = HeaderText.of(header);
      Optional<Leaf> found = names.find(text);
      if (found.isEmpty()) {
        warnings.add(unknown(header));
        return;
      }
      Leaf leaf = found.get();
      Column earlier = taken.get(leaf);
      if (earlier != null) {
        errors.add(duplicate(header, earlier));
        return;
      }
      Column column =
          new Column(index, header, leaf, unit(header, text, names.exact(text).isPresent(), leaf));
      taken.put(leaf, column);
      columns.add(column);
    }

    private Optional<Money.Unit> unit(String header, HeaderText text, boolean exact, Leaf leaf) {
      Field field = leaf.last();
      boolean number =
          switch (field.type()) {
            case ValueType.MoneyAmount m -> true;
            case ValueType.Int i -> true;
            case ValueType.Decimal d -> true;
            case ValueType.Percent p -> true;
            default -> false;
          };
      String bracketed = text.bracketed().orElse("");
      if (exact || !number || bracketed.isEmpty() || REMARKS.contains(bracketed)) {
        return Optional.empty();
      }
      if (field.type() instanceof ValueType.MoneyAmount) {
        for (Money.Unit unit : Money.Unit.values()) {
          if (unit.zh().equals(bracketed) || unit.name().equalsIgnoreCase(bracketed)) {
            return Optional.of(unit);
          }
        }
      } else if (field.unit().isEmpty() || field.unit().get().equals(bracketed)) {
        return Optional.empty();
      }
      errors.add(wrongUnit(header, bracketed, field));
      return Optional.empty();
    }

    private void missing() {
      Set<String> present =
          taken.keySet().stream().map(l -> l.root().name()).collect(Collectors.toSet());
      for (Leaf leaf : names.leaves()) {
        boolean key = entity.key().contains(leaf.root().name());
        if (key && !taken.containsKey(leaf)) {
          errors.add(missing(leaf));
        } else if (!key && leaf.root().required() && !present.contains(leaf.root().name())) {
          warnings.add(missing(leaf));
        } else if (!key && !taken.containsKey(leaf) && present.contains(leaf.root().name())) {
          errors.add(missing(leaf));
        }
      }
    }

    private Finding unknown(String header) {
      return Finding.ofColumn(
          header,
          "UNKNOWN_COLUMN",
          new Label(
              "“" + header + "”列在“" + entity.label().zh() + "”中没有对应的字段，未读取。",
              "Column \"" + header + "\" has no field on " + entity.name() + " and is not read."));
    }

    private static Finding duplicate(String header, Column earlier) {
      return Finding.ofColumn(
          header,
          "DUPLICATE_COLUMN",
          new Label(
              "“" + header + "”与“" + earlier.header() + "”是同一个字段；请只保留一列。",
              "\""
                  + header
                  + "\" and \""
                  + earlier.header()
                  + "\" are the same field; keep one of the columns."));
    }

    private Finding missing(Leaf leaf) {
      String names = HeaderNames.spellings(leaf);
      boolean key = entity.key().contains(leaf.root().name());
      return Finding.ofColumn(
          leaf.label().zh(),
          "MISSING_COLUMN",
          key || leaf.throughReference()
              ? new Label(
                  "缺少列“"
                      + leaf.label().zh()
                      + "”，无法辨认每一行；请补上（可用表头："
                      + names
                      + "），或确认文件确属“"
                      + entity.label().zh()
                      + "”。",
                  "Column \""
                      + leaf.label().en()
                      + "\" is missing, so rows cannot be told apart; add it (headers: "
                      + names
                      + "), or check that the file is about "
                      + entity.name()
                      + ".")
              : new Label(
                  "缺少必填列“" + leaf.label().zh() + "”（可用表头：" + names + "）；只能更新已有的行，新行会被退回。",
                  "The required column \""
                      + leaf.label().en()
                      + "\" (headers: "
                      + names
                      + ") is missing; existing rows can be updated, new rows are refused."));
    }

    private static Finding wrongUnit(String header, String unit, Field field) {
      String allowed =
          field.type() instanceof ValueType.MoneyAmount ? "元、千元、万元、亿元" : field.unit().orElse("");
      return Finding.ofColumn(
          header,
          "UNKNOWN_UNIT",
          new Label(
              "表头“" + header + "”中的单位“" + unit + "”无法换算；可用单位：" + allowed + "。",
              "The unit \""
                  + unit
                  + "\" in the header \""
                  + header
                  + "\" cannot be converted; use one of "
                  + allowed
                  + "."));
    }
  }
}
