package org.wuyou.distribution.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * Every case of {@code oracle.dir}, one test each, answered by the running product. Without that
 * folder there is nothing to run.
 */
@Tag("oracle")
@DisplayName("The oracle's cases")
class OracleTest {
  private static final Path FOLDER = Path.of(System.getProperty("oracle.dir", "no-oracle"));
  private static final CaseRunner RUNNER = new CaseRunner();
  private static final AtomicInteger PASSED = new AtomicInteger();
  private static final AtomicInteger FAILED = new AtomicInteger();
  private static final AtomicInteger WITHOUT = new AtomicInteger();

  @TestFactory
  List<DynamicTest> hold() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no folder " + FOLDER);
    return OracleCase.in(FOLDER).stream()
        .map(c -> DynamicTest.dynamicTest(c.id() + " " + c.title(), () -> run(c)))
        .toList();
  }

  private static void run(OracleCase given) {
    try {
      RUNNER.run(given, CaseRunner.adapter(given));
      PASSED.incrementAndGet();
    } catch (TestAbortedException withoutAdapter) {
      WITHOUT.incrementAndGet();
      throw withoutAdapter;
    } catch (RuntimeException | AssertionError failure) {
      FAILED.incrementAndGet();
      throw failure;
    }
  }

  @AfterAll
  static void tell() {
    RUNNER.close();
    System.out.println(
        "\noracle: " + PASSED + " passed, " + FAILED + " failed, " + WITHOUT + " without adapter");
  }
}
