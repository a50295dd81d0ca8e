package org.wuyou.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wuyou.console.cli.CommandFailure;
import org.wuyou.console.cli.Output;
import org.wuyou.console.cli.Server;
import org.wuyou.runtime.Product;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** The labelled sample rows that plugins carry, as CSV by entity; loaded the way users load. */
record SampleData(Map<String, byte[]> files) {
  private static final String FOLDER = "META-INF/wuyou/sample/";

  /** What the jars of a folder carry. */
  static SampleData of(Path plugins) throws IOException {
    return new SampleData(JarEntries.in(plugins, FOLDER, ".csv"));
  }

  /** Sends every file through the file exchange; a refused row is a fault of the sample. */
  void load(Product product, Server server, Output output) {
    for (String entity : inOrder(product.gateway().current().model(), files.keySet())) {
      JsonNode report =
          server.post(
              "files/" + entity + "?mode=commit&name=" + entity + ".csv",
              "text/csv",
              HttpRequest.BodyPublishers.ofByteArray(files.getOrDefault(entity, new byte[0])));
      if (!report.path("errors").isEmpty()) {
        JsonNode first = report.path("errors").path(0);
        throw new CommandFailure.Refused(
            "SAMPLE",
            output.texts().say("demo.sampleRefused", entity, first.path("message").asText()),
            report);
      }
      output.note("demo.loaded", entity, report.path("accepted").asLong());
    }
  }

  /** The entities so that each comes after those its rows point to. */
  static List<String> inOrder(Model model, Set<String> entities) {
    Set<String> ordered = new LinkedHashSet<>();
    entities.forEach(entity -> add(entity, model, entities, new ArrayList<>(), ordered));
    return List.copyOf(ordered);
  }

  private static void add(
      String entity, Model model, Set<String> wanted, List<String> path, Set<String> ordered) {
    EntityType type = model.entities().get(entity);
    if (type == null || path.contains(entity) || ordered.contains(entity)) {
      return;
    }
    path.add(entity);
    for (Field field : type.storedFields()) {
      if (field.type() instanceof ValueType.Reference(String target) && wanted.contains(target)) {
        add(target, model, wanted, path, ordered);
      }
    }
    path.remove(entity);
    ordered.add(entity);
  }
}
