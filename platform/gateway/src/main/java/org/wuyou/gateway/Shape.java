package org.wuyou.gateway;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.gateway.schema.SchemaAssembly;
import org.wuyou.gateway.sdl.BuiltIn;
import org.wuyou.gateway.sdl.Declarations;
import org.wuyou.gateway.sdl.Faults;
import org.wuyou.gateway.sdl.ModelReader;
import org.wuyou.gateway.sdl.ResolverRules;
import org.wuyou.gateway.sdl.SdlReader;
import org.wuyou.gateway.sdl.TextRules;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/**
 * What contributions say in SDL, understood and completed: all of a generation but the code behind
 * its fields. Made from their texts alone, so that it can be made before the code is there.
 */
public final class Shape {
  private final List<Text> texts;
  private final Faults faults;
  private final Optional<Read> read;

  /** What one contribution says. */
  private record Text(String module, Map<String, String> sources) {
    static List<Text> of(List<Contribution> contributions) {
      return contributions.stream().map(c -> new Text(c.module(), c.sources())).toList();
    }
  }

  /**
   * Texts in which every name is known.
   *
   * @param types unless something else is wrong
   */
  private record Read(
      Declarations declarations, Model model, Optional<SchemaAssembly.Unanswered> types) {}

  private Shape(List<Text> texts, Faults faults, Optional<Read> read) {
    this.texts = texts;
    this.faults = faults;
    this.read = read;
  }

  static Shape of(List<Contribution> contributions, List<Contribution> all, boolean proven) {
    Faults faults = new Faults();
    return new Shape(Text.of(contributions), faults, read(all, faults, proven));
  }

  /** Whether it is of what these contributions say. */
  public boolean isOf(List<Contribution> contributions) {
    return texts.equals(Text.of(contributions));
  }

  /** A generation with the code of the contributions, or all that is wrong with them together. */
  public Composition answeredBy(List<Contribution> contributions) {
    Faults all = new Faults(faults);
    read.ifPresent(r -> new ResolverRules(r.declarations(), r.model(), all).check(contributions));
    return all.any()
        ? new Composition.Rejected(all.list())
        : new Composition.Composed(generation(contributions));
  }

  private Generation generation(List<Contribution> contributions) {
    Read sound = read.orElseThrow();
    return new Generation(
        sound.model(), sound.types().orElseThrow().answeredBy(contributions), contributions);
  }

  private static Optional<Read> read(List<Contribution> all, Faults faults, boolean proven) {
    SdlReader reader = proven ? SdlReader.ofProven(faults) : SdlReader.of(faults);
    Declarations declarations = reader.read(all);
    new TextRules(declarations, faults).check();
    if (faults.any()) {
      // What names nothing known cannot be understood further.
      return Optional.empty();
    }
    Model model = new ModelReader(declarations, faults).read();
    return Optional.of(new Read(declarations, model, types(declarations, model, faults, proven)));
  }

  private static Optional<SchemaAssembly.Unanswered> types(
      Declarations declarations, Model model, Faults faults, boolean proven) {
    if (faults.any()) {
      return Optional.empty();
    }
    try {
      return new SchemaAssembly(declarations, model, faults).assemble(proven);
    } catch (SchemaProblem problem) {
      problem.getErrors().forEach(error -> invalid(faults, error));
      return Optional.empty();
    }
  }

  /** What graphql-java alone finds, such as a type that does not fulfil its interface. */
  private static void invalid(Faults faults, GraphQLError error) {
    Label message = new Label("模式无效：" + error.getMessage(), error.getMessage());
    Label remedy = new Label("请按提示修改声明。", "Change the declaration as the message says.");
    List<SourceLocation> places = error.getLocations();
    if (places == null || places.isEmpty() || places.getFirst().getSourceName() == null) {
      faults.addWithoutPlace(BuiltIn.PLATFORM, "INVALID_SCHEMA", message, remedy);
    } else {
      faults.add(places.getFirst(), "INVALID_SCHEMA", message, remedy);
    }
  }
}
