package org.wuyou.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.distribution.WuyouProcess.Ended;

@DisplayName("The commands against the running product")
@ExtendWith(WithDemo.class)
class CommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path folder;

  @Test
  void what_is_exported_changes_nothing_when_it_comes_back(DemoServer demo) throws Exception {
    for (String format : List.of("csv", "xlsx")) {
      Path file = folder.resolve("企业." + format);
      Ended exported = demo.wuyou("export", "Enterprise", file.toString());
      assertEquals(0, exported.exit(), exported.all());
      Ended imported = demo.wuyou("import", "Enterprise", file.toString(), "--json");
      assertEquals(0, imported.exit(), imported.all());
      JsonNode report = JSON.readTree(imported.out());
      assertEquals(0, report.path("accepted").asInt(), imported.out());
      assertEquals(0, report.path("updated").asInt(), imported.out());
      assertTrue(report.path("unchanged").asInt() > 100, imported.out());
    }
  }

  @Test
  void a_bad_row_is_named_with_its_remedy_and_written_to_the_error_file(DemoServer demo)
      throws Exception {
    Path file =
        Files.writeString(folder.resolve("坏.csv"), "统一社会信用代码,企业名称\n91140500MA0GXXXX0I,坏代码\n");
    Path errors = folder.resolve("errors.csv");
    Ended ended =
        demo.wuyou(
            "import",
            "Enterprise",
            file.toString(),
            "--preview",
            "--error-file",
            errors.toString());
    assertEquals(1, ended.exit(), ended.all());
    assertTrue(ended.out().contains("91140500MA0GXXXX0I"), ended.out());
    assertTrue(Files.readString(errors).contains("坏代码"));
  }

  @Test
  void a_reader_may_ask_but_not_administer(DemoServer demo) throws Exception {
    Ended made =
        demo.wuyou(
            "query",
            "-e",
            "mutation { tokenCreate(input: {name: \"看\", roles: [READER]}) { token } }");
    String token = JSON.readTree(made.out()).at("/data/tokenCreate/token").asText();
    Map<String, String> reader = Map.of("WUYOU_URL", demo.url.toString(), "WUYOU_TOKEN", token);
    Ended asked =
        WuyouProcess.run(
            reader, WuyouProcess.SCRIPT, "query", "-e", "{ enterprises { totalCount } }");
    assertEquals(0, asked.exit(), asked.all());
    Ended refused = WuyouProcess.run(reader, WuyouProcess.SCRIPT, "plugin", "list");
    assertEquals(1, refused.exit(), refused.all());
    assertTrue(refused.err().contains("FORBIDDEN"), refused.err());
  }

  @Test
  void lists_and_diagnoses_plugins_and_the_log_of_changes(DemoServer demo) throws Exception {
    Ended list = demo.wuyou("plugin", "list");
    assertEquals(0, list.exit(), list.all());
    for (String module :
        List.of(
            "registry",
            "region-jincheng",
            "region-shanxi",
            "region-panjin",
            "region-linyi",
            "region-jiangxi")) {
      assertTrue(list.out().contains(module), list.out());
    }
    Ended diagnosis = demo.wuyou("plugin", "diagnose", "registry");
    assertEquals(0, diagnosis.exit(), diagnosis.all());
    assertTrue(diagnosis.out().contains("运行中"), diagnosis.out());
    Ended audit = demo.wuyou("audit", "--last", "5");
    assertEquals(0, audit.exit(), audit.all());
  }

  @Test
  void a_backup_can_be_restored_into_another_directory(DemoServer demo) throws Exception {
    Ended backup = demo.wuyou("backup", "--json");
    assertEquals(0, backup.exit(), backup.all());
    String path = JSON.readTree(backup.out()).path("path").asText();
    Ended restored =
        WuyouProcess.run(
            Map.of(),
            WuyouProcess.SCRIPT,
            "restore",
            path,
            "--data",
            folder.resolve("restored").toString());
    assertEquals(0, restored.exit(), restored.all());
    assertTrue(Files.isDirectory(folder.resolve("restored/store")));
  }

  @Test
  void the_shell_works_on_a_pseudo_terminal(DemoServer demo) throws Exception {
    Path typed =
        Files.writeString(folder.resolve("typed"), "plugin list\nplugin list | json\nexit\n");
    String shell =
        "script -qec \"'" + WuyouProcess.SCRIPT + "' shell\" /dev/null < '" + typed + "'";
    Ended ended =
        WuyouProcess.run(
            Map.of(
                "WUYOU_URL", demo.url.toString(),
                "WUYOU_TOKEN", demo.token(),
                "TERM", "xterm",
                "HOME", folder.toString()),
            List.of("bash", "-c", shell));
    assertEquals(0, ended.exit(), ended.all());
    assertTrue(ended.out().contains("运行中"), ended.out());
    assertTrue(ended.out().contains("\"module\" : \"registry\""), ended.out());
  }

  /** What the folder's bundle and a lower growth would do together. */
  private static Ended reform(DemoServer demo, Path candidate, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("policy", "simulate", candidate.toString()));
    words.addAll(List.of("--region", "140500", "--rule", "JC-N05"));
    words.addAll(List.of("--set", "middleGrowth=5", "--year", "2021"));
    words.addAll(List.of(more));
    return demo.wuyou(words.toArray(String[]::new));
  }

  @Test
  void a_candidate_folder_is_held_against_the_present(DemoServer demo) throws Exception {
    Path candidate = ImageFiles.ROOT.resolve("plugins/region-jincheng");
    Ended table = reform(demo, candidate);
    assertEquals(0, table.exit(), table.all());
    assertTrue(table.out().contains("高平市"), table.out());
    Ended json = reform(demo, candidate, "--json");
    JsonNode total = JSON.readTree(json.out()).path("total");
    assertTrue(total.path("winners").asInt() > 0, json.out());
    assertEquals(
        total.path("presentEligible").asInt() + total.path("winners").asInt(),
        total.path("reformEligible").asInt(),
        json.out());
    Path wrong = Files.createDirectory(folder.resolve("wrong"));
    Files.writeString(wrong.resolve("bundle.yaml"), "bundle: wrong\nregions: \"140500\"\n");
    Ended refused =
        demo.wuyou(
            "policy",
            "simulate",
            wrong.toString(),
            "--region",
            "140500",
            "--rule",
            "JC-N05",
            "--json");
    assertEquals(1, refused.exit(), refused.all());
    assertTrue(refused.out().contains("UNKNOWN_KEY bundle.yaml:2:1"), refused.all());
  }

  @Test
  void a_bundle_that_inherits_a_shipped_one_is_checked_without_a_server() throws Exception {
    Path city = Files.createDirectory(folder.resolve("city"));
    String head =
        """
        bundle: city-2020
        region: "140800"
        inherits: %s
        name: {zh: 市级细则, en: Rules of a city}
        documents: [{name: {zh: 细则, en: Rules}, issuer: {zh: 市政府, en: City}, issued: 2020-06-01}]
        valid: {from: 2020-06-01, to: 2021-01-31}
        """;
    Files.writeString(city.resolve("bundle.yaml"), head.formatted("shanxi-2020"));
    Ended shipped =
        WuyouProcess.run(Map.of(), WuyouProcess.SCRIPT, "policy", "check", city.toString());
    assertEquals(0, shipped.exit(), shipped.all());
    Files.writeString(city.resolve("bundle.yaml"), head.formatted("shanxi-2021"));
    Ended unknown =
        WuyouProcess.run(
            Map.of(), WuyouProcess.SCRIPT, "policy", "check", city.toString(), "--lang", "en");
    assertEquals(1, unknown.exit(), unknown.all());
    assertTrue(unknown.out().contains("UNKNOWN_BUNDLE bundle.yaml:3:11"), unknown.out());
    assertTrue(unknown.out().contains("did you mean shanxi-2020?"), unknown.out());
    Path county = Files.createDirectory(folder.resolve("county"));
    Files.writeString(
        county.resolve("bundle.yaml"),
        head.formatted("city-2020")
            .replace("bundle: city-2020", "bundle: county-2020")
            .replace("140800", "140802"));
    Files.writeString(city.resolve("bundle.yaml"), head.formatted("shanxi-2020"));
    Ended named =
        WuyouProcess.run(
            Map.of(),
            WuyouProcess.SCRIPT,
            "policy",
            "check",
            county.toString(),
            "--with",
            city.toString());
    assertEquals(0, named.exit(), named.all());
  }

  /** A document that the schema refuses answers with a code of validation, whatever the data. */
  @TestFactory
  Stream<DynamicTest> every_operation_of_the_administration_fits_the_schema(DemoServer demo)
      throws Exception {
    String document =
        JSON.readTree(JSON.writeValueAsString(demo.get("/console/operations.graphql").body()))
            .asText();
    Matcher names = Pattern.compile("(?m)^(?:query|mutation) (\\w+)").matcher(document);
    return names
        .results()
        .map(name -> name.group(1))
        .filter(name -> !name.equals("Backup"))
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      String body =
                          JSON.writeValueAsString(
                              Map.of(
                                  "query",
                                  document,
                                  "operationName",
                                  name,
                                  "variables",
                                  Map.of("upload", "none", "module", "none", "first", 1)));
                      JsonNode answer =
                          JSON.readTree(demo.post("/graphql", "application/json", body).body());
                      assertTrue(answer.path("errors").isEmpty(), answer.toPrettyString());
                      assertTrue(answer.path("data").isObject(), answer.toPrettyString());
                    }));
  }
}
