package org.wuyou.gateway.schema;

import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.ValueType;

/** The GraphQL names that go with stored types. */
final class DataTypes {
  private DataTypes() {}

  /** Name of the output type. */
  static String output(ValueType type) {
    return switch (type) {
      case ValueType.Reference(String entity) -> entity;
      default -> scalar(type);
    };
  }

  /** Name of the input type; references are given by key. */
  static String input(ValueType type) {
    return switch (type) {
      case ValueType.Reference(String entity) -> entity + "Key";
      default -> scalar(type);
    };
  }

  private static String scalar(ValueType type) {
    return switch (type) {
      case ValueType.Text() -> "String";
      case ValueType.Bool() -> "Boolean";
      case ValueType.Int() -> "Int";
      case ValueType.Decimal(int scale) -> "Decimal";
      case ValueType.MoneyAmount() -> "Money";
      case ValueType.Percent() -> "Percent";
      case ValueType.Date() -> "Date";
      case ValueType.Month() -> "YearMonth";
      case ValueType.Timestamp() -> "Timestamp";
      case ValueType.Code(ValueType.Code.Kind kind) ->
          switch (kind) {
            case USCC -> "Uscc";
            case DIVISION -> "DivisionCode";
            case INDUSTRY -> "IndustryCode";
          };
      case ValueType.Enumeration(String name) -> name;
      case ValueType.Reference reference -> throw noScalar(type);
      case ValueType.Inverse inverse -> throw noScalar(type);
      case ValueType.Computed computed -> throw noScalar(type);
    };
  }

  private static IllegalArgumentException noScalar(ValueType type) {
    return new IllegalArgumentException(type + " is no scalar");
  }

  /** Name of the filter of one value. */
  static String filter(ValueType type) {
    return scalar(type) + "Filter";
  }

  /** Name of the enumeration of grains by which the field groups. */
  static String grain(ValueType type) {
    return switch (type) {
      case ValueType.Code(ValueType.Code.Kind kind) ->
          switch (kind) {
            case DIVISION -> "DivisionGrain";
            case INDUSTRY -> "IndustryGrain";
            case USCC -> "ValueGrain";
          };
      case ValueType.Date() -> "DateGrain";
      case ValueType.Month() -> "DateGrain";
      case ValueType.Timestamp() -> "DateGrain";
      default -> "ValueGrain";
    };
  }

  static boolean money(Field field) {
    return field.type() instanceof ValueType.MoneyAmount;
  }

  static boolean reference(Field field) {
    return field.type() instanceof ValueType.Reference && !field.list();
  }

  /** Whether rows can be ordered and grouped by the field itself. */
  static boolean single(Field field) {
    return field.stored() && !field.list() && !(field.type() instanceof ValueType.Reference);
  }

  static boolean number(Field field) {
    return single(field)
        && switch (field.type()) {
          case ValueType.Int() -> true;
          case ValueType.Decimal(int scale) -> true;
          case ValueType.MoneyAmount() -> true;
          case ValueType.Percent() -> true;
          default -> false;
        };
  }

  static boolean comparable(Field field) {
    return single(field)
        && switch (field.type()) {
          case ValueType.Date() -> true;
          case ValueType.Month() -> true;
          case ValueType.Timestamp() -> true;
          default -> number(field);
        };
  }
}
