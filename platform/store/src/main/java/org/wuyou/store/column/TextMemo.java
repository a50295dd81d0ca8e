package org.wuyou.store.column;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out about the texts of one column. Texts never change their number, so an answer
 * stays right; for texts that came later it is extended.
 */
public final class TextMemo {
  private static final int CACHED_TEXTS = 4096;
  private static final int ANSWERS = 64;
  private static final int GRAMS_FROM = 2048;

  private record Answer(BitSet codes, int size) {}

  private record Derived(long[] values, int size) {}

  private final @Nullable String[] texts = new String[CACHED_TEXTS];
  private final Map<TextTest, Answer> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TextTest, Answer> eldest) {
          return size() > ANSWERS;
        }
      };
  private final Map<Object, Derived> derived = new ConcurrentHashMap<>();
  private List<GramIndex> grams = List.of();

  String text(DictionaryView view, int code) {
    if (code >= CACHED_TEXTS) {
      return view.decode(code);
    }
    String known = texts[code];
    if (known == null) {
      known = view.decode(code);
      texts[code] = known;
    }
    return known;
  }

  /** Numbers of the view's texts for which the test holds; not to be changed. */
  public BitSet codes(DictionaryView view, TextTest test) {
    Answer known;
    synchronized (answers) {
      known = answers.get(test);
    }
    if (known != null && known.size >= view.size()) {
      return known.codes;
    }
    Answer fresh = new Answer(answer(view, test, known), view.size());
    synchronized (answers) {
      answers.put(test, fresh);
    }
    return fresh.codes;
  }

  private BitSet answer(DictionaryView view, TextTest test, @Nullable Answer known) {
    BitSet codes = new BitSet(view.size());
    int from = 0;
    if (known != null) {
      codes.or(known.codes);
      from = known.size;
    } else if (test instanceof TextTest.Folded folded
        && !folded.part().isEmpty()
        && view.size() >= GRAMS_FROM) {
      String part = folded.part();
      for (GramIndex index : grams(view)) {
        index.find(part, code -> part.length() <= 2 || test.test(view.decode(code)), codes);
        from = index.end();
      }
    }
    for (int code = from; code < view.size(); code++) {
      if (test.test(view.decode(code))) {
        codes.set(code);
      }
    }
    return codes;
  }

  /** Indexes over the first texts, in order; what they leave out is short enough to be read. */
  private synchronized List<GramIndex> grams(DictionaryView view) {
    int end = grams.isEmpty() ? 0 : grams.getLast().end();
    if (view.size() - end > Math.max(GRAMS_FROM, end / 4)) {
      List<GramIndex> more = new ArrayList<>(grams);
      more.add(GramIndex.of(view, end, view.size()));
      grams = List.copyOf(more);
    }
    return end > view.size()
        ? List.of()
        : grams.stream().filter(g -> g.end() <= view.size()).toList();
  }

  /** A number for each text of the view, worked out once under the given name. */
  public long[] derive(DictionaryView view, Object name, Function<String, Long> rule) {
    Derived known = derived.get(name);
    if (known != null && known.size >= view.size()) {
      return known.values;
    }
    long[] values = new long[view.size()];
    int from = known == null ? 0 : known.size;
    if (known != null) {
      System.arraycopy(known.values, 0, values, 0, known.size);
    }
    for (int code = from; code < values.length; code++) {
      values[code] = rule.apply(text(view, code));
    }
    derived.put(name, new Derived(values, values.length));
    return values;
  }

  synchronized long heapBytes() {
    long sum = 4L * CACHED_TEXTS;
    for (GramIndex index : grams) {
      sum += index.heapBytes();
    }
    for (Derived one : derived.values()) {
      sum += 8L * one.values.length;
    }
    synchronized (answers) {
      for (Answer answer : answers.values()) {
        sum += answer.codes.size() / 8;
      }
    }
    return sum;
  }
}
