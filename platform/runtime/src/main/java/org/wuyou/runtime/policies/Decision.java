package org.wuyou.runtime.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.evaluate.Ruling;
import org.wuyou.policy.record.FactRecord;
import org.wuyou.runtime.control.Json;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.value.Money;

/**
 * A decision as it is kept: which version of which rule, asked how, found what from which facts.
 *
 * @param claim the subject judged, if it is not the enterprise
 * @param readings choices that differ from the usual ones, by reading
 * @param commit the state of the register that was read
 */
record Decision(
    String region,
    String rule,
    Optional<Judged> claim,
    String bundle,
    String module,
    String bundleVersion,
    String digest,
    LocalDate asOf,
    OptionalInt year,
    Map<String, String> readings,
    long commit,
    Ruling ruling,
    FactRecord facts) {
  static final String ENTITY = "PolicyDecision";
  static final String ENTERPRISE = "Enterprise";
  private static final char IS = '=';

  /** A row judged, by its entity and identity. */
  record Judged(String entity, long id) {
    private static Judged parse(String text) {
      int at = text.indexOf('#');
      return new Judged(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
    }

    @Override
    public String toString() {
      return entity + "#" + id;
    }
  }

  /** How the question was put. */
  Evaluation evaluation() {
    Evaluation evaluation = Evaluation.USUAL.asOf(asOf).readings(readings);
    return year.isPresent() ? evaluation.year(year.getAsInt()) : evaluation;
  }

  Change.Insert insert(Row enterprise, Instant at, String by) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("number", DecisionNumber.UNPLACED);
    values.put("uscc", enterprise.text("uscc"));
    values.put("enterpriseName", enterprise.text("name"));
    values.put("divisionCode", enterprise.text("divisionCode"));
    values.put("region", region);
    values.put("rule", rule);
    values.put("claim", claim.map(Judged::toString).orElse(null));
    values.put("bundle", bundle);
    values.put("module", module);
    values.put("bundleVersion", bundleVersion);
    values.put("digest", digest);
    values.put("asOf", asOf);
    values.put("year", year.isPresent() ? year.getAsInt() : null);
    values.put(
        "readings",
        readings.entrySet().stream()
            .map(choice -> choice.getKey() + IS + choice.getValue())
            .sorted()
            .toList());
    values.put("commit", Math.toIntExact(commit));
    values.put("outcome", ruling.outcome());
    values.put("amount", ruling.amount().map(Decision::money).orElse(null));
    values.put("decidedAt", at);
    values.put("decidedBy", by);
    values.put("rulingText", json(Kept.of(ruling)));
    values.put("factsText", json(facts));
    return new Change.Insert(ENTITY, values);
  }

  private static Money money(Exact yuan) {
    return Money.yuan(yuan.decimal().setScale(2, RoundingMode.HALF_UP));
  }

  static Decision of(Row row) {
    Map<String, String> readings = new LinkedHashMap<>();
    if (row.value("readings") instanceof List<?> choices) {
      for (Object choice : choices) {
        String text = String.valueOf(choice);
        int is = text.indexOf(IS);
        readings.put(text.substring(0, is), text.substring(is + 1));
      }
    }
    Integer year = row.integer("year");
    return new Decision(
        text(row, "region"),
        text(row, "rule"),
        Optional.ofNullable(row.text("claim")).map(Judged::parse),
        text(row, "bundle"),
        text(row, "module"),
        text(row, "bundleVersion"),
        text(row, "digest"),
        Objects.requireNonNull(row.date("asOf")),
        year == null ? OptionalInt.empty() : OptionalInt.of(year),
        readings,
        Objects.requireNonNull(row.integer("commit")),
        ruling(row),
        facts(row));
  }

  /** The enterprise decided about, while it is in the register. */
  static @Nullable Row enterprise(Row decision, Snapshot snapshot) {
    return snapshot.get(ENTERPRISE, text(decision, "uscc"));
  }

  static Ruling ruling(Row row) {
    return read(text(row, "rulingText"), Kept.class).ruling();
  }

  static FactRecord facts(Row row) {
    return read(text(row, "factsText"), FactRecord.class);
  }

  private static String text(Row row, String field) {
    return Objects.requireNonNull(row.text(field));
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of plain data can be written", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store holds a decision that cannot be read", e);
    }
  }

  /** A ruling in JSON, amounts as exact text. */
  private record Kept(
      String outcome,
      @Nullable String amount,
      @Nullable String shown,
      List<KeptLine> lines,
      Set<String> missing) {
    static Kept of(Ruling ruling) {
      return new Kept(
          ruling.outcome(),
          ruling.amount().map(Exact::decimal).map(BigDecimal::toPlainString).orElse(null),
          ruling.shown().orElse(null),
          ruling.lines().stream().map(KeptLine::of).toList(),
          ruling.missing());
    }

    Ruling ruling() {
      return new Ruling(
          outcome,
          Optional.ofNullable(amount).map(Exact::of),
          Optional.ofNullable(shown),
          lines.stream().map(KeptLine::line).toList(),
          missing);
    }
  }

  private record KeptLine(
      String id, String state, @Nullable String value, @Nullable String requirement) {
    static KeptLine of(Ruling.Line line) {
      return new KeptLine(
          line.id(), line.state(), line.value().orElse(null), line.requirement().orElse(null));
    }

    Ruling.Line line() {
      return new Ruling.Line(
          id, state, Optional.ofNullable(value), Optional.ofNullable(requirement));
    }
  }
}
