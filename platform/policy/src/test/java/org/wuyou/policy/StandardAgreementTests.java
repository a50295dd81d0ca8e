package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.UnknownContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.plan.Kernels;

/**
 * Rules, readings, parameters and registers made up from a seed, evaluated three ways: by our
 * interpreter, by our plan over columns, and by the runtime of the standard's own library. What is
 * missing here is unknown or an error there.
 */
@DisplayName("The standard of the expression language")
class StandardAgreementTests {
  private static final int FIRMS = 60;
  private static final int FACTS = 10;
  private static final Cel VARIABLES = standard(false);
  private static final Cel MAP = standard(true);

  /** Facts as variables that may be unknown: the same are told to be missing. */
  @RepeatedTest(30)
  @Tag("seeded")
  void knows_the_same_and_misses_the_same(RepetitionInfo repetition) {
    agree(repetition.getCurrentRepetition(), false);
  }

  /** Facts as keys of a map that may lack them, which is an error there. */
  @RepeatedTest(30)
  @Tag("seeded")
  void errs_where_a_fact_is_missing(RepetitionInfo repetition) {
    agree(1000 + repetition.getCurrentRepetition(), true);
  }

  @Test
  void agrees_on_one_register_of_each_sort() {
    agree(77, false);
    agree(78, true);
  }

