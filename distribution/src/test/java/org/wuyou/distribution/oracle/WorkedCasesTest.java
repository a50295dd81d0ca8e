package org.wuyou.distribution.oracle;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Cases worked by hand from the documents, beside those of the bundles: here the running product
 * answers, through its API, with its register filled as an office would fill it.
 */
@Tag("REG-04")
@DisplayName("Cases worked by hand")
class WorkedCasesTest {
  private static final CaseRunner RUNNER = new CaseRunner();

  @TestFactory
  List<DynamicTest> hold() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(WorkedCasesTest.class.getResource("/worked"));
    return OracleCase.in(Path.of(folder.toURI())).stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.id() + " " + one.clauses() + " " + one.title(),
                    () -> RUNNER.run(one, CaseRunner.adapter(one))))
        .toList();
  }

  @AfterAll
  static void stop() {
    RUNNER.close();
  }
}
