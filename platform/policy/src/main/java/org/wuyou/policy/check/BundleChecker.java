package org.wuyou.policy.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.ExpressionCompiler;
import org.wuyou.policy.expression.Vocabulary;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.model.Administration;
import org.wuyou.policy.model.Document;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Period;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/** Reads a bundle in the order in which its parts build on each other, telling all problems. */
public final class BundleChecker {
  private static final Text NAMELESS = new Text("", "");

  private final BundleSource source;
  private final FactCatalogue catalogue;
  private final Problems problems;

  public BundleChecker(BundleSource source, FactCatalogue catalogue, Problems problems) {
    this.source = source;
    this.catalogue = catalogue;
    this.problems = problems;
  }

  /** The bundle as far as it can be read; it hangs together if no problem was told. */
  public Optional<PolicyBundle> check() {
    BundleFiles files = BundleFiles.read(source, problems);
    if (files.bundle().isEmpty()) {
      return Optional.empty();
    }
    Keys keys = files.bundle().get();
    String id = keys.requiredScalar("bundle").map(Yaml.Scalar::text).orElse("");
    String region = keys.requiredScalar("region").map(Yaml.Scalar::text).orElse("");
    PackagingReader.read(keys, problems);
    keys.date("effective"); // BundleSource tells it; here it is only checked
    Text name = keys.bilingual("name", ProblemCode.MISSING_KEY).orElse(NAMELESS);
    List<Document> documents = documents(keys);
    Period valid = valid(keys);
    Map<String, Text> departments = new LinkedHashMap<>();
    files.above().forEach(above -> departments.putAll(departments(above)));
    departments.putAll(departments(keys));

    DeclarationReader declarations = new DeclarationReader(problems);
    Registers<Reading> readings = register("口径", "reading", ProblemCode.UNKNOWN_READING);
    files
        .named("readings", problems)
        .forEach(
            entry ->
                readings.add(
                    entry.name(), problems.sound(() -> Optional.of(declarations.reading(entry)))));
    HeadReader heads =
        new HeadReader(valid, departments, readings, files.ids("tasks", problems), problems);
    Registers<Parameter> parameters = register("参数", "parameter", ProblemCode.UNKNOWN_PARAMETER);
    ParameterReader parameterReader =
        new ParameterReader(declarations, heads, parameters, valid, problems);
    files.named("parameters", problems).forEach(parameterReader::read);
    FactDefiner facts = new FactDefiner(catalogue, problems);
    files.named("facts", problems).forEach(facts::read);

    ExpressionCompiler expressions =
        new ExpressionCompiler(vocabulary(parameters, readings, facts), files.texts(), problems);
    facts.define(expressions);
    RuleContext context =
        new RuleContext(catalogue, expressions, heads, declarations, parameters, facts, problems);
    Choices choices = new Choices(readings, problems);
    Administration administration = new AdministrationReader(heads, choices, problems).read(files);
    RuleKinds.Read rules =
        new RuleKinds(files, context)
            .read(new CalendarReader(context, choices, administration.units(departments)));
    List<PolicyCase> cases =
        new CaseReader(catalogue, readings, rules.book(), problems).read(files);
    files.close();
    PolicyBundle bundle =
        new PolicyBundle(
            id,
            region,
            name,
            documents,
            valid,
            Map.copyOf(departments),
            copy(parameters),
            copy(readings),
            rules.indicators(),
            rules.book(),
            administration,
            cases,
            catalogue.absences(),
            facts.all(),
            digest(files.texts()));
    // What cannot be read would seem to be unused.
    if (problems.none()) {
      unused(parameters, expressions.mentioned());
      new Contradictions(bundle, problems).check();
    }
    return Optional.of(bundle);
  }

  /**
   * A figure that decides nothing is a slip, unless it is kept as a figure of the document; shared
   * practice and the bundles above hold more than any one bundle uses.
   */
  private void unused(Registers<Parameter> parameters, Set<String> mentioned) {
    parameters
        .all()
        .forEach(
            (id, parameter) -> {
              if (!mentioned.contains(id)
                  && !parameters.found().contains(id)
                  && parameter.citation().figures().isEmpty()
                  && !parameter.spot().file().startsWith("standard/")
                  && !parameter.spot().file().startsWith(Inheritance.FOLDER)) {
                problems.add(
                    ProblemCode.UNUSED_PARAMETER,
                    parameter.spot(),
                    new Text("没有规则用到参数 " + id, "nothing uses the parameter " + id),
                    new Text("在规则里用它，或删去它。", "Use it in a rule, or remove it."));
              }
            });
  }

  private <T> Registers<T> register(String zh, String en, ProblemCode unknown) {
    return new Registers<>(new Text(zh, en), unknown, problems);
  }

  private static <T> Map<String, T> copy(Registers<T> register) {
    return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(register.all()));
  }

  private Vocabulary vocabulary(
      Registers<Parameter> parameters, Registers<Reading> readings, FactDefiner facts) {
    Map<String, Unit.Dimension> dimensions = new LinkedHashMap<>();
    parameters.all().forEach((id, parameter) -> dimensions.put(id, parameter.unit().dimension()));
    Map<String, List<String>> choices = new HashMap<>();
    readings
        .all()
        .forEach((id, reading) -> choices.put(id, List.copyOf(reading.choices().keySet())));
    Set<String> broken = new HashSet<>(parameters.broken());
    broken.addAll(readings.broken());
    return new Vocabulary(catalogue, dimensions, choices, broken, facts.byEntity());
  }

  private List<Document> documents(Keys keys) {
    List<Document> documents = new ArrayList<>();
    for (Yaml value : keys.items("documents")) {
      Keys document = Keys.of(value, problems);
      Text name = document.bilingual("name", ProblemCode.MISSING_KEY).orElse(NAMELESS);
      Text issuer = document.bilingual("issuer", ProblemCode.MISSING_KEY).orElse(NAMELESS);
      Optional<String> number = document.text("number");
      Optional<LocalDate> issued = document.date("issued");
      Optional<String> origin = document.text("source");
      document.close();
      documents.add(new Document(name, issuer, number, issued, origin));
    }
    return documents;
  }

  private Period valid(Keys keys) {
    Optional<Period> valid =
        keys.get("valid").flatMap(value -> HeadReader.period(Keys.of(value, problems), problems));
    if (!keys.has("valid")) {
      keys.missing("valid");
    }
    return valid.orElse(new Period(LocalDate.EPOCH, Optional.empty()));
  }

  private Map<String, Text> departments(Keys keys) {
    Map<String, Text> departments = new LinkedHashMap<>();
    keys.entries("departments")
        .forEach(
            (id, value) -> {
              Keys text = Keys.of(value, problems);
              departments.put(
                  id.text(), new Text(text.text("zh").orElse(""), text.text("en").orElse("")));
              text.close();
            });
    return departments;
  }

  private static String digest(SortedMap<String, String> texts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      texts.forEach(
          (name, text) -> {
            sha.update(name.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
          });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
