package org.wuyou.runtime.policies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** What the installed modules declare, as facts that policies may speak of. */
public final class ModelCatalogue {
  private ModelCatalogue() {}

  public static FactCatalogue of(Model model) {
    Map<String, FactCatalogue.Entity> entities = new LinkedHashMap<>();
    model.entities().forEach((name, entity) -> entities.put(name, entity(entity)));
    Map<String, List<String>> enumerations = new LinkedHashMap<>();
    model
        .enums()
        .forEach(
            (name, type) ->
                enumerations.put(name, type.values().stream().map(EnumType.Value::name).toList()));
    return new FactCatalogue(entities, enumerations);
  }

  private static FactCatalogue.Entity entity(EntityType entity) {
    Map<String, FactCatalogue.Fact> facts = new LinkedHashMap<>();
    for (Field field : entity.fields().values()) {
      type(field)
          .ifPresent(
              type ->
                  facts.put(
                      field.name(),
                      new FactCatalogue.Fact(field.name(), text(field.label()), type)));
    }
    return new FactCatalogue.Entity(entity.name(), text(entity.label()), facts);
  }

  private static Text text(Label label) {
    return new Text(label.zh(), label.en());
  }

  /** Computed fields are no facts: a fact is data. */
  private static Optional<FactType> type(Field field) {
    if (field.list() && field.stored()) {
      return textual(field.type()) ? Optional.of(new FactType.Texts()) : Optional.empty();
    }
    return switch (field.type()) {
      case ValueType.Text t -> Optional.of(new FactType.Text());
      case ValueType.Code c -> Optional.of(new FactType.Text());
      case ValueType.Month m -> Optional.of(new FactType.Text());
      case ValueType.Bool b -> Optional.of(new FactType.Truth());
      case ValueType.Int i -> Optional.of(new FactType.Number(Unit.Dimension.ANY));
      case ValueType.Decimal d -> Optional.of(new FactType.Number(Unit.Dimension.ANY));
      case ValueType.MoneyAmount m -> Optional.of(new FactType.Number(Unit.Dimension.MONEY));
      case ValueType.Percent p -> Optional.of(new FactType.Number(Unit.Dimension.RATIO));
      case ValueType.Date d -> Optional.of(new FactType.Day());
      case ValueType.Enumeration e -> Optional.of(new FactType.Choice(e.enumName()));
      case ValueType.Reference r -> Optional.of(new FactType.One(r.entity()));
      case ValueType.Inverse i -> Optional.of(new FactType.Many(i.entity()));
      case ValueType.Timestamp t -> Optional.of(new FactType.Moment());
      case ValueType.Computed c -> Optional.empty();
    };
  }

  private static boolean textual(ValueType type) {
    return type instanceof ValueType.Text
        || type instanceof ValueType.Code
        || type instanceof ValueType.Enumeration;
  }
}
