package org.wuyou.runtime.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.Row;

/**
 * One entry of the audit before it has its place in the chain.
 *
 * @param operation the root field ({@code Mutation.enterpriseUpdate}) or the act ({@code
 *     plugin.active})
 * @param content hash of what was written
 */
record AuditRecord(
    Instant at,
    String actor,
    String operation,
    @Nullable String subject,
    @Nullable String summary,
    String content) {
  static final String ENTITY = "AuditEntry";

  /** The number of an entry on its way into the chain. */
  static final Integer UNPLACED = 0;

  static final String FIRST_PREVIOUS = "0".repeat(64);

  AuditRecord {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  static AuditRecord of(Row row) {
    return new AuditRecord(
        (Instant) Objects.requireNonNull(row.value("at")),
        Objects.requireNonNull(row.text("actor")),
        Objects.requireNonNull(row.text("operation")),
        row.text("subject"),
        row.text("summary"),
        Objects.requireNonNull(row.text("content")));
  }

  /** The hash of this entry standing at this number behind that entry. */
  String hash(int number, String previous) {
    StringBuilder text = new StringBuilder();
    for (String part :
        new String[] {
          previous,
          Integer.toString(number),
          at.toString(),
          actor,
          operation,
          Objects.requireNonNullElse(subject, ""),
          Objects.requireNonNullElse(summary, ""),
          content
        }) {
      text.append(part.length()).append(':').append(part); // no two entries spell the same text
    }
    return sha256(text.toString());
  }

  /** Without its place in the chain, which {@link AuditChain} gives it as it is written. */
  Change.Insert insert() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("at", at);
    values.put("actor", actor);
    values.put("operation", operation);
    values.put("subject", subject);
    values.put("summary", summary);
    values.put("content", content);
    values.put("number", UNPLACED);
    values.put("previous", FIRST_PREVIOUS);
    values.put("hash", FIRST_PREVIOUS);
    return new Change.Insert(ENTITY, values);
  }

  static AuditRecord of(Map<String, @Nullable Object> values) {
    return new AuditRecord(
        (Instant) Objects.requireNonNull(values.get("at")),
        (String) Objects.requireNonNull(values.get("actor")),
        (String) Objects.requireNonNull(values.get("operation")),
        (String) values.get("subject"),
        (String) values.get("summary"),
        (String) Objects.requireNonNull(values.get("content")));
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