  private static void agree(long seed, boolean gaps) {
    List<FirmRules.Both> rules = new FirmRules(seed, gaps).facts(FACTS);
    PolicyBundle bundle = Bundles.of(FirmRules.bundle(rules), FirmRegister.CATALOGUE);
    Random random = new Random(seed);
    Map<String, Exact> parameters =
        Map.of(
            "p0", Exact.of(BigDecimal.valueOf(25L * (random.nextInt(17) - 8), 2)),
            "power", Exact.of(BigDecimal.valueOf(5L << random.nextInt(4), 1)));
    String reading = random.nextBoolean() ? "YES" : "NO";
    Evaluation evaluation =
        Evaluation.USUAL
            .asOf(LocalDate.of(2021, 12, 31))
            .parameters(parameters)
            .readings(Map.of("R-1", reading));
    Session session = new Session(bundle, new MapFacts(), evaluation);
    List<MapSubject> firms = new FirmRegister(seed).firms(FIRMS, gaps);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < FACTS; i++) {
      terms.add(bundle.fact("Firm", "fact" + i).map(DerivedFact::asTerm).orElseThrow());
    }
    PlanTests.compare(new Kernels(), session, firms, terms);
    Run run = session.setting().afresh();
    Cel cel = gaps ? MAP : VARIABLES;
    int known = 0;
    for (int i = 0; i < FACTS; i++) {
      CelRuntime.Program program = program(cel, rules.get(i).standard());
      for (MapSubject firm : firms) {
        Value ours = terms.get(i).in(run.frame(firm, 2021));
        Map<String, Object> settings = settings(parameters, reading);
        Value theirs =
            gaps ? withErrors(program, settings, firm) : withUnknowns(program, settings, firm);
        String where = "seed " + seed + ", " + firm + ": " + rules.get(i).standard();
        assertEquals(gaps ? bare(theirs) : theirs, gaps ? bare(ours) : ours, where);
        known += ours instanceof Value.Missing ? 0 : 1;
      }
    }
    assertTrue(known > 0, "nothing is known with seed " + seed);
  }

  /** An error does not tell which facts are missing. */
  private static Value bare(Value value) {
    return value instanceof Value.Missing ? new Value.Missing(Set.of()) : value;
  }

  private static Cel standard(boolean gaps) {
    MapType any = MapType.create(SimpleType.STRING, SimpleType.DYN);
    var builder =
        CelFactory.standardCelBuilder()
            .setOptions(CelOptions.current().enableUnknownTracking(true).build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("reading", SimpleType.STRING)
            .addVar("on", SimpleType.STRING);
    List.of("p0", "p1", "open", "power").forEach(name -> builder.addVar(name, SimpleType.DOUBLE));
    if (gaps) {
      return builder.addVar("e", any).build();
    }
    FirmRegister.NUMBERS.forEach(name -> builder.addVar(name, SimpleType.DOUBLE));
    FirmRegister.TRUTHS.forEach(name -> builder.addVar(name, SimpleType.BOOL));
    FirmRegister.TEXTS.forEach(name -> builder.addVar(name, SimpleType.STRING));
    FirmRegister.DAYS.forEach(name -> builder.addVar(name, SimpleType.STRING));
    return builder.addVar("owner", any).addVar("titles", ListType.create(any)).build();
  }

  private static CelRuntime.Program program(Cel cel, String expression) {
    try {
      return cel.createProgram(cel.compile(expression).getAst());
    } catch (CelValidationException | CelEvaluationException e) {
      throw new AssertionError(expression, e);
    }
  }

  private static Map<String, Object> settings(Map<String, Exact> parameters, String reading) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("p1", -2.0);
    parameters.forEach((name, value) -> settings.put(name, value.decimal().doubleValue()));
    settings.put("reading", reading);
    settings.put("on", "2021-12-31");
    return settings;
  }

  private static Value withErrors(
      CelRuntime.Program program, Map<String, Object> settings, MapSubject firm) {
    Map<String, Object> variables = new HashMap<>(settings);
    variables.put("e", facts(firm));
    try {
      return value(program.eval(variables));
    } catch (CelEvaluationException e) {
      return new Value.Missing(Set.of());
    }
  }

  private static Value withUnknowns(
      CelRuntime.Program program, Map<String, Object> settings, MapSubject firm) {
    Map<String, Object> variables = new HashMap<>(settings);
    variables.putAll(facts(firm));
    List<CelAttributePattern> unknown = new ArrayList<>();
    unknown.add(CelAttributePattern.fromQualifiedIdentifier("open"));
    for (String fact : FirmRegister.CATALOGUE.entity("Firm").facts().keySet()) {
      if (!variables.containsKey(fact)) {
        unknown.add(CelAttributePattern.fromQualifiedIdentifier(fact));
      }
    }
    try {
      return value(
          program.advanceEvaluation(
              UnknownContext.create(name -> Optional.ofNullable(variables.get(name)), unknown)));
    } catch (CelEvaluationException e) {
      throw new AssertionError(e);
    }
  }

  /** The facts of a subject as the standard's library takes them. */
  private static Map<String, Object> facts(Subject subject) {
    Map<String, Object> facts = new HashMap<>();
    for (FactCatalogue.Fact fact :
        FirmRegister.CATALOGUE.entity(subject.entity()).facts().values()) {
      Object value = ((MapSubject) subject).value(fact.name());
      switch (value) {
        case null -> {}
        case BigDecimal number -> facts.put(fact.name(), number.doubleValue());
        case LocalDate day -> facts.put(fact.name(), day.toString());
        case Subject other -> facts.put(fact.name(), facts(other));
        case List<?> many ->
            facts.put(fact.name(), many.stream().map(one -> facts((Subject) one)).toList());
        default -> facts.put(fact.name(), value);
      }
    }
    return facts;
  }

  private static Value value(Object found) {
    return switch (found) {
      case Boolean holds -> Value.of(holds);
      case Double number -> Value.of(Exact.of(new BigDecimal(number)));
      case CelUnknownSet unknown ->
          new Value.Missing(
              unknown.attributes().stream()
                  .map(StandardAgreementTests::name)
                  .collect(Collectors.toSet()));
      default -> throw new AssertionError("the library gave " + found);
    };
  }

  private static String name(CelAttribute attribute) {
    return attribute.qualifiers().stream()
        .map(CelAttribute.Qualifier::asString)
        .collect(Collectors.joining("."));
  }
}
