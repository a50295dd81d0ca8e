package org.wuyou.gateway;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.document.Documents;
import org.wuyou.gateway.document.Prepared;
import org.wuyou.gateway.schema.Coordinates;
import org.wuyou.gateway.schema.SchemaAssembly;
import org.wuyou.gateway.schema.SchemaDifference;
import org.wuyou.gateway.sdl.BuiltIn;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/** One composed schema with the code behind it; never changed once made. */
public final class Generation {
  private final Model model;
  private final AccessRules access;
  private final GraphQLSchema schema;
  private final Map<String, String> owners;
  private final List<Contribution> contributions;
  private @Nullable String sdl;
  private @Nullable Coordinates coordinates;

  Generation(Model model, SchemaAssembly.Assembled assembled, List<Contribution> contributions) {
    this.model = model;
    this.access = new AccessRules(model);
    this.schema = assembled.schema();
    this.owners = assembled.owners();
    this.contributions = List.copyOf(contributions);
  }

  /** The entities and enumerations that its modules declare. */
  public Model model() {
    return model;
  }

  /** Who may read and write what of it. */
  public AccessRules access() {
    return access;
  }

  /** The whole schema as clients see it, types in order of their names. */
  public synchronized String sdl() {
    String printed = sdl;
    if (printed == null) {
      printed =
          new SchemaPrinter(
                  SchemaPrinter.Options.defaultOptions()
                      .includeDirectives("oneOf"::equals)
                      .includeDirectiveDefinitions(false)
                      .includeScalarTypes(true)
                      .includeSchemaDefinition(false))
              .print(schema);
      sdl = printed;
    }
    return printed;
  }

  public List<Contribution> contributions() {
    return contributions;
  }

  /** The modules' own checks, by entity. */
  public Map<String, List<RowCheck>> checks() {
    Map<String, List<RowCheck>> checks = new LinkedHashMap<>();
    for (Contribution contribution : contributions) {
      contribution
          .checks()
          .forEach(
              (entity, own) -> checks.computeIfAbsent(entity, e -> new ArrayList<>()).addAll(own));
    }
    return checks;
  }

  /** The module that a type, field or argument comes from. */
  public String owner(String coordinate) {
    String at = coordinate;
    while (true) {
      String owner = owners.get(at);
      if (owner != null) {
        return owner;
      }
      int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('('));
      if (cut < 0) {
        return BuiltIn.PLATFORM;
      }
      at = at.substring(0, cut);
    }
  }

  /** What clients would notice if {@code next} took the place of this. */
  public SchemaChanges changesTo(Generation next) {
    Coordinates after = next.coordinates();
    return SchemaDifference.between(
        coordinates(),
        after,
        coordinate ->
            after.parts().containsKey(coordinate) ? next.owner(coordinate) : owner(coordinate));
  }

  private synchronized Coordinates coordinates() {
    Coordinates known = coordinates;
    if (known == null) {
      known = Coordinates.of(schema);
      coordinates = known;
    }
    return known;
  }

  /** Why the operation would be refused by this generation; empty if it would not. */
  public Optional<Label> refusal(String operation, Limits limits) {
    return new Documents(schema, limits).prepare(operation) instanceof Prepared.Refused refused
        ? Optional.of(refused.problems().getFirst().message())
        : Optional.empty();
  }

  GraphQLSchema schema() {
    return schema;
  }
}
