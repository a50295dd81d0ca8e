package org.wuyou.gateway.sdl;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/** The model that the declared entities and enumerations make. */
public final class ModelReader {
  private final Declarations declarations;
  private final Faults faults;
  private final FieldReader fieldReader;

  public ModelReader(Declarations declarations, Faults faults) {
    this.declarations = declarations;
    this.faults = faults;
    this.fieldReader = new FieldReader(declarations, faults);
  }

  public Model read() {
    Map<String, EntityType> entities = new LinkedHashMap<>();
    declarations.objects().values().stream()
        .filter(Declarations.DeclaredObject::entity)
        .forEach(object -> entities.put(object.definition().getName(), entity(object)));
    Map<String, EnumType> enums = new LinkedHashMap<>();
    declarations.others().values().stream()
        .filter(EnumTypeDefinition.class::isInstance)
        .map(EnumTypeDefinition.class::cast)
        .forEach(type -> enums.put(type.getName(), enumeration(type)));
    Model model = new Model(entities, enums);
    new EntityRules(declarations, model, faults).check();
    return model;
  }

  private EntityType entity(Declarations.DeclaredObject object) {
    ObjectTypeDefinition definition = object.definition();
    String name = definition.getName();
    Map<String, Field> fields = new LinkedHashMap<>();
    List<List<String>> uniques =
        new ArrayList<>(Directives.textLists(definition, "entity", "unique"));
    for (FieldDefinition field : object.fields().values()) {
      if (reserved(name, field)) {
        continue;
      }
      fields.put(field.getName(), fieldReader.read(name, field));
      if (field.hasDirective("unique")) {
        uniques.add(List.of(field.getName()));
      }
    }
    return new EntityType(
        name,
        Directives.text(definition, "entity", "plural").orElseGet(() -> plural(name)),
        object.owner(),
        labelOr(Labels.of(definition), name),
        fields,
        Directives.texts(definition, "entity", "key"),
        uniques,
        Directives.text(definition, "entity", "scope"),
        Directives.text(definition, "entity", "renamedFrom"),
        Directives.text(definition, "entity", "access").filter("PLATFORM"::equals).isPresent()
            ? EntityType.Access.PLATFORM
            : EntityType.Access.OPEN);
  }

  /** {@code id} and {@code version} are on every entity, and the words of conditions are taken. */
  private boolean reserved(String entity, FieldDefinition field) {
    boolean reserved =
        switch (field.getName()) {
          case "id", "version", "and", "or", "not", "search" -> true;
          default -> false;
        };
    if (reserved) {
      faults.add(
          field,
          "RESERVED_NAME",
          new Label(
              entity + "." + field.getName() + "：该名称由平台使用。",
              entity + "." + field.getName() + ": the platform uses this name itself."),
          new Label("请改名（id 与 version 已自动提供）。", "Rename it (id and version are there already)."));
    }
    return reserved;
  }

  private static EnumType enumeration(EnumTypeDefinition type) {
    List<EnumType.Value> values = new ArrayList<>();
    for (EnumValueDefinition value : type.getEnumValueDefinitions()) {
      values.add(
          new EnumType.Value(
              value.getName(),
              labelOr(Labels.of(value), value.getName()),
              Directives.texts(value, "spelling", "aliases")));
    }
    return new EnumType(
        type.getName(),
        Declarations.ownerOf(type),
        labelOr(Labels.of(type), type.getName()),
        values);
  }

  private static Label labelOr(@Nullable Label label, String name) {
    return label == null ? new Label(name, name) : label;
  }

  /** {@code Enterprise → enterprises, Facility → facilities, Class → classes}. */
  private static String plural(String name) {
    String single = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    if (single.matches(".*[^aeiou]y")) {
      return single.substring(0, single.length() - 1) + "ies";
    }
    return single.matches(".*(s|x|ch|sh)") ? single + "es" : single + "s";
  }
}
