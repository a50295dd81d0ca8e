package org.wuyou.policy.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.FactType;

/**
 * The language of clauses: CEL's syntax and type rules over our own small vocabulary. There is one
 * kind of number; it is called double here only because the checker has no decimal, and no double
 * ever decides anything.
 */
final class CelEnvironment {
  private static final CelType NUMBER = SimpleType.DOUBLE;
  private static final CelType TEXT = SimpleType.STRING;
  private static final CelType TRUTH = SimpleType.BOOL;
  private static final CelType DAY = SimpleType.TIMESTAMP;
  private static final CelType ANY = TypeParamType.create("A");
  private static final CelType LIST = ListType.create(ANY);

  /** Functions people write by name. */
  static final Set<String> FUNCTIONS =
      Set.of(
          "at",
          "known",
          "sum",
          "count",
          "least",
          "greatest",
          "date",
          "yearOf",
          "monthOf",
          "prefix",
          "addYears",
          "reading",
          "statistic",
          "statisticTotal",
          "startsWith",
          "endsWith",
          "contains",
          "exists",
          "all",
          "filter",
          "map",
          "has",
          "distinct");

  private CelEnvironment() {}

  /** Reads expressions, whatever they are about. */
  static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setStandardMacros(
              CelStandardMacro.HAS,
              CelStandardMacro.ALL,
              CelStandardMacro.EXISTS,
              CelStandardMacro.MAP,
              CelStandardMacro.FILTER)
          .build();

  /**
   * A checker that knows those of the names which mean something to an expression about the entity;
   * the checker goes through all it knows for every expression.
   */
  static CelChecker checker(Vocabulary vocabulary, @Nullable String entity, Set<String> names) {
    CelCheckerBuilder builder =
        CelCompilerFactory.standardCelCheckerBuilder()
            .setStandardEnvironmentEnabled(false)
            .setTypeProvider(new Entities(vocabulary));
    FUNCTION_DECLARATIONS.stream()
        .filter(function -> names.contains(function.name()))
        .forEach(builder::addFunctionDeclarations);
    vocabulary
        .roots(entity)
        .forEach(
            (name, type) -> {
              if (names.contains(name)) {
                builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, celType(type)));
              }
            });
    return builder.build();
  }

  static CelType celType(FactType type) {
    return switch (type) {
      case FactType.Number n -> NUMBER;
      case FactType.Text t -> TEXT;
      case FactType.Choice c -> TEXT;
      case FactType.Truth t -> TRUTH;
      case FactType.Day d -> DAY;
      case FactType.Moment m -> DAY;
      case FactType.One one -> StructTypeReference.create(one.entity());
      case FactType.Texts t -> ListType.create(TEXT);
      case FactType.Many many -> ListType.create(StructTypeReference.create(many.entity()));
    };
  }

  /** The entities of the catalogue as types with fields. */
  @SuppressWarnings("Immutable") // derived facts are defined before the checker asks for them
  private record Entities(Vocabulary vocabulary) implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return vocabulary.catalogue().entities().keySet().stream()
          .map(this::struct)
          .collect(ImmutableList.toImmutableList());
    }

    @Override
    public Optional<CelType> findType(String name) {
      return vocabulary.catalogue().entities().containsKey(name)
          ? Optional.of(struct(name))
          : Optional.empty();
    }

    private CelType struct(String name) {
      ImmutableSet<String> fields =
          vocabulary.factNames(name).stream()
              .filter(field -> vocabulary.fact(name, field).isPresent())
              .collect(ImmutableSet.toImmutableSet());
      return StructType.create(
          name, fields, field -> vocabulary.fact(name, field).map(CelEnvironment::celType));
    }
  }

  private static final List<CelFunctionDecl> FUNCTION_DECLARATIONS =
      List.of(
          both("_&&_"),
          both("_||_"),
          function("!_", overload("not", TRUTH, TRUTH)),
          function("@not_strictly_false", overload("not_strictly_false", TRUTH, TRUTH)),
          function("_?_:_", overload("conditional", ANY, TRUTH, ANY, ANY)),
          function("_==_", overload("equals", TRUTH, ANY, ANY)),
          function("_!=_", overload("not_equals", TRUTH, ANY, ANY)),
          order("_<_", "less"),
          order("_<=_", "less_equals"),
          order("_>_", "greater"),
          order("_>=_", "greater_equals"),
          function(
              "_+_",
              overload("add", NUMBER, NUMBER, NUMBER),
              overload("add_list", LIST, LIST, LIST)),
          function("_-_", overload("subtract", NUMBER, NUMBER, NUMBER)),
          function("_*_", overload("multiply", NUMBER, NUMBER, NUMBER)),
          function("_/_", overload("divide", NUMBER, NUMBER, NUMBER)),
          function("-_", overload("negate", NUMBER, NUMBER)),
          function("@in", overload("in_list", TRUTH, ANY, LIST)),
          function("known", overload("known", TRUTH, ANY)),
          function("at", member("at_year", ANY, LIST, NUMBER)),
          function("sum", overload("sum_list", NUMBER, ListType.create(NUMBER))),
          function("count", overload("count_list", NUMBER, LIST)),
          function("distinct", overload("distinct_list", LIST, LIST)),
          function("least", overload("least", NUMBER, NUMBER, NUMBER)),
          function("greatest", overload("greatest", NUMBER, NUMBER, NUMBER)),
          function("date", overload("date_text", DAY, TEXT)),
          function("yearOf", overload("year_of", NUMBER, DAY)),
          function("monthOf", overload("month_of", NUMBER, DAY)),
          function("prefix", member("prefix_of_text", TEXT, TEXT, NUMBER)),
          function("addYears", member("add_years", DAY, DAY, NUMBER)),
          function("reading", overload("reading", TEXT, TEXT)),
          function(
              "statistic",
              overload("statistic", NUMBER, TEXT),
              overload("statistic_year", NUMBER, TEXT, NUMBER)),
          function("statisticTotal", overload("statistic_total", NUMBER, TEXT, NUMBER, NUMBER)),
          function("startsWith", member("starts_with", TRUTH, TEXT, TEXT)),
          function("endsWith", member("ends_with", TRUTH, TEXT, TEXT)),
          function("contains", member("contains_text", TRUTH, TEXT, TEXT)));

  private static CelFunctionDecl both(String name) {
    return function(name, overload(name.equals("_&&_") ? "and" : "or", TRUTH, TRUTH, TRUTH));
  }

  private static CelFunctionDecl order(String name, String id) {
    return function(
        name,
        overload(id + "_number", TRUTH, NUMBER, NUMBER),
        overload(id + "_text", TRUTH, TEXT, TEXT),
        overload(id + "_day", TRUTH, DAY, DAY));
  }

  private static CelFunctionDecl function(String name, CelOverloadDecl... overloads) {
    return CelFunctionDecl.newFunctionDeclaration(name, overloads);
  }

  private static CelOverloadDecl overload(String id, CelType result, CelType... arguments) {
    return CelOverloadDecl.newGlobalOverload(id, result, arguments);
  }

  private static CelOverloadDecl member(String id, CelType result, CelType... arguments) {
    return CelOverloadDecl.newMemberOverload(id, result, arguments);
  }
}
