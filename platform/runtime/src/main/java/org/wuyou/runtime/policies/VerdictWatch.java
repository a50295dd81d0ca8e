package org.wuyou.runtime.policies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.gateway.fetch.CommitEvents;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.policy.evaluate.Ruling;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Tier;
import org.wuyou.policy.record.Recording;
import org.wuyou.runtime.policies.DecisionViews.RulingView;
import org.wuyou.runtime.policies.Footprint.Place;
import org.wuyou.runtime.policies.OutcomeViews.SubjectView;
import org.wuyou.runtime.policies.RuleViews.EditionView;
import org.wuyou.runtime.policies.VerdictQuestion.Asking;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;

/**
 * Tells whose verdict changes. Remembers where each ruling looked, so that a commit costs those
 * that looked at what it changed and nobody else; after a change of the bundle or of the day, or a
 * gap between commits, all are looked at again.
 */
final class VerdictWatch implements CommitEvents<VerdictWatch.Change> {
  /** What one subscription may keep an eye on. */
  static final int MOST_SUBJECTS = 5_000;

  private final VerdictQuestion question;
  private final Map<Long, Standing> standings = new LinkedHashMap<>();
  private final Map<Place, Set<Long>> lookers = new HashMap<>();
  private Asking asking;
  private long seen;

  /** Why a verdict changed. */
  enum Cause {
    FACTS,
    BUNDLE,
    DAY
  }

  /**
   * One verdict that changed; null where the rule said nothing of the subject, or the subject was
   * not there.
   */
  record Change(
      SubjectView subject,
      Cause cause,
      @Nullable RulingView before,
      @Nullable RulingView after,
      @Nullable EditionView bundle,
      int commit) {}

  /** How a subject stands, and where that was looked up. */
  private record Standing(SubjectView subject, Ruling ruling, Set<Place> places) {}

  /**
   * Begins with how all stand in the snapshot; what changes after it is told.
   *
   * @throws RequestFault if they are more than one subscription may watch
   */
  VerdictWatch(VerdictQuestion question, Snapshot snapshot) {
    this.question = question;
    this.asking = question.asking();
    this.seen = snapshot.version();
    List<Row> rows = question.rows(asking, snapshot);
    if (rows.size() > MOST_SUBJECTS) {
      throw RequestFault.badRequest(
          "SUBSCRIPTION_TOO_WIDE",
          "一次订阅至多 " + MOST_SUBJECTS + " 个对象，这里有 " + rows.size() + " 个；请限定到县区或企业。",
          "One subscription watches "
              + MOST_SUBJECTS
              + " subjects at most, and these are "
              + rows.size()
              + "; narrow it to a county or an enterprise.");
    }
    rows.forEach(row -> remember(row.id(), stand(row, snapshot)));
  }

  @Override
  public List<Change> of(CommitFeed.Commit commit) {
    Asking now = question.asking();
    boolean sameBundle = now.sameBundle(asking);
    boolean same = sameBundle && now.day().equals(asking.day());
    if (same && commit.after().version() <= seen) {
      return List.of();
    }
    boolean all = !same || commit.before().version() != seen;
    Cause cause = !sameBundle ? Cause.BUNDLE : same ? Cause.FACTS : Cause.DAY;
    asking = now;
    seen = commit.after().version();
    Set<Long> concerned = all ? everyone(commit.after()) : concerned(commit);
    List<Change> changes = new ArrayList<>();
    concerned.forEach(id -> lookAgain(id, commit.after(), cause).ifPresent(changes::add));
    return changes;
  }

  private Set<Long> everyone(Snapshot snapshot) {
    Set<Long> ids = new LinkedHashSet<>(standings.keySet());
    question.rows(asking, snapshot).forEach(row -> ids.add(row.id()));
    return ids;
  }

  private Set<Long> concerned(CommitFeed.Commit commit) {
    Optional<String> entity = VerdictQuestion.entity(asking, commit.after());
    Set<Long> ids = new LinkedHashSet<>();
    for (CommitFeed.Changed changed : commit.changes()) {
      if (entity.filter(changed.entity()::equals).isPresent()) {
        ids.add(changed.id());
      }
      Footprint.of(changed, commit)
          .forEach(place -> ids.addAll(lookers.getOrDefault(place, Set.of())));
    }
    return ids;
  }

  private Optional<Change> lookAgain(long id, Snapshot snapshot, Cause cause) {
    Standing before = forget(id);
    Standing after =
        VerdictQuestion.entity(asking, snapshot)
            .flatMap(entity -> snapshot.find(entity, RowKey.id(id)))
            .filter(row -> question.concerns(asking, row, snapshot))
            .map(row -> stand(row, snapshot))
            .orElse(null);
    if (after != null) {
      remember(id, after);
    }
    Ruling said = before == null ? null : spoken(before.ruling());
    Ruling says = after == null ? null : spoken(after.ruling());
    Standing any = after == null ? before : after;
    if (any == null || same(said, says)) {
      return Optional.empty();
    }
    Bundles.Deployed deployed = asking.deployed();
    return Optional.of(
        new Change(
            any.subject(),
            cause,
            said == null ? null : RulingView.of(said),
            says == null ? null : RulingView.of(says),
            deployed == null ? null : EditionView.of(deployed),
            Math.toIntExact(snapshot.version())));
  }

  /** What is out of the rule's scope is told like what is not there. */
  private static @Nullable Ruling spoken(Ruling ruling) {
    return ruling.outcome().equals(Verdict.Kind.OUT_OF_SCOPE.name()) ? null : ruling;
  }

  /** A figure may change without the verdict; of a ladder the band is the verdict. */
  private boolean same(@Nullable Ruling said, @Nullable Ruling says) {
    if (said == null || says == null) {
      return said == says;
    }
    return said.outcome().equals(says.outcome())
        && said.amount().equals(says.amount())
        && (!(asking.ruling() instanceof Tier) || said.shown().equals(says.shown()));
  }

  private Standing stand(Row row, Snapshot snapshot) {
    Rule rule = asking.ruling();
    if (rule == null) {
      throw new IllegalArgumentException("no rule is asked about");
    }
    Recording recording = new Recording(new SnapshotFacts(snapshot));
    Subject subject = recording.of(new RowSubject(row));
    Ruling ruling = Ruling.of(question.session(asking, recording), rule, subject);
    return new Standing(
        SubjectView.of(new RowSubject(row)), ruling, Set.copyOf(Footprint.of(recording)));
  }

  private void remember(long id, Standing standing) {
    standings.put(id, standing);
    standing
        .places()
        .forEach(place -> lookers.computeIfAbsent(place, at -> new HashSet<>()).add(id));
  }

  private @Nullable Standing forget(long id) {
    Standing standing = standings.remove(id);
    if (standing != null) {
      for (Place place : standing.places()) {
        lookers.computeIfPresent(
            place,
            (at, ids) -> {
              ids.remove(id);
              return ids.isEmpty() ? null : ids;
            });
      }
    }
    return standing;
  }
}
