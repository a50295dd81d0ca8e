package org.wuyou.store;

import java.util.List;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/**
 * What would happen to the stored data if {@code next} became the model; nothing has happened yet.
 *
 * @param steps in the order of the entities of {@code next}, then those it lacks
 */
public record MigrationPlan(Model next, List<Step> steps) {
  public MigrationPlan {
    steps = List.copyOf(steps);
  }

  /**
   * One change.
   *
   * @param field name in the next model, or empty if the whole entity is meant
   * @param rows how many rows it concerns; of a lossy or blocked step, how many lose a value or
   *     stand in the way
   */
  public record Step(
      Kind kind, String entity, String field, Risk risk, int rows, Label description) {}

  /** What changes. */
  public enum Kind {
    ADD_ENTITY,
    RENAME_ENTITY,
    ENTITY_ABSENT,
    ENTITY_RETURNS,
    ADD_FIELD,
    RENAME_FIELD,
    FIELD_ABSENT,
    FIELD_RETURNS,
    DROP_FIELD,
    CONVERT_FIELD,
    UNIQUE,
    REQUIRE
  }

  /** What the change can do to the data. */
  public enum Risk {
    /** Nothing is lost. */
    SAFE,
    /** Values are lost; done only if confirmed. */
    LOSSY,
    /** The data there is contradicts the model; it must be mended first. */
    BLOCKED
  }

  public boolean lossy() {
    return steps.stream().anyMatch(step -> step.risk == Risk.LOSSY);
  }

  public boolean blocked() {
    return steps.stream().anyMatch(step -> step.risk == Risk.BLOCKED);
  }

  public List<Step> steps(Risk risk) {
    return steps.stream().filter(step -> step.risk == risk).toList();
  }
}
