package org.wuyou.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

@DisplayName("README.md")
@ExtendWith(WithDemo.class)
class ReadmeTest {
  private static final Path FILE = ImageFiles.ROOT.resolve("README.md");

  @Test
  void the_first_query_gives_the_answer_that_is_printed_below_it(DemoServer demo) throws Exception {
    String command = blocks("sh").get(2);
    String printed = blocks("json").getFirst();
    assertTrue(command.startsWith("distribution/bin/wuyou query"), command);
    String here =
        command
            .replace("distribution/bin/wuyou", "'" + WuyouProcess.SCRIPT + "'")
            .replace("distribution/data/demo/token", "'" + demo.tokenFile() + "'");
    WuyouProcess.Ended ended =
        WuyouProcess.run(Map.of("WUYOU_URL", demo.url.toString()), List.of("bash", "-c", here));
    assertEquals(0, ended.exit(), ended.all());
    ObjectMapper json = new ObjectMapper();
    assertEquals(
        json.readTree(printed).toPrettyString(), json.readTree(ended.out()).toPrettyString());
  }

  @Test
  void names_the_two_commands() throws IOException {
    assertEquals("distribution/bin/wuyou demo\n", blocks("sh").get(0));
    assertEquals("mvn -B verify\n", blocks("sh").get(1));
    assertTrue(Files.isExecutable(ImageFiles.ROOT.resolve("distribution/bin/wuyou")));
  }

  @TestFactory
  Stream<DynamicTest> links_to_pages_that_are_there() throws IOException {
    Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(FILE));
    return links
        .results()
        .map(link -> link.group(1))
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path, () -> assertTrue(Files.exists(ImageFiles.ROOT.resolve(path)))));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(FILE))
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
