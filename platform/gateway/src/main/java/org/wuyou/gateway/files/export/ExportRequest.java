package org.wuyou.gateway.files.export;

import java.util.List;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.value.Money;

/**
 * What is asked of an export.
 *
 * @param where which rows, as the caller asked; what the caller may see is added
 * @param fields names of the fields wanted, in order; empty for all that the caller may read
 */
public record ExportRequest(
    String entity,
    Caller caller,
    Condition where,
    List<Selection.Order> order,
    List<String> fields,
    Headers headers,
    Money.Unit unit,
    FileFormat format) {
  public ExportRequest {
    order = List.copyOf(order);
    fields = List.copyOf(fields);
  }

  /** Everything of an entity. */
  public static ExportRequest all(String entity, Caller caller, FileFormat format) {
    return new ExportRequest(
        entity, caller, Condition.ALL, List.of(), List.of(), Headers.ZH, Money.Unit.YUAN, format);
  }

  public ExportRequest in(Headers words, Money.Unit money) {
    return new ExportRequest(entity, caller, where, order, fields, words, money, format);
  }

  public ExportRequest where(Condition condition) {
    return new ExportRequest(entity, caller, condition, order, fields, headers, unit, format);
  }
}
