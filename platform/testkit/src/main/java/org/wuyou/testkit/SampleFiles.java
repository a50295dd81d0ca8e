package org.wuyou.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** The sample data that modules carry, sent to a running product the way users send files. */
public final class SampleFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Path> files = new LinkedHashMap<>();

  private SampleFiles() {}

  /**
   * Of these modules.
   *
   * @param modules folders relative to the root of the source tree ({@code plugins/registry})
   */
  public static SampleFiles of(String... modules) throws IOException {
    SampleFiles sample = new SampleFiles();
    for (String module : modules) {
      Path folder =
          PluginFolder.root().resolve(module).resolve("src/main/resources/META-INF/wuyou/sample");
      try (Stream<Path> entries = Files.list(folder)) {
        entries.sorted().forEach(file -> sample.files.put(entity(file), file));
      }
    }
    return sample;
  }

  /** Loads every file, each after those its rows point to; fails the test at a refused row. */
  public void load(RunningProduct product) throws IOException {
    Model model = product.product().gateway().current().model();
    List<String> ordered = new ArrayList<>();
    files.keySet().forEach(entity -> add(entity, model, new ArrayList<>(), ordered));
    for (String entity : ordered) {
      send(product.client(), entity);
    }
  }

  private void send(GraphqlClient client, String entity) throws IOException {
    JsonNode report =
        JSON.readTree(
            client
                .send(
                    client
                        .request("/files/" + entity + "?mode=commit&name=" + entity + ".csv")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofFile(files.get(entity)))
                        .build())
                .body());
    if (!report.path("errors").isEmpty() || !report.path("accepted").isInt()) {
      throw new AssertionError(entity + ".csv of the sample: " + report.toPrettyString());
    }
  }

  private void add(String entity, Model model, List<String> path, List<String> ordered) {
    EntityType type = model.entities().get(entity);
    if (type == null) {
      throw new AssertionError(files.get(entity) + " is of no entity");
    }
    if (path.contains(entity) || ordered.contains(entity)) {
      return;
    }
    path.add(entity);
    for (Field field : type.storedFields()) {
      if (field.type() instanceof ValueType.Reference(String target) && files.containsKey(target)) {
        add(target, model, path, ordered);
      }
    }
    path.remove(entity);
    ordered.add(entity);
  }

  private static String entity(Path file) {
    return String.valueOf(file.getFileName()).replace(".csv", "");
  }
}
