package org.wuyou.gateway.files.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.wuyou.gateway.files.load.Table;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.gateway.files.sheet.SheetFile;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Model;

/** The declared mappings by name; {@code auto} finds the one whose title the file has. */
public final class Mappings {
  private static final String SHIPPED = "/wuyou/mapping/yearbook.yaml";
  private static final String AUTO = "auto";

  private @Nullable Map<String, TableMapping> read;

  private Mappings() {}

  /** Those that come with the product; they are read when one is first asked for. */
  public static Mappings shipped() {
    return new Mappings();
  }

  private synchronized Map<String, TableMapping> byName() {
    Map<String, TableMapping> known = read;
    if (known == null) {
      try (InputStream in = Mappings.class.getResourceAsStream(SHIPPED)) {
        known = read(Objects.requireNonNull(in, SHIPPED));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      read = known;
    }
    return known;
  }

  public Set<String> names() {
    return byName().keySet();
  }

  /**
   * The table of a file as rows of the entity.
   *
   * @param parameters {@code year}, and {@code name}, the name of the file
   * @throws FileRefused if the file is not the table that the mapping declares
   */
  public Table table(
      String name, SheetFile file, EntityType entity, Model model, Map<String, String> parameters) {
    PublishedTable published = PublishedTable.read(file);
    TableMapping mapping = AUTO.equals(name) ? byTitle(published) : byName().get(name);
    if (mapping == null) {
      throw new FileRefused(
          "UNKNOWN_MAPPING",
          "没有名为“" + name + "”的对照表；可用：auto、" + String.join("、", byName().keySet()) + "。",
          "There is no mapping \""
              + name
              + "\"; use auto or one of "
              + String.join(", ", byName().keySet())
              + ".");
    }
    return new Unpivot(mapping, published, parameters).table(entity, model);
  }

  private TableMapping byTitle(PublishedTable published) {
    return byName().values().stream()
        .filter(mapping -> published.title().contains(mapping.title()))
        .findFirst()
        .orElseThrow(
            () ->
                new FileRefused(
                    "UNKNOWN_TABLE",
                    "没有与标题“" + published.title() + "”对应的对照表。",
                    "No mapping is declared for a table titled \"" + published.title() + "\"."));
  }

  private static Map<String, TableMapping> read(InputStream in) {
    Map<?, ?> root = map(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
    Map<?, ?> names = map(root.get("names"));
    Map<String, TableMapping> mappings = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map(root.get("mappings")).entrySet()) {
      String name = text(entry.getKey());
      mappings.put(name, mapping(name, map(entry.getValue()), names));
    }
    return mappings;
  }

  private static TableMapping mapping(String name, Map<?, ?> declared, Map<?, ?> names) {
    Map<?, ?> rows = map(declared.get("rows"));
    String kind = text(rows.get("are"));
    Map<String, String> codes = new LinkedHashMap<>();
    map(names.get(kind)).forEach((label, code) -> codes.put(text(label), text(code)));
    Map<String, TableMapping.Indicator> columns = new LinkedHashMap<>();
    map(declared.get("columns"))
        .forEach(
            (header, what) ->
                columns.put(
                    PublishedTable.fold(text(header)),
                    new TableMapping.Indicator(
                        text(map(what).get("indicator")), text(map(what).get("unit")))));
    return new TableMapping(
        name,
        PublishedTable.fold(text(declared.get("title"))),
        PublishedTable.fold(text(rows.get("header"))),
        codes,
        kind.equals("industries"),
        columns);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static String text(@Nullable Object value) {
    return (String) Objects.requireNonNull(value);
  }
}
