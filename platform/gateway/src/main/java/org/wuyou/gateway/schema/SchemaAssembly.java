package org.wuyou.gateway.schema;

import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.PartField;
import org.wuyou.gateway.fetch.PluginFields;
import org.wuyou.gateway.sdl.BuiltIn;
import org.wuyou.gateway.sdl.Declarations;
import org.wuyou.gateway.sdl.Faults;
import org.wuyou.gateway.sdl.SdlText;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/**
 * Joins what is declared with what is derived from it into one schema, and then puts the code
 * behind its fields.
 */
public final class SchemaAssembly {
  private final Declarations declarations;
  private final Model model;
  private final Faults faults;
  private final SchemaDraft draft = new SchemaDraft();
  private final Map<String, TypeDefinition<?>> definitions = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /** A field that is no declared data: a module answers it, or the value it is part of. */
  private record Part(String type, FieldDefinition field) {
    String coordinate() {
      return type + "." + field.getName();
    }

    DataFetcher<?> fetcher(@Nullable Resolver resolver) {
      boolean money = Undirected.takesUnit(field);
      return resolver == null
          ? new PartField(field.getName(), money)
          : PluginFields.of(
              Declarations.ownerOf(field), coordinate(), resolver, type.equals("Mutation"), money);
    }
  }

  /** A schema, and the module that owns each of its types, root fields and added fields. */
  public record Assembled(GraphQLSchema schema, Map<String, String> owners) {}

  /** All types of a schema, not yet answered by any code. */
  public final class Unanswered {
    private final SchemaTypes types;

    private Unanswered(SchemaTypes types) {
      this.types = types;
    }

    /** The schema with the code that the contributions bring. */
    public Assembled answeredBy(List<Contribution> contributions) {
      Map<String, Resolver> resolvers = new HashMap<>();
      contributions.forEach(c -> resolvers.putAll(c.resolvers()));
      Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>(draft.fetchers());
      for (Part part : parts) {
        fetchers.putIfAbsent(part.coordinate(), part.fetcher(resolvers.get(part.coordinate())));
      }
      return new Assembled(types.answeredBy(registry(fetchers)), Map.copyOf(draft.owners()));
    }
  }

  public SchemaAssembly(Declarations declarations, Model model, Faults faults) {
    this.declarations = declarations;
    this.model = model;
    this.faults = faults;
  }

  /**
   * The types; empty if a fault was told.
   *
   * @param proven whether the same declarations have been checked before
   * @throws SchemaProblem if they break a rule of GraphQL that only the whole of them can break
   */
  public Optional<Unanswered> assemble(boolean proven) {
    derive();
    declared();
    derived();
    if (faults.any()) {
      return Optional.empty();
    }
    if (!proven) {
      SchemaProof.check(definitions.values());
    }
    return Optional.of(new Unanswered(SchemaTypes.of(definitions.values())));
  }

  private void derive() {
    ReadTypes reads = new ReadTypes(model, draft);
    FilterTypes filters = new FilterTypes(model, draft);
    AggregateTypes aggregates = new AggregateTypes(draft);
    WriteTypes writes = new WriteTypes(draft);
    for (EntityType entity : model.entities().values()) {
      var object = declarations.object(entity.name());
      reads.write(entity, name -> deprecation(object.field(name)));
      filters.write(entity);
      aggregates.write(entity);
      writes.write(entity);
    }
    Roots.write(draft);
  }

  private static String deprecation(FieldDefinition field) {
    List<Directive> found = field.getDirectives("deprecated");
    return found.isEmpty()
        ? ""
        : " " + graphql.language.AstPrinter.printAstCompact(found.getFirst());
  }

  /** What the modules declare beside entities, as they declare it. */
  private void declared() {
    declarations
        .others()
        .forEach(
            (name, type) -> {
              definitions.put(name, Undirected.of(type));
              draft.owner(name, Declarations.ownerOf(type));
            });
    declarations
        .objects()
        .forEach(
            (name, object) -> {
              draft.owner(name, object.owner());
              own(name, object.owner(), object.fields());
              if (!object.entity()) {
                definitions.put(name, Undirected.of(object.definition(), object.fields().values()));
                object.fields().values().forEach(field -> parts.add(new Part(name, field)));
              }
            });
  }

  /** Fields that another module has added are owned by it. */
  private void own(String type, String owner, Map<String, FieldDefinition> fields) {
    fields
        .values()
        .forEach(
            field -> {
              String module = Declarations.ownerOf(field);
              if (!module.equals(owner)) {
                draft.owner(type + "." + field.getName(), module);
              }
            });
  }

  private void derived() {
    Set<String> extended = new HashSet<>(declarations.roots().keySet());
    extended.removeIf(root -> declarations.fieldsOf(root).isEmpty());
    for (Definition<?> derived : SdlText.read(draft.sdl(extended), null)) {
      TypeDefinition<?> type = (TypeDefinition<?>) derived;
      TypeDefinition<?> complete =
          type instanceof ObjectTypeDefinition object ? completed(object) : type;
      TypeDefinition<?> other = definitions.putIfAbsent(type.getName(), complete);
      if (other != null) {
        taken(type.getName(), other);
      }
    }
  }

  /** An entity or root type as derived, with the fields that modules compute. */
  private ObjectTypeDefinition completed(ObjectTypeDefinition derived) {
    String name = derived.getName();
    Map<String, FieldDefinition> declared = computed(name);
    if (declared.isEmpty()) {
      return derived;
    }
    List<FieldDefinition> fields = new ArrayList<>(derived.getFieldDefinitions());
    for (FieldDefinition field : declared.values()) {
      if (derived.getFieldDefinitions().stream()
          .anyMatch(f -> f.getName().equals(field.getName()))) {
        taken(name + "." + field.getName(), field);
        continue;
      }
      fields.add(Undirected.of(field));
      parts.add(new Part(name, field));
      if (BuiltIn.ROOTS.contains(name)) {
        draft.owner(name + "." + field.getName(), Declarations.ownerOf(field));
      }
    }
    return derived.transform(b -> b.fieldDefinitions(fields));
  }

  private Map<String, FieldDefinition> computed(String type) {
    if (BuiltIn.ROOTS.contains(type)) {
      return declarations.fieldsOf(type);
    }
    Map<String, FieldDefinition> fields = new LinkedHashMap<>();
    if (model.entities().containsKey(type)) {
      Map<String, FieldDefinition> declared = declarations.object(type).fields();
      model.entity(type).fields().values().stream()
          .filter(f -> f.type() instanceof org.wuyou.spi.model.ValueType.Computed)
          .forEach(f -> fields.put(f.name(), declared.get(f.name())));
    }
    return fields;
  }

  private void taken(String name, graphql.language.Node<?> place) {
    faults.add(
        place,
        "DERIVED_NAME_TAKEN",
        new Label(
            name + " 是平台由实体派生的名称。", name + " is a name that the platform derives from an entity."),
        new Label("请改名。", "Rename it."));
  }

  private static GraphQLCodeRegistry.Builder registry(Map<String, DataFetcher<?>> fetchers) {
    GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();
    fetchers.forEach(
        (coordinate, fetcher) -> {
          int dot = coordinate.indexOf('.');
          code.dataFetcher(
              FieldCoordinates.coordinates(
                  coordinate.substring(0, dot), coordinate.substring(dot + 1)),
              fetcher);
        });
    return code;
  }
}
