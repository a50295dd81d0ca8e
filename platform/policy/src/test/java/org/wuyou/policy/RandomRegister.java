package org.wuyou.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.MapSubject;

/**
 * Subjects made up from a seed: many facts missing, amounts often on the bounds of the policies.
 */
final class RandomRegister {
  private static final String[] CODES = {"06", "13", "25", "39", "47", "B", "C", "C35", "140581"};
  private static final long[] AMOUNTS = {
    0, 1, 100, 1000, 1200, 1250, 1300, 10_000, 20_000_000, 19_999_900, 100_000_000, 400_000_000
  };

  private final FactCatalogue catalogue;
  private final Random random;

  RandomRegister(FactCatalogue catalogue, long seed) {
    this.catalogue = catalogue;
    this.random = new Random(seed);
  }

  List<MapSubject> subjects(String entity, int count) {
    List<MapSubject> subjects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      subjects.add(subject(entity, entity + i, 2));
    }
    return subjects;
  }

  private MapSubject subject(String entity, String name, int depth) {
    MapSubject subject = new MapSubject(entity, name);
    for (FactCatalogue.Fact fact : catalogue.entity(entity).facts().values()) {
      if (random.nextInt(5) > 0) {
        value(subject, fact, depth);
      }
    }
    return subject;
  }

  private void value(MapSubject subject, FactCatalogue.Fact fact, int depth) {
    switch (fact.type()) {
      case FactType.Number n -> subject.with(fact.name(), number(fact.name()));
      case FactType.Text t -> subject.with(fact.name(), CODES[random.nextInt(CODES.length)]);
      case FactType.Truth t -> subject.with(fact.name(), random.nextBoolean());
      case FactType.Day d ->
          subject.with(fact.name(), LocalDate.of(2017, 1, 1).plusDays(random.nextInt(3000)));
      case FactType.Choice choice -> {
        List<String> values = catalogue.enumerations().get(choice.enumeration());
        subject.with(fact.name(), values.get(random.nextInt(values.size())));
      }
      case FactType.Texts t -> subject.with(fact.name(), List.of("A", "B"));
      case FactType.Moment m -> {}
      case FactType.One one -> {
        if (depth > 0) {
          subject.with(fact.name(), subject(one.entity(), fact.name(), depth - 1));
        }
      }
      case FactType.Many many -> {
        List<MapSubject> members = new ArrayList<>();
        for (int i = random.nextInt(4); depth > 0 && i > 0; i--) {
          members.add(subject(many.entity(), fact.name() + i, depth - 1));
        }
        subject.with(fact.name(), members);
      }
    }
  }

  private BigDecimal number(String name) {
    if (name.equals("year")) {
      return BigDecimal.valueOf(2019 + random.nextInt(5));
    }
    long amount = AMOUNTS[random.nextInt(AMOUNTS.length)];
    return switch (random.nextInt(4)) {
      case 0 -> BigDecimal.valueOf(random.nextInt(2000), 2);
      case 1 -> BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 2);
      default -> BigDecimal.valueOf(amount);
    };
  }
}
