package org.wuyou.gateway.values;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.wuyou.spi.data.Row;

/** A row's identity across all entities, as clients hold it: opaque, stable for the row's life. */
public record GlobalId(String entity, long id) {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final int LONGEST = 200;

  public static String of(Row row) {
    return new GlobalId(row.entity(), row.id()).text();
  }

  public String text() {
    return ENCODER.encodeToString((entity + ":" + id).getBytes(StandardCharsets.UTF_8));
  }

  /** Empty if the text was not made by {@link #text}. */
  public static Optional<GlobalId> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      return colon < 1
          ? Optional.empty()
          : Optional.of(
              new GlobalId(
                  plain.substring(0, colon), Long.parseLong(plain, colon + 1, plain.length(), 10)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
