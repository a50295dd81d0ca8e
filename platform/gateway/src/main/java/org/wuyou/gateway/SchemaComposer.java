package org.wuyou.gateway;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.schema.idl.errors.SchemaProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Composes what the modules contribute into one schema generation: parse, join, check, derive. Runs
 * off the request threads; touches nothing that is live.
 */
public final class SchemaComposer {
  private static final List<String> PLATFORM_TEXTS = List.of("base.graphqls", "common.graphqls");

  private SchemaComposer() {}

  /** A generation, or all that is wrong with the contributions together. */
  public static Composition compose(List<Contribution> contributions) {
    return compose(contributions, false);
  }

  /**
   * The same of contributions that have answered before: without the rules that cost most, for what
   * broke them was never let in.
   */
  public static Composition recompose(List<Contribution> contributions) {
    return compose(contributions, true);
  }

  private static Composition compose(List<Contribution> contributions, boolean proven) {
    Faults faults = new Faults();
    List<Contribution> all = new ArrayList<>();
    all.add(platform());
    all.addAll(contributions);
    SdlReader reader = proven ? SdlReader.ofProven(faults) : SdlReader.of(faults);
    Declarations declarations = reader.read(all);
    new TextRules(declarations, faults).check();
    if (faults.any()) {
      // What names nothing known cannot be understood further.
      return new Composition.Rejected(faults.list());
    }
    Model model = new ModelReader(declarations, faults).read();
    new ResolverRules(declarations, model, faults).check(contributions);
    return faults.any()
        ? new Composition.Rejected(faults.list())
        : assemble(declarations, model, contributions, faults, proven);
  }

  /**
   * What the contributions declare, without the code behind their fields; for tools that work
   * without a server.
   *
   * @throws IllegalArgumentException naming what is wrong with the declarations
   */
  public static Model declared(List<Contribution> contributions) {
    Faults faults = new Faults();
    List<Contribution> all = new ArrayList<>();
    all.add(platform());
    all.addAll(contributions);
    Model model = new ModelReader(SdlReader.of(faults).read(all), faults).read();
    if (faults.any()) {
      throw new IllegalArgumentException(String.valueOf(faults.list()));
    }
    return model;
  }

  private static Composition assemble(
      Declarations declarations,
      Model model,
      List<Contribution> contributions,
      Faults faults,
      boolean proven) {
    try {
      var assembled =
          new SchemaAssembly(declarations, model, faults).assemble(contributions, proven);
      if (!faults.any()) {
        return new Composition.Composed(new Generation(model, assembled, contributions));
      }
    } catch (SchemaProblem problem) {
      problem.getErrors().forEach(error -> invalid(faults, error));
    }
    return new Composition.Rejected(faults.list());
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

  private static Contribution platform() {
    Map<String, String> sources = new LinkedHashMap<>();
    for (String name : PLATFORM_TEXTS) {
      sources.put(name, read("/wuyou/" + name));
    }
    return new Contribution(BuiltIn.PLATFORM, "", sources, Map.of(), Map.of());
  }

  private static String read(String resource) {
    try (InputStream in = SchemaComposer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
