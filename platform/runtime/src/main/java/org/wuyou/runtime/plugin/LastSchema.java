package org.wuyou.runtime.plugin;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.gateway.SchemaComposer;
import org.wuyou.gateway.Shape;
import org.wuyou.spi.Contribution;

/**
 * The texts of the schema that answered last, kept on disk so that a start can make its shape while
 * the store is still being opened. No more than a guess: where other texts are to answer, or none
 * can be read, the shape is made when they are known.
 */
public final class LastSchema {
  private static final Logger LOG = LoggerFactory.getLogger(LastSchema.class);

  private final Path file;
  private volatile CompletableFuture<Optional<Shape>> guess = new CompletableFuture<>();
  private List<Map<String, String>> kept = List.of();

  public LastSchema(Path file) {
    this.file = file;
  }

  /** Begins to make the shape, in a thread of its own. */
  public LastSchema begin() {
    CompletableFuture<Optional<Shape>> making = guess;
    Thread.ofPlatform()
        .daemon()
        .name("last-schema")
        .start(
            () -> {
              try {
                making.complete(read().map(SchemaComposer::recall));
              } catch (IOException | RuntimeException e) {
                LOG.debug("{} is of no use: {}", file, e.toString());
                making.complete(Optional.empty());
              }
            });
    return this;
  }

  /** The shape of these contributions; waits for the guess if that is still being made. */
  Shape of(List<Contribution> contributions) {
    return guess
        .join()
        .filter(shape -> shape.isOf(contributions))
        .orElseGet(() -> SchemaComposer.recall(contributions));
  }

  /** Keeps the texts of what answers now for the next start, and lets go of the guess. */
  synchronized void keep(List<Contribution> contributions) {
    guess = CompletableFuture.completedFuture(Optional.empty());
    List<Map<String, String>> texts = contributions.stream().map(Contribution::sources).toList();
    if (texts.equals(kept)) {
      return;
    }
    kept = texts;
    try {
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      write(part, contributions);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("the next start will take longer: {}", e.toString());
    }
  }

  private Optional<List<Contribution>> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      List<Contribution> contributions = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        String module = in.readUTF();
        Map<String, String> sources = new LinkedHashMap<>();
        for (int files = in.readInt(); files > 0; files--) {
          sources.put(
              in.readUTF(), new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        contributions.add(new Contribution(module, "", sources, Map.of(), Map.of()));
      }
      return Optional.of(contributions);
    }
  }

  private static void write(Path target, List<Contribution> contributions) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
      out.writeInt(contributions.size());
      for (Contribution contribution : contributions) {
        out.writeUTF(contribution.module());
        out.writeInt(contribution.sources().size());
        for (Map.Entry<String, String> source : new TreeMap<>(contribution.sources()).entrySet()) {
          byte[] text = source.getValue().getBytes(StandardCharsets.UTF_8);
          out.writeUTF(source.getKey());
          out.writeInt(text.length);
          out.write(text);
        }
      }
    }
  }
}
