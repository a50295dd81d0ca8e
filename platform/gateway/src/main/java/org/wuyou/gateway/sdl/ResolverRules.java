package org.wuyou.gateway.sdl;

import graphql.language.FieldDefinition;
import graphql.language.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/** Every field that is not data has its code, and every registered code has its field. */
public final class ResolverRules {
  private final Declarations declarations;
  private final Model model;
  private final Faults faults;

  public ResolverRules(Declarations declarations, Model model, Faults faults) {
    this.declarations = declarations;
    this.model = model;
    this.faults = faults;
  }

  public void check(List<Contribution> contributions) {
    Map<String, String> registered = new HashMap<>();
    for (Contribution contribution : contributions) {
      for (String coordinate : contribution.resolvers().keySet()) {
        fits(contribution.module(), coordinate);
        registered.put(coordinate, contribution.module());
      }
      for (String entity : contribution.checks().keySet()) {
        if (!model.entities().containsKey(entity)) {
          unknownEntity(contribution.module(), entity);
        }
      }
    }
    declarations
        .roots()
        .forEach((root, fields) -> fields.values().forEach(f -> wanted(root, f, registered)));
    model
        .entities()
        .values()
        .forEach(
            entity -> {
              var object = declarations.object(entity.name());
              entity.fields().values().stream()
                  .filter(f -> f.type() instanceof org.wuyou.spi.model.ValueType.Computed)
                  .forEach(f -> wanted(entity.name(), object.field(f.name()), registered));
            });
  }

  private void wanted(String type, FieldDefinition field, Map<String, String> registered) {
    String coordinate = type + "." + field.getName();
    if (!registered.containsKey(coordinate)) {
      faults.add(
          field,
          "RESOLVER_MISSING",
          new Label(coordinate + " 没有解析代码。", "No code answers " + coordinate + "."),
          new Label(
              "请在模块的 register 中登记 field(\"" + type + "\", \"" + field.getName() + "\", …)。",
              "Register field(\""
                  + type
                  + "\", \""
                  + field.getName()
                  + "\", …) in the module's plugin."));
    }
  }

  private void fits(String module, String coordinate) {
    int dot = coordinate.indexOf('.');
    String type = coordinate.substring(0, Math.max(dot, 0));
    String name = coordinate.substring(dot + 1);
    Map<String, FieldDefinition> fields = declarations.fieldsOf(type);
    FieldDefinition field = fields.get(name);
    if (field == null) {
      Set<String> names = fields.isEmpty() ? declarations.objects().keySet() : fields.keySet();
      String nearest = Nearest.of(fields.isEmpty() ? type : name, names);
      faults.addWithoutPlace(
          module,
          "RESOLVER_UNKNOWN_FIELD",
          new Label(
              "代码登记在不存在的字段 " + coordinate + " 上。",
              "Code is registered for " + coordinate + ", which is no field."),
          Faults.didYouMean(
              nearest,
              new Label("请核对登记的类型与字段名。", "Check the type and field it is registered for.")));
      return;
    }
    Field data = model.entities().containsKey(type) ? model.entity(type).fields().get(name) : null;
    if (data != null && !(data.type() instanceof org.wuyou.spi.model.ValueType.Computed)) {
      refuse(field, module, coordinate, "是存储的数据，不由代码回答", "is stored data, no code answers it");
    } else if (!Declarations.ownerOf(field).equals(module)) {
      String owner = Declarations.ownerOf(field);
      refuse(field, module, coordinate, "属于模块 " + owner, "belongs to the module " + owner);
    }
  }

  private void refuse(Node<?> field, String module, String coordinate, String zh, String en) {
    faults.addWithoutPlace(
        module,
        "RESOLVER_UNKNOWN_FIELD",
        new Label(
            coordinate + "（" + Faults.place(field) + "）" + zh + "。",
            coordinate + " (" + Faults.place(field) + ") " + en + "."),
        new Label(
            "请删去该登记，或给字段加 @computed。", "Drop the registration, or add @computed to the field."));
  }

  private void unknownEntity(String module, String entity) {
    List<String> names = new ArrayList<>(model.entities().keySet());
    faults.addWithoutPlace(
        module,
        "CHECK_UNKNOWN_ENTITY",
        new Label(
            "校验登记在不存在的实体 " + entity + " 上。",
            "A check is registered for " + entity + ", which is no entity."),
        Faults.didYouMean(
            Nearest.of(entity, names), new Label("请核对实体名。", "Check the name of the entity.")));
  }
}
