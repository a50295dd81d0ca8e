package org.wuyou.runtime.policies;

import java.util.HashSet;
import java.util.Set;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.policy.record.Recording;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.ValueType;

/** Where in the register a ruling looked, and where a commit changed something. */
final class Footprint {
  private static final long ALL = 0;
  private static final String STATISTIC = "RegionStatistic";

  private Footprint() {}

  /**
   * One place: a row's own values, the members of one of its relations, or all rows of an entity.
   *
   * @param many the relation; empty for the row itself
   */
  record Place(String entity, long id, String many) {
    static Place row(Row row) {
      return new Place(row.entity(), row.id(), "");
    }

    private static Place all(String entity) {
      return new Place(entity, ALL, "");
    }
  }

  /** Where an evaluation over the rows of a snapshot looked. */
  static Set<Place> of(Recording recording) {
    Set<Place> places = new HashSet<>();
    for (Recording.Touched touched : recording.touched()) {
      if (touched.original() instanceof RowSubject(Row row)) {
        places.add(Place.row(row));
        touched.manys().forEach(many -> places.add(new Place(row.entity(), row.id(), many)));
      }
    }
    recording.populationsRead().forEach(entity -> places.add(Place.all(entity)));
    if (recording.statisticsRead()) {
      places.add(Place.all(STATISTIC));
    }
    return places;
  }

  /** Where a changed row is seen: in itself, among all, and in the relations it is a member of. */
  static Set<Place> of(CommitFeed.Changed changed, CommitFeed.Commit commit) {
    Set<Place> places = new HashSet<>();
    places.add(new Place(changed.entity(), changed.id(), ""));
    places.add(Place.all(changed.entity()));
    memberships(changed, commit.before(), places);
    memberships(changed, commit.after(), places);
    return places;
  }

  private static void memberships(
      CommitFeed.Changed changed, Snapshot snapshot, Set<Place> places) {
    if (!snapshot.model().entities().containsKey(changed.entity())) {
      return;
    }
    snapshot
        .find(changed.entity(), RowKey.id(changed.id()))
        .ifPresent(
            row ->
                row.table().type().storedFields().stream()
                    .filter(field -> field.type() instanceof ValueType.Reference)
                    .forEach(field -> memberships(row, field, places)));
  }

  private static void memberships(Row row, Field reference, Set<Place> places) {
    if (row.value(reference.name()) instanceof Row other) {
      for (Field field : other.table().type().fields().values()) {
        if (field.type() instanceof ValueType.Inverse(String entity, String by)
            && entity.equals(row.entity())
            && by.equals(reference.name())) {
          places.add(new Place(other.entity(), other.id(), field.name()));
        }
      }
    }
  }
}
