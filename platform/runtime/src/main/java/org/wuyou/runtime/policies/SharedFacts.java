package org.wuyou.runtime.policies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wuyou.gateway.SchemaComposer;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;

/**
 * The facts of the modules that all regions share, installed or not, so that a policy stays right
 * when a module is taken away and says of its facts that the module is absent.
 */
final class SharedFacts {
  /** In an order in which no module needs a later one. */
  private static final List<String> MODULES =
      List.of(
          "registry",
          "platforms",
          "talent",
          "ip",
          "finance",
          "projects",
          "supervision",
          "assistance",
          "upgrade");

  private final Later<Model> declared = new Later<>(SharedFacts::declare);

  /** What the installed modules declare, and beside it what absent ones would. */
  FactCatalogue with(Model installed) {
    FactCatalogue catalogue = ModelCatalogue.of(installed);
    Set<String> present = owners(installed);
    for (String module : MODULES) {
      if (!present.contains(module)) {
        catalogue = catalogue.with(module, ModelCatalogue.of(part(declared.get(), module)));
      }
    }
    return catalogue;
  }

  private static Set<String> owners(Model model) {
    Set<String> owners = new LinkedHashSet<>();
    model.entities().values().forEach(entity -> owners.add(entity.owner()));
    return owners;
  }

  /** The entities of one module, and the fields it adds to those of others. */
  private static Model part(Model all, String module) {
    Map<String, EntityType> entities = new LinkedHashMap<>();
    all.entities()
        .forEach(
            (name, entity) -> {
              Map<String, Field> own = new LinkedHashMap<>();
              entity
                  .fields()
                  .forEach(
                      (field, declared) -> {
                        if (declared.owner().equals(module)) {
                          own.put(field, declared);
                        }
                      });
              if (entity.owner().equals(module) || !own.isEmpty()) {
                entities.put(name, with(entity, own));
              }
            });
    return new Model(entities, all.enums());
  }

  private static EntityType with(EntityType entity, Map<String, Field> fields) {
    return new EntityType(
        entity.name(),
        entity.plural(),
        entity.owner(),
        entity.label(),
        fields,
        entity.key(),
        entity.uniques(),
        entity.scopeField(),
        entity.renamedFrom(),
        entity.access());
  }

  private static Model declare() {
    List<Contribution> contributions = new ArrayList<>();
    for (String module : MODULES) {
      String file = module + ".graphqls";
      contributions.add(new Contribution(module, "", Map.of(file, sdl(file)), Map.of(), Map.of()));
    }
    return SchemaComposer.declared(contributions);
  }

  private static String sdl(String file) {
    try (InputStream in = Contribution.class.getResourceAsStream("/wuyou/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
