package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Operator;
import org.wuyou.policy.Unit;
import org.wuyou.policy.Words;
import org.wuyou.spi.Call;
import org.wuyou.spi.Resolver;

/** Answers what the documents' words of comparison and units mean; no bundle is asked. */
final class WordFields {
  private WordFields() {}

  static Map<String, Resolver> all() {
    return Map.of(
        "Query.comparisonWords", call -> words(),
        "Query.comparisonHolds", WordFields::holds,
        "Query.unitConvert", WordFields::convert);
  }

  record WordView(String word, @Nullable Operator operator, Words.Basis basis) {}

  private static List<WordView> words() {
    return Words.standard().meanings().values().stream()
        .map(m -> new WordView(m.word(), m.operator().orElse(null), m.basis()))
        .toList();
  }

  private static @Nullable Boolean holds(Call call) {
    String word = Asked.text(call, "word");
    Words.Meaning meaning =
        Words.standard()
            .meaning(word)
            .orElseThrow(
                () -> Asked.unknown("UNKNOWN_WORD", word, Words.standard().meanings().keySet()));
    return meaning
        .operator()
        .map(
            operator ->
                operator.holds(
                    Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("value"))),
                    Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("bound")))))
        .orElse(null);
  }

  private static BigDecimal convert(Call call) {
    Unit from = unit(Asked.text(call, "from"));
    Unit to = unit(Asked.text(call, "to"));
    if (from.dimension() != to.dimension()) {
      throw RequestFault.badRequest(
          "UNLIKE_UNITS",
          from.zh() + " 不能换算为 " + to.zh() + "。",
          from.zh() + " cannot be converted to " + to.zh() + ".");
    }
    Exact value = Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("value")));
    return to.fromBase(from.toBase(value)).decimal();
  }

  private static Unit unit(String spelling) {
    return Unit.find(spelling)
        .orElseThrow(() -> Asked.unknown("UNKNOWN_UNIT", spelling, Unit.spellings()));
  }
}
