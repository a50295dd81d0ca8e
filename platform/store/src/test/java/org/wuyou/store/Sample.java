package org.wuyou.store;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;
import org.wuyou.spi.value.Uscc;

/** A small register: enterprises, their yearly returns, and groups that list enterprises. */
public final class Sample {
  static final String OWNER = "registry";

  private Sample() {}

  static Label label(String name) {
    return new Label(name, name);
  }

  static Field field(String name, ValueType type) {
    return Field.of(name, label(name), type, OWNER);
  }

  static EntityType entity(
      String name, List<String> key, List<List<String>> uniques, Field... fields) {
    Map<String, Field> all = new LinkedHashMap<>();
    for (Field field : fields) {
      all.put(field.name(), field);
    }
    return new EntityType(
        name,
        name + "s",
        OWNER,
        label(name),
        all,
        key,
        uniques,
        Optional.empty(),
        Optional.empty(),
        EntityType.Access.OPEN);
  }

  static final EnumType SIZE =
      new EnumType(
          "SizeClass",
          OWNER,
          label("SizeClass"),
          List.of(value("LARGE"), value("MEDIUM"), value("SMALL"), value("MICRO")));

  static EnumType.Value value(String name) {
    return new EnumType.Value(name, label(name), List.of());
  }

  static Field limited(
      Field f,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable Integer length,
      @Nullable String pattern) {
    return new Field(
        f.name(),
        f.label(),
        f.type(),
        f.required(),
        f.list(),
        f.indexed(),
        f.searched(),
        Optional.ofNullable(min),
        Optional.ofNullable(max),
        Optional.ofNullable(length),
        Optional.ofNullable(pattern),
        f.unit(),
        f.aliases(),
        Set.of(),
        f.renamedFrom(),
        f.owner());
  }

  static EntityType enterprise() {
    return entity(
        "Enterprise",
        List.of("uscc"),
        List.of(),
        field("uscc", new ValueType.Code(ValueType.Code.Kind.USCC)).asRequired(),
        field("name", new ValueType.Text()).asRequired().withSearch(),
        field("divisionCode", new ValueType.Code(ValueType.Code.Kind.DIVISION)).withIndex(),
        field("industryCode", new ValueType.Code(ValueType.Code.Kind.INDUSTRY)).withIndex(),
        field("sizeClass", new ValueType.Enumeration("SizeClass")).withIndex(),
        field("aboveScale", new ValueType.Bool()),
        limited(
                field("revenue", new ValueType.MoneyAmount()),
                BigDecimal.ZERO,
                new BigDecimal("1000000000000"),
                null,
                null)
            .withIndex(),
        limited(field("staff", new ValueType.Int()), BigDecimal.ZERO, null, null, null),
        field("intensity", new ValueType.Percent()),
        field("score", new ValueType.Decimal(2)),
        field("foundedOn", new ValueType.Date()),
        field("reportedFor", new ValueType.Month()),
        field("seenAt", new ValueType.Timestamp()),
        limited(field("note", new ValueType.Text()), null, null, 10, "[^!]*"),
        field("tags", new ValueType.Text()).asList(),
        field("parent", new ValueType.Reference("Enterprise")),
        field("returns", new ValueType.Inverse("YearlyReturn", "enterprise")).asList());
  }

  static EntityType yearlyReturn() {
    return entity(
        "YearlyReturn",
        List.of("enterprise", "year"),
        List.of(),
        field("enterprise", new ValueType.Reference("Enterprise")).asRequired(),
        field("year", new ValueType.Int()).asRequired(),
        field("rdExpenditure", new ValueType.MoneyAmount()),
        field("rdPersonnel", new ValueType.Int()));
  }

  static EntityType group() {
    return entity(
        "Group",
        List.of("name"),
        List.of(List.of("shortName")),
        field("name", new ValueType.Text()).asRequired(),
        field("shortName", new ValueType.Text()),
        field("members", new ValueType.Reference("Enterprise")).asList());
  }

  static Model model(EntityType... entities) {
    Map<String, EntityType> all = new LinkedHashMap<>();
    for (EntityType entity : entities) {
      all.put(entity.name(), entity);
    }
    return new Model(all, Map.of(SIZE.name(), SIZE));
  }

  static Model model() {
    return model(enterprise(), yearlyReturn(), group());
  }

  static WuyouStore open(Path directory) {
    return WuyouStore.open(StoreSettings.of(directory, model()));
  }

  /** A valid code for each number below 100 million. */
  static String uscc(int number) {
    String body = "91140500MA" + String.format("%07d", number);
    return body + Uscc.checkCharacter(body);
  }

  static Money yuan(long amount) {
    return Money.yuan(BigDecimal.valueOf(amount));
  }

  public static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return values;
  }

  static Change insert(String entity, @Nullable Object... pairs) {
    return new Change.Insert(entity, values(pairs));
  }

  static Change upsert(String entity, @Nullable Object... pairs) {
    return new Change.Upsert(entity, values(pairs));
  }

  static Change update(String entity, RowKey key, @Nullable Object... pairs) {
    return new Change.Update(entity, key, null, values(pairs));
  }

  static Change remove(String entity, RowKey key) {
    return new Change.Remove(entity, key, null);
  }

  static Change enterprise(int number, String name, @Nullable Object... pairs) {
    Map<String, @Nullable Object> values = values(pairs);
    values.put("uscc", uscc(number));
    values.put("name", name);
    return new Change.Insert("Enterprise", values);
  }

  static RowKey enterpriseKey(int number) {
    return RowKey.key(uscc(number));
  }

  static CommitResult.Committed commit(EntityStore store, Change... changes) {
    CommitResult result = store.commit(new Transaction("test", List.of(changes)));
    if (result instanceof CommitResult.Refused refused) {
      throw new AssertionError("refused: " + refused.violations());
    }
    return (CommitResult.Committed) result;
  }

  static List<String> refusal(EntityStore store, Change... changes) {
    CommitResult result = store.commit(new Transaction("test", List.of(changes)));
    if (result instanceof CommitResult.Refused refused) {
      return refused.violations().stream()
          .map(v -> v.change() + " " + v.code() + " " + String.join(".", v.path()))
          .map(String::strip)
          .toList();
    }
    throw new AssertionError("not refused");
  }
}
