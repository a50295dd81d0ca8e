package org.wuyou.runtime.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.load.FileImport;
import org.wuyou.gateway.files.load.ImportProgress;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.spi.Caller;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** Brings in the reference rows that a module carries (divisions, industries), by their keys. */
public final class ReferenceData {
  private final FileImport imports;
  private final Caller caller;
  private final Path folder;

  /**
   * @param folder where the texts lie while they are read
   */
  public ReferenceData(FileImport imports, Caller caller, Path folder) {
    this.imports = imports;
    this.caller = caller;
    this.folder = folder;
  }

  /**
   * Writes the rows of every text that differs from the one before.
   *
   * @param before texts of the version replaced
   * @return a fault for each row refused; the others are written
   */
  List<Fault> bringIn(PluginJar jar, Map<String, String> before, Model model) {
    List<Fault> faults = new ArrayList<>();
    for (String entity : inOrder(jar.reference().keySet(), model)) {
      String text = jar.reference().get(entity);
      if (text != null && !text.equals(before.get(entity))) {
        if (!model.entities().containsKey(entity)) {
          faults.add(unknownEntity(jar, entity));
          continue;
        }
        for (Finding finding : load(entity, text).errors()) {
          faults.add(fault(jar, entity, finding));
        }
      }
    }
    return faults;
  }

  private ImportReport load(String entity, String text) {
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, entity, ".csv");
      try {
        Files.writeString(file, text);
        return imports.run(ImportRequest.commit(entity, caller), file, ImportProgress.UNWATCHED);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reference rows of " + entity + " cannot be read", e);
    }
  }

  /** Entities after those they refer to. */
  private static Set<String> inOrder(Set<String> entities, Model model) {
    Set<String> done = new LinkedHashSet<>();
    new TreeSet<>(entities)
        .forEach(entity -> visit(entity, entities, model, done, new TreeSet<>()));
    return done;
  }

  private static void visit(
      String entity, Set<String> wanted, Model model, Set<String> done, Set<String> open) {
    EntityType type = model.entities().get(entity);
    if (!wanted.contains(entity) || done.contains(entity) || !open.add(entity)) {
      return;
    }
    if (type != null) {
      type.storedFields()
          .forEach(
              field -> {
                if (field.type() instanceof ValueType.Reference(String target)) {
                  visit(target, wanted, model, done, open);
                }
              });
    }
    done.add(entity);
  }

  private static Fault unknownEntity(PluginJar jar, String entity) {
    return new Fault(
        "REFERENCE_UNKNOWN_ENTITY",
        jar.module(),
        Place.of(PluginJar.REFERENCE + entity + ".csv"),
        new Label("没有实体 " + entity + "。", "There is no entity " + entity + "."),
        new Label("请以实体名命名该文件。", "Name the file after the entity it fills."));
  }

  private static Fault fault(PluginJar jar, String entity, Finding finding) {
    return new Fault(
        "REFERENCE_ROW_REFUSED",
        jar.module(),
        Place.of(PluginJar.REFERENCE + entity + ".csv", Math.max(0, row(finding))),
        finding.message(),
        new Label(
            "请改正该行后以新版本发布；其余各行已写入。",
            "Correct the row and release a new version; the other rows are written."));
  }

  private static int row(Finding finding) {
    Integer row = finding.row();
    return row == null ? 0 : row;
  }
}
