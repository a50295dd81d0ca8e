package org.wuyou.spi.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One field of an entity, as declared.
 *
 * @param required a row without a value is refused
 * @param list the value is a {@code List} of the type's Java value
 * @param indexed a secondary index is kept (keys, uniques and references always are)
 * @param searched the text takes part in full-text search
 * @param min smallest number allowed, in the unit of the type (fen excluded: money is in yuan)
 * @param max largest number allowed
 * @param maxLength longest text allowed, in characters
 * @param pattern regular expression that a text must match whole
 * @param unit unit to show beside the value ("人", "元", "%"), or null
 * @param aliases headers under which files carry this column, besides the name and both labels
 * @param readRoles roles that may read the field; empty means all who may read the entity
 * @param renamedFrom the name of the field in earlier versions of the schema, or null
 * @param owner the module whose SDL declares the field (a region may extend another's entity)
 */
public record Field(
    String name,
    Label label,
    ValueType type,
    boolean required,
    boolean list,
    boolean indexed,
    boolean searched,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    Optional<Integer> maxLength,
    Optional<String> pattern,
    Optional<String> unit,
    List<String> aliases,
    Set<String> readRoles,
    Optional<String> renamedFrom,
    String owner) {
  public Field {
    aliases = List.copyOf(aliases);
    readRoles = Set.copyOf(readRoles);
  }

  /** Whether the table keeps a column for it. */
  public boolean stored() {
    return !(type instanceof ValueType.Inverse || type instanceof ValueType.Computed);
  }

  /** A plain optional field; the other properties are set with the {@code with…} methods. */
  public static Field of(String name, Label label, ValueType type, String owner) {
    return new Field(
        name,
        label,
        type,
        false,
        false,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        Optional.empty(),
        owner);
  }

  public Field asRequired() {
    return with(true, list, indexed, searched, renamedFrom);
  }

  public Field asList() {
    return with(required, true, indexed, searched, renamedFrom);
  }

  public Field withIndex() {
    return with(required, list, true, searched, renamedFrom);
  }

  public Field withSearch() {
    return with(required, list, indexed, true, renamedFrom);
  }

  public Field renamedFrom(String earlier) {
    return with(required, list, indexed, searched, Optional.of(earlier));
  }

  /** What the methods above exchange; the rest stays. */
  private Field with(
      boolean isRequired,
      boolean isList,
      boolean isIndexed,
      boolean isSearched,
      Optional<String> earlier) {
    return new Field(
        name,
        label,
        type,
        isRequired,
        isList,
        isIndexed,
        isSearched,
        min,
        max,
        maxLength,
        pattern,
        unit,
        aliases,
        readRoles,
        earlier,
        owner);
  }
}
