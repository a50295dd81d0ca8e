package org.wuyou.gateway.fetch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.values.ValueReader;
import org.wuyou.gateway.values.ValueWriter;
import org.wuyou.spi.data.Selection.Cursor;
import org.wuyou.spi.data.Selection.Order;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Parsed;

/**
 * Cursors as opaque texts: the values ordered by and the row's identity, so that a page goes on
 * where the last one ended even if rows came and went between.
 */
final class Cursors {
  private static final char SEPARATOR = '\u001f';
  private static final String MISSING = "-";
  private static final String PRESENT = "+";
  private static final int LONGEST = 4_000;

  private final Model model;
  private final EntityType entity;
  private final List<Order> order;

  /** A cursor is of use only in the order it was made for. */
  private final String fingerprint;

  Cursors(Model model, EntityType entity, List<Order> order) {
    this.model = model;
    this.entity = entity;
    this.order = order;
    this.fingerprint = Integer.toHexString((entity.name() + order).hashCode());
  }

  String encode(Cursor cursor) {
    StringBuilder text = new StringBuilder(fingerprint);
    text.append(SEPARATOR).append(cursor.id());
    for (Object value : cursor.values()) {
      text.append(SEPARATOR);
      text.append(value == null ? MISSING : PRESENT + ValueWriter.text(value));
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Nullable Cursor decode(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.length() > LONGEST) {
      throw invalid();
    }
    String[] parts;
    try {
      parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
              .split(String.valueOf(SEPARATOR), -1);
      if (parts.length != order.size() + 2 || !parts[0].equals(fingerprint)) {
        throw invalid();
      }
      List<@Nullable Object> values = new ArrayList<>(order.size());
      for (int i = 0; i < order.size(); i++) {
        values.add(value(order.get(i), parts[i + 2]));
      }
      return new Cursor(values, Long.parseLong(parts[1]));
    } catch (IllegalArgumentException notOurs) {
      throw invalid();
    }
  }

  private @Nullable Object value(Order by, String part) {
    if (part.equals(MISSING)) {
      return null;
    }
    if (!part.startsWith(PRESENT)) {
      throw invalid();
    }
    String text = part.substring(1);
    ValueType type = Paths.type(model, entity, by.field());
    if (by.field().equals("id") || by.field().endsWith(".id")) {
      return new BigDecimal(text).longValueExact();
    }
    if (type instanceof ValueType.Text) {
      return text;
    }
    return switch (new ValueReader(model).read(text, type)) {
      case Parsed.Ok<Object>(Object value) -> value;
      case Parsed.Bad<Object> bad -> throw invalid();
    };
  }

  private static RequestFault invalid() {
    return RequestFault.badRequest(
        "CURSOR_INVALID",
        "游标无效，或不是在此排序下得到的；请从第一页重新开始。",
        "The cursor is not valid for this order; start again from the first page.");
  }
}
