package org.wuyou.gateway.sdl;

import graphql.language.DirectiveDefinition;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that the modules declare, by name, in the order of the modules; object types with the fields
 * that extensions bring.
 *
 * @param objects object types, without the three root types
 * @param roots fields added to {@code Query}, {@code Mutation} and {@code Subscription}
 * @param others enumerations, inputs, interfaces, unions and scalars
 */
public record Declarations(
    Map<String, DeclaredObject> objects,
    Map<String, Map<String, FieldDefinition>> roots,
    Map<String, TypeDefinition<?>> others,
    Map<String, DirectiveDefinition> directives) {

  /** An object type and all its fields, each node's place naming its owner. */
  public record DeclaredObject(
      ObjectTypeDefinition definition, Map<String, FieldDefinition> fields) {
    static DeclaredObject of(ObjectTypeDefinition definition) {
      return new DeclaredObject(definition, new LinkedHashMap<>());
    }

    public boolean entity() {
      return definition.hasDirective("entity");
    }

    public String owner() {
      return ownerOf(definition);
    }

    /** The field of that name; a programming error if there is none. */
    public FieldDefinition field(String name) {
      return Objects.requireNonNull(fields.get(name), name);
    }
  }

  static Declarations empty() {
    Map<String, Map<String, FieldDefinition>> roots = new LinkedHashMap<>();
    roots.put("Query", new LinkedHashMap<>());
    roots.put("Mutation", new LinkedHashMap<>());
    roots.put("Subscription", new LinkedHashMap<>());
    return new Declarations(
        new LinkedHashMap<>(), roots, new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** The object type of that name; a programming error if there is none. */
  public DeclaredObject object(String name) {
    return Objects.requireNonNull(objects.get(name), name);
  }

  /**
   * The fields that modules declare on an object or root type of that name; none if there is none.
   */
  public Map<String, FieldDefinition> fieldsOf(String name) {
    Map<String, FieldDefinition> root = roots.get(name);
    if (root != null) {
      return root;
    }
    DeclaredObject object = objects.get(name);
    return object == null ? Map.of() : object.fields;
  }

  /** The module that declares a node. */
  public static String ownerOf(graphql.language.Node<?> node) {
    return Faults.module(node);
  }

  /** The type of that name among those the modules declare, or null. */
  @Nullable TypeDefinition<?> type(String name) {
    DeclaredObject object = objects.get(name);
    return object != null ? object.definition : others.get(name);
  }

  public boolean isEntity(String name) {
    DeclaredObject object = objects.get(name);
    return object != null && object.entity();
  }

  public boolean isEnum(String name) {
    return others.get(name) instanceof EnumTypeDefinition;
  }

  public boolean isScalar(String name) {
    return others.get(name) instanceof ScalarTypeDefinition || BuiltIn.SCALARS.contains(name);
  }

  boolean isInput(String name) {
    return others.get(name) instanceof InputObjectTypeDefinition;
  }

  boolean isOutputOnly(String name) {
    return objects.containsKey(name)
        || others.get(name) instanceof UnionTypeDefinition
        || others.get(name) instanceof InterfaceTypeDefinition;
  }

  boolean knows(String name) {
    return objects.containsKey(name) || others.containsKey(name) || BuiltIn.SCALARS.contains(name);
  }
}
