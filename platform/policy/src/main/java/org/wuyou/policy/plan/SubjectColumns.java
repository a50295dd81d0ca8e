package org.wuyou.policy.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.Subject;

/** Columns read from subjects one by one: for registers that keep no columns of their own. */
public final class SubjectColumns implements Columns {
  /** More decimals than this are rounded once, and then decided exactly where they matter. */
  private static final int DECIMALS = 8;

  private final List<@Nullable Subject> subjects;
  private final Map<String, Object> known = new HashMap<>();

  private SubjectColumns(List<@Nullable Subject> subjects) {
    this.subjects = subjects;
  }

  public static SubjectColumns of(List<? extends Subject> subjects) {
    return new SubjectColumns(new ArrayList<>(subjects));
  }

  @Override
  public int size() {
    return subjects.size();
  }

  @Override
  public Subject subject(int row) {
    return Objects.requireNonNull(subjects.get(row), "no subject in this row");
  }

  @Override
  public boolean @Nullable [] absent() {
    return missing(subjects);
  }

  private static boolean @Nullable [] missing(List<? extends @Nullable Object> values) {
    if (!values.contains(null)) {
      return null;
    }
    boolean[] missing = new boolean[values.size()];
    for (int row = 0; row < missing.length; row++) {
      missing[row] = values.get(row) == null;
    }
    return missing;
  }

  @SuppressWarnings("unchecked")
  private <T> T once(String key, Supplier<T> make) {
    T value = (T) known.get(key);
    if (value == null) {
      value = make.get();
      known.put(key, value);
    }
    return value;
  }

  @Override
  public Column column(String fact, FactType type) {
    return once(fact, () -> gathered(fact, type));
  }

  private Column gathered(String fact, FactType type) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Subject subject : subjects) {
      values.add(subject == null ? null : subject.value(fact));
    }
    return switch (type) {
      case FactType.Number n -> numbers(values);
      case FactType.Day d -> days(values);
      case FactType.Truth t -> truths(values);
      case FactType.Text t -> texts(values);
      case FactType.Choice c -> texts(values);
      case FactType.Texts t -> throw new IllegalArgumentException(fact + " has many texts");
      case FactType.Moment m -> throw new IllegalArgumentException(fact + " is a moment");
      case FactType.One o -> throw new IllegalArgumentException(fact + " is a subject");
      case FactType.Many m -> throw new IllegalArgumentException(fact + " are subjects");
    };
  }

  private static Column numbers(List<@Nullable Object> values) {
    int scale = 0;
    boolean whole = true;
    for (Object value : values) {
      if (value instanceof BigDecimal number) {
        int decimals = Exact.of(number).decimal().scale();
        scale = Math.max(scale, Math.min(DECIMALS, decimals));
        whole &= decimals <= DECIMALS;
      }
    }
    double[] numbers = new double[values.size()];
    for (int row = 0; row < numbers.length; row++) {
      if (values.get(row) instanceof BigDecimal number) {
        numbers[row] = number.movePointRight(scale).doubleValue();
      }
    }
    return new Column.Numbers(numbers, scale, whole, missing(values));
  }

  private static Column days(List<@Nullable Object> values) {
    double[] days = new double[values.size()];
    for (int row = 0; row < days.length; row++) {
      if (values.get(row) instanceof LocalDate day) {
        days[row] = day.toEpochDay();
      }
    }
    return new Column.Numbers(days, 0, true, missing(values));
  }

  private static Column truths(List<@Nullable Object> values) {
    boolean[] truths = new boolean[values.size()];
    for (int row = 0; row < truths.length; row++) {
      truths[row] = Boolean.TRUE.equals(values.get(row));
    }
    return new Column.Truths(truths, missing(values));
  }

  private static Column texts(List<@Nullable Object> values) {
    List<String> dictionary = new ArrayList<>(List.of(""));
    Map<String, Integer> codes = new HashMap<>();
    int[] coded = new int[values.size()];
    for (int row = 0; row < coded.length; row++) {
      if (values.get(row) instanceof String text) {
        coded[row] =
            codes.computeIfAbsent(
                text,
                added -> {
                  dictionary.add(added);
                  return dictionary.size() - 1;
                });
      }
    }
    return new Column.Texts(coded, dictionary, missing(values));
  }

  @Override
  public Columns one(String fact) {
    return once(
        fact,
        () -> {
          List<@Nullable Subject> others = new ArrayList<>();
          for (Subject subject : subjects) {
            others.add(subject == null ? null : subject.one(fact));
          }
          return new SubjectColumns(others);
        });
  }

  @Override
  public Columns at(String many, int year) {
    return once(
        many + "[" + year,
        () -> {
          List<@Nullable Subject> found = new ArrayList<>();
          for (Subject subject : subjects) {
            found.add(subject == null ? null : at(subject, many, year));
          }
          return new SubjectColumns(found);
        });
  }

  private static @Nullable Subject at(Subject subject, String many, int year) {
    for (Subject one : subject.many(many)) {
      if (one.value("year") instanceof BigDecimal of
          && of.compareTo(BigDecimal.valueOf(year)) == 0) {
        return one;
      }
    }
    return null;
  }

  @Override
  public Members many(String fact) {
    return once(
        fact + "[",
        () -> {
          List<@Nullable Subject> members = new ArrayList<>();
          List<Integer> owners = new ArrayList<>();
          for (int row = 0; row < subjects.size(); row++) {
            Subject owner = subjects.get(row);
            for (Subject member : owner == null ? List.<Subject>of() : owner.many(fact)) {
              members.add(member);
              owners.add(row);
            }
          }
          return new Members(
              new SubjectColumns(members), owners.stream().mapToInt(Integer::intValue).toArray());
        });
  }
}
