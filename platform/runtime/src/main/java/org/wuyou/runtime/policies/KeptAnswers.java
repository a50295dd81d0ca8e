package org.wuyou.runtime.policies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.wuyou.policy.Evaluation;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.EntityType;

/**
 * Answers about whole populations, kept while neither the bundle nor any table of facts has
 * changed. Those least asked for are let go.
 */
final class KeptAnswers {
  private static final int KEPT = 32;

  /** Whose entities are no facts: writing the audit changes no board. */
  private static final Set<String> NOT_FACTS = Set.of("platform", "policy");

  private final Map<Question, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * What is asked of which version.
   *
   * @param generation stands for the generation, by its identity
   * @param what the kind of answer, and whatever narrows it
   */
  record Question(
      Object generation, String module, String version, Evaluation evaluation, List<String> what) {
    static Question of(Bundles.Deployed deployed, Evaluation evaluation, List<String> what) {
      return new Question(
          deployed.history(), deployed.module(), deployed.version(), evaluation, what);
    }
  }

  private record Kept(List<Object> facts, Object answer) {}

  /** The answer kept, if it still holds for the snapshot; else a new one. */
  @SuppressWarnings("unchecked") // a question has answers of one type
  <T> T answer(Question question, Snapshot snapshot, Supplier<T> evaluating) {
    List<Object> facts = facts(snapshot);
    synchronized (kept) {
      Kept known = kept.get(question);
      if (known != null && known.facts().equals(facts)) {
        return (T) known.answer();
      }
    }
    T answer = evaluating.get();
    synchronized (kept) {
      kept.put(question, new Kept(facts, answer));
    }
    return answer;
  }

  private static List<Object> facts(Snapshot snapshot) {
    return snapshot.model().entities().values().stream()
        .filter(entity -> !NOT_FACTS.contains(entity.owner()))
        .map(EntityType::name)
        .sorted()
        .map(entity -> snapshot.table(entity).mark())
        .toList();
  }
}
