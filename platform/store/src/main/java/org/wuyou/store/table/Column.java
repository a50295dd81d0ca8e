package org.wuyou.store.table;

import org.wuyou.spi.model.ValueType;

/**
 * A column as it is kept. The number stays with the values on disk for good; the name may change.
 *
 * @param declared whether the present model has the field; the values of an absent module's field
 *     are kept but cannot be asked for
 */
public record Column(
    int number, String name, ValueType type, boolean list, String owner, boolean declared) {

  /**
   * Whether the column holds numbers of a dictionary's texts: texts, codes, enumerations, lists.
   */
  public boolean coded() {
    return list
        || switch (type) {
          case ValueType.Text t -> true;
          case ValueType.Code c -> true;
          case ValueType.Enumeration e -> true;
          case ValueType.Bool b -> false;
          case ValueType.Int i -> false;
          case ValueType.Decimal d -> false;
          case ValueType.MoneyAmount m -> false;
          case ValueType.Percent p -> false;
          case ValueType.Date d -> false;
          case ValueType.Month m -> false;
          case ValueType.Timestamp t -> false;
          case ValueType.Reference r -> false;
          case ValueType.Inverse i -> throw new IllegalStateException(name + " is not stored");
          case ValueType.Computed c -> throw new IllegalStateException(name + " is not stored");
        };
  }

  /** Whether the column holds positions of another table. */
  public boolean reference() {
    return !list && type instanceof ValueType.Reference;
  }

  /** The entity referred to, alone or in a list; null for other types. */
  public @org.jspecify.annotations.Nullable String target() {
    return type instanceof ValueType.Reference reference ? reference.entity() : null;
  }

  public Column declared(boolean now) {
    return new Column(number, name, type, list, owner, now);
  }
}
