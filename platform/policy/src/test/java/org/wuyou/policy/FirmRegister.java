package org.wuyou.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.MapSubject;

/** Firms made up from a seed, of facts that the standard of the expression language knows too. */
final class FirmRegister {
  static final List<String> NUMBERS = List.of("n0", "n1", "n2", "n3");
  static final List<String> TRUTHS = List.of("b0", "b1", "b2");
  static final List<String> TEXTS = List.of("s0", "s1");
  static final List<String> DAYS = List.of("d0", "d1");
  static final List<String> WORDS = List.of("A", "AB", "B", "BA");

  static final FactCatalogue CATALOGUE =
      FactCatalogue.builder()
          .entity(
              "Owner",
              "所有者",
              FactCatalogue.number("size", "规模"),
              FactCatalogue.truth("local", "本地"))
          .entity(
              "Title",
              "称号",
              FactCatalogue.text("kind", "种类"),
              FactCatalogue.number("level", "级别"),
              FactCatalogue.truth("inForce", "有效"))
          .entity("Firm", "企业", facts())
          .build();

  private static FactCatalogue.Fact[] facts() {
    List<FactCatalogue.Fact> facts = new ArrayList<>();
    NUMBERS.forEach(name -> facts.add(FactCatalogue.number(name, name)));
    TRUTHS.forEach(name -> facts.add(FactCatalogue.truth(name, name)));
    TEXTS.forEach(name -> facts.add(FactCatalogue.text(name, name)));
    DAYS.forEach(name -> facts.add(FactCatalogue.day(name, name)));
    facts.add(FactCatalogue.one("owner", "所有者", "Owner"));
    facts.add(FactCatalogue.many("titles", "称号", "Title"));
    return facts.toArray(FactCatalogue.Fact[]::new);
  }

  private final Random random;

  FirmRegister(long seed) {
    this.random = new Random(seed);
  }

  /**
   * @param gaps whether titles and owners lack facts of their own; else an owner may be missing
   */
  List<MapSubject> firms(int count, boolean gaps) {
    List<MapSubject> firms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      firms.add(firm(i, gaps));
    }
    return firms;
  }

  private MapSubject firm(int number, boolean gaps) {
    MapSubject firm = new MapSubject("Firm", "firm" + number);
    NUMBERS.forEach(name -> perhaps(firm, name, number()));
    TRUTHS.forEach(name -> perhaps(firm, name, random.nextBoolean()));
    TEXTS.forEach(name -> perhaps(firm, name, word()));
    DAYS.forEach(name -> perhaps(firm, name, day()));
    MapSubject owner = new MapSubject("Owner", "owner of " + number);
    if (!gaps || random.nextInt(4) > 0) {
      owner.with("size", number());
    }
    owner.with("local", random.nextBoolean());
    if (gaps || random.nextInt(4) > 0) {
      firm.with("owner", owner);
    }
    List<MapSubject> titles = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      titles.add(title(gaps));
    }
    return firm.with("titles", titles);
  }

  private MapSubject title(boolean gaps) {
    MapSubject title = new MapSubject("Title", "title").with("kind", word());
    if (!gaps || random.nextInt(4) > 0) {
      title.with("level", number());
    }
    if (!gaps || random.nextInt(4) > 0) {
      title.with("inForce", random.nextBoolean());
    }
    return title;
  }

  private void perhaps(MapSubject subject, String fact, Object value) {
    if (random.nextInt(4) > 0) {
      subject.with(fact, value);
    }
  }

  /** Quarters, of which binary arithmetic adds, multiplies and halves a few without rounding. */
  private BigDecimal number() {
    return BigDecimal.valueOf(25L * (random.nextInt(33) - 16), 2);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private LocalDate day() {
    return LocalDate.of(2021, 12, 25).plusDays(random.nextInt(14));
  }
}
