package org.wuyou.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.tool.CaseExplanation;
import org.wuyou.policy.tool.PolicyTool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wuyou policy explain}: clause by clause, why a case of a folder comes out as it does, or
 * an enterprise of a running server.
 */
@Command(name = "explain")
final class PolicyExplainCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FactSource facts;

  @Mixin private final Connection connection;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "policy.dir")
  private @Nullable Path folder;

  @Option(names = "--with", paramLabel = "DIR|JAR", descriptionKey = "policy.with")
  private List<Path> above = new ArrayList<>();

  @Option(names = "--rule", paramLabel = "ID", descriptionKey = "policy.rule")
  private @Nullable String rule;

  @Option(names = "--case", paramLabel = "NAME", descriptionKey = "policy.case")
  private @Nullable String example;

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "policy.explainRegion")
  private @Nullable String region;

  @Option(names = "--enterprise", paramLabel = "USCC", descriptionKey = "policy.enterprise")
  private @Nullable String enterprise;

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "policy.year")
  private @Nullable Integer year;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "policy.asOf")
  private @Nullable LocalDate asOf;

  PolicyExplainCommand(Connection connection, FactSource facts) {
    this.connection = connection;
    this.facts = facts;
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("a command runs only through its command line");
    }
    var line = spec.commandLine();
    Texts texts = connection.texts();
    Output output = new Output(line.getOut(), line.getErr(), connection.json(), texts);
    int exit;
    if (folder != null && enterprise == null) {
      exit = ofFolder(folder, output);
    } else if (folder == null && enterprise != null) {
      exit = ofEnterprise(enterprise, output);
    } else {
      throw new CommandFailure.Misused(texts.say("policy.explainWhat"));
    }
    output.out().flush();
    return exit;
  }

  private int ofFolder(Path named, Output output) throws IOException {
    PolicyFolder.Opened opened = new PolicyFolder(named, above).open(facts, output.texts());
    Compilation compilation = PolicyCompiler.read(opened.source(), opened.facts());
    if (compilation instanceof Compilation.Rejected rejected) {
      PolicyTool.Report report = PolicyTool.refused(rejected, output.texts().locale());
      output.text(output.json() ? report.json() : report.text());
      return ExitCode.REFUSED;
    }
    PolicyBundle bundle = ((Compilation.Compiled) compilation).bundle();
    List<PolicyCase> cases =
        CaseExplanation.cases(bundle, Optional.ofNullable(rule), Optional.ofNullable(example));
    if (cases.isEmpty()) {
      throw new CommandFailure.Refused("NO_CASE", output.texts().say("policy.noCase"));
    }
    JsonNode json = JSON.readTree(CaseExplanation.json(bundle, cases));
    output.result(json, () -> json.path("cases").forEach(one -> new Reasons(output).show(one)));
    return ExitCode.DONE;
  }

  private int ofEnterprise(String uscc, Output output) {
    ObjectNode variables = Operations.variables().put("uscc", uscc).put("region", region);
    // Of a year that was named, one looks from its end.
    LocalDate day = asOf == null && year != null ? LocalDate.of(year, 12, 31) : asOf;
    variables.put("year", year).put("asOf", day == null ? null : day.toString());
    JsonNode found =
        connection
            .server()
            .run(Operations.POLICIES, "ExplainEnterprise", variables)
            .path("enterprise");
    if (found.isNull()) {
      throw new CommandFailure.Refused(
          "NOT_FOUND", output.texts().say("policy.noEnterprise", uscc));
    }
    JsonNode json = Verdicts.of(found, rule);
    if (json.path("verdicts").isEmpty()) {
      throw new CommandFailure.Refused("NO_RULE", output.texts().say("policy.noRule"));
    }
    output.result(
        json,
        () -> {
          output.line(
              "policy.enterpriseHead", found.path("name").asText(), found.path("uscc").asText());
          json.path("verdicts").forEach(one -> new Reasons(output).show(one));
        });
    return ExitCode.DONE;
  }
}
