package org.wuyou.gateway.sdl;

import graphql.language.FieldDefinition;
import graphql.language.Type;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.ValueType;

/** One field of an entity, from its declaration. */
final class FieldReader {
  private static final int DEFAULT_SCALE = 6;
  private static final Map<String, ValueType> SCALARS =
      Map.ofEntries(
          Map.entry("String", new ValueType.Text()),
          Map.entry("Boolean", new ValueType.Bool()),
          Map.entry("Int", new ValueType.Int()),
          Map.entry("Money", new ValueType.MoneyAmount()),
          Map.entry("Percent", new ValueType.Percent()),
          Map.entry("Date", new ValueType.Date()),
          Map.entry("YearMonth", new ValueType.Month()),
          Map.entry("Timestamp", new ValueType.Timestamp()),
          Map.entry("Uscc", new ValueType.Code(ValueType.Code.Kind.USCC)),
          Map.entry("DivisionCode", new ValueType.Code(ValueType.Code.Kind.DIVISION)),
          Map.entry("IndustryCode", new ValueType.Code(ValueType.Code.Kind.INDUSTRY)));

  private final Declarations declarations;
  private final Faults faults;

  FieldReader(Declarations declarations, Faults faults) {
    this.declarations = declarations;
    this.faults = faults;
  }

  Field read(String entity, FieldDefinition field) {
    ValueType type = type(field);
    Label label = Labels.of(field);
    range(field, type);
    textRule(field, type);
    Field read =
        new Field(
            field.getName(),
            label == null ? new Label(field.getName(), field.getName()) : label,
            type,
            SdlTypes.required(field.getType()),
            SdlTypes.list(field.getType()),
            field.hasDirective("index"),
            searched(field, type),
            Directives.number(field, "range", "min"),
            Directives.number(field, "range", "max"),
            Directives.number(field, "text", "maxLength").map(BigDecimal::intValue),
            Directives.text(field, "text", "pattern"),
            Directives.text(field, "unit", "name"),
            Directives.texts(field, "column", "aliases"),
            roles(field),
            Directives.text(field, "renamedFrom", "name"),
            Declarations.ownerOf(field));
    if (field.hasDirective("inverse") && !(type instanceof ValueType.Inverse)) {
      faults.add(
          field,
          "INVERSE",
          new Label("@inverse 只用于实体列表。", "@inverse stands on a list of an entity."),
          new Label("请写成 [实体!]! @inverse(of: …)。", "Write [Entity!]! @inverse(of: …)."));
    }
    return read;
  }

  private ValueType type(FieldDefinition field) {
    Type<?> written = field.getType();
    String name = SdlTypes.innermost(written).getName();
    boolean computed =
        field.hasDirective("computed")
            || !field.getInputValueDefinitions().isEmpty()
            || !(declarations.isEntity(name)
                || declarations.isEnum(name)
                || declarations.isScalar(name));
    if (computed) {
      return new ValueType.Computed(SdlTypes.print(written));
    }
    if (declarations.isEntity(name)) {
      Optional<String> of = Directives.text(field, "inverse", "of");
      return of.isPresent() && SdlTypes.list(written)
          ? new ValueType.Inverse(name, of.get())
          : new ValueType.Reference(name);
    }
    if (declarations.isEnum(name)) {
      return new ValueType.Enumeration(name);
    }
    if (name.equals("Decimal")) {
      return new ValueType.Decimal(
          Directives.number(field, "decimals", "scale")
              .map(BigDecimal::intValue)
              .orElse(DEFAULT_SCALE));
    }
    ValueType scalar = SCALARS.get(name);
    if (scalar != null) {
      return scalar;
    }
    faults.add(
        field,
        "NOT_STORABLE",
        new Label(name + " 不能存储。", "A " + name + " is not stored."),
        new Label(
            "请用 Decimal（精确小数）、Int 或 String；若由模块计算，请加 @computed。",
            "Use Decimal (exact), Int or String; if a module computes it, add @computed."));
    return new ValueType.Text();
  }

  private boolean searched(FieldDefinition field, ValueType type) {
    boolean searched = field.hasDirective("search");
    if (searched && !(type instanceof ValueType.Text)) {
      faults.add(
          field,
          "SEARCH",
          new Label("@search 只用于存储的 String 字段。", "@search stands on stored String fields."),
          new Label("请删去它。", "Drop it."));
    }
    return searched;
  }

  private void range(FieldDefinition field, ValueType type) {
    boolean number =
        type instanceof ValueType.Int
            || type instanceof ValueType.Decimal
            || type instanceof ValueType.MoneyAmount
            || type instanceof ValueType.Percent;
    if (field.hasDirective("range") && !number) {
      faults.add(
          field,
          "RANGE",
          new Label("@range 只用于存储的数值字段。", "@range stands on stored numbers."),
          new Label("请删去它。", "Drop it."));
    }
  }

  private void textRule(FieldDefinition field, ValueType type) {
    if (field.hasDirective("text") && !(type instanceof ValueType.Text)) {
      faults.add(
          field,
          "TEXT",
          new Label("@text 只用于存储的 String 字段。", "@text stands on stored String fields."),
          new Label("请删去它。", "Drop it."));
    }
    Directives.text(field, "text", "pattern").ifPresent(pattern -> compile(field, pattern));
  }

  private void compile(FieldDefinition field, String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException wrong) {
      faults.add(
          field,
          "PATTERN",
          new Label(
              "正则表达式有误：" + wrong.getDescription() + "。",
              "The pattern is wrong: " + wrong.getDescription() + "."),
          new Label("请改正 @text(pattern:)。", "Mend @text(pattern:)."));
    }
  }

  private static Set<String> roles(FieldDefinition field) {
    return new LinkedHashSet<>(List.copyOf(Directives.texts(field, "role", "read")));
  }
}
