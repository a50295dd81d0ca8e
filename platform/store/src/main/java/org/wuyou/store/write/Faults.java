package org.wuyou.store.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Violation;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.value.Parsed;

/** The violations that the store itself finds, with their stable codes and what to do. */
final class Faults {
  private final int change;
  private final List<Violation> found;

  Faults(int change, List<Violation> found) {
    this.change = change;
    this.found = found;
  }

  private void add(String code, List<String> path, @Nullable Object value, String zh, String en) {
    found.add(new Violation(change, code, path, value, new Label(zh, en)));
  }

  void required(Field field) {
    add(
        "REQUIRED",
        List.of(field.name()),
        null,
        "“" + field.label().zh() + "”必须填写。",
        field.label().en() + " is required.");
  }

  void notUnique(List<Field> fields, List<?> values) {
    String zh = String.join("、", fields.stream().map(f -> f.label().zh()).toList());
    String en = String.join(", ", fields.stream().map(f -> f.label().en()).toList());
    add(
        "NOT_UNIQUE",
        fields.stream().map(Field::name).toList(),
        values.size() == 1 ? values.getFirst() : List.copyOf(values),
        "“" + zh + "”与已有记录重复：" + shown(values) + "；请改值，或改为更新已有记录。",
        en + " is already taken: " + shown(values) + "; change it, or update the existing row.");
  }

  private static String shown(List<?> values) {
    return String.join(", ", values.stream().map(String::valueOf).toList());
  }

  void referenceNotFound(Field field, Object key) {
    add(
        "REFERENCE_NOT_FOUND",
        List.of(field.name()),
        key,
        "“" + field.label().zh() + "”所指的记录不存在：" + key + "；请先登记该记录或更正。",
        field.label().en()
            + " refers to a row that does not exist: "
            + key
            + "; create it first or correct the reference.");
  }

  void outOfRange(Field field, Object value) {
    String range =
        field.min().map(m -> "≥ " + m.toPlainString()).orElse("")
            + (field.min().isPresent() && field.max().isPresent() ? ", " : "")
            + field.max().map(m -> "≤ " + m.toPlainString()).orElse("");
    add(
        "OUT_OF_RANGE",
        List.of(field.name()),
        value,
        "“" + field.label().zh() + "”的值 " + value + " 超出允许范围（" + range + "）。",
        field.label().en() + " is " + value + ", outside the range allowed (" + range + ").");
  }

  void tooPrecise(Field field, Object value, int scale) {
    add(
        "TOO_PRECISE",
        List.of(field.name()),
        value,
        "“" + field.label().zh() + "”最多保留 " + scale + " 位小数，此处为 " + value + "。",
        field.label().en() + " takes at most " + scale + " decimals; this is " + value + ".");
  }

  void tooLong(Field field, String value, int length, int most) {
    add(
        "TOO_LONG",
        List.of(field.name()),
        value,
        "“" + field.label().zh() + "”最长 " + most + " 个字符，此处为 " + length + " 个。",
        field.label().en() + " takes at most " + most + " characters; this has " + length + ".");
  }

  void pattern(Field field, String value, String pattern) {
    add(
        "PATTERN",
        List.of(field.name()),
        value,
        "“" + field.label().zh() + "”的写法不符合要求（" + pattern + "）：" + value + "。",
        field.label().en() + " is not spelt as required (" + pattern + "): " + value + ".");
  }

  void unknownValue(Field field, String value, String known) {
    add(
        "UNKNOWN_VALUE",
        List.of(field.name()),
        value,
        "“" + field.label().zh() + "”没有取值 " + value + "；可用：" + known + "。",
        field.label().en() + " has no value " + value + "; it has " + known + ".");
  }

  void code(Field field, String value, Parsed.Bad<String> bad) {
    add(bad.code(), List.of(field.name()), value, bad.message().zh(), bad.message().en());
  }

  void spelling(Field field, String value, String canonical) {
    add(
        "PATTERN",
        List.of(field.name()),
        value,
        "“" + field.label().zh() + "”应写作 " + canonical + "。",
        field.label().en() + " should be spelt " + canonical + ".");
  }

  void versionConflict(long expected, long actual) {
    add(
        "VERSION_CONFLICT",
        List.of(),
        actual,
        "记录已被他人修改（现为第 " + actual + " 版，您依据的是第 " + expected + " 版）；请重新读取后再改。",
        "The row was changed meanwhile (it is at version "
            + actual
            + ", you expected "
            + expected
            + "); read it again and repeat.");
  }

  void notFound(Object key) {
    add("NOT_FOUND", List.of(), key, "没有这条记录：" + key + "。", "There is no such row: " + key + ".");
  }

  void stillReferenced(String entity, String field, long id, int count) {
    add(
        "STILL_REFERENCED",
        List.of(),
        id,
        "仍有 " + count + " 条 " + entity + " 记录经“" + field + "”指向它；请先删除或改指这些记录。",
        count
            + " row(s) of "
            + entity
            + " still refer to it by "
            + field
            + "; remove them or point them elsewhere first.");
  }
}
