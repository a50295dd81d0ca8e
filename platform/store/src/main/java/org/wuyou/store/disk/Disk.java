package org.wuyou.store.disk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.wuyou.store.column.LongBlock;
import org.wuyou.store.table.Layout;
import org.wuyou.store.table.LiveTable;
import org.wuyou.store.table.TableState;

/** What the register keeps on disk: tables, their schemas, documents. Used by the writer alone. */
public final class Disk implements AutoCloseable {
  private final Vault vault;
  private final Map<String, StoredTable> tables = new LinkedHashMap<>();
  private final Map<String, TableSchema> schemas = new LinkedHashMap<>();
  private final Map<String, StoredDocument> documents = new TreeMap<>();
  private final PageCodec pages = new PageCodec();

  private Disk(Vault vault) {
    this.vault = vault;
  }

  /** What the first opening of a process does once, so that it can be done beforehand. */
  public static void firstUse() {
    Vault.firstUse();
  }

  public static Disk open(Path directory, Duration limit) {
    Vault vault = Vault.open(directory, limit);
    Disk disk = new Disk(vault);
    try {
      for (StoredTable table : vault.root().tables) {
        TableSchema schema = SchemaCodec.decode(table.schema, "schema");
        disk.tables.put(schema.entity(), table);
        disk.schemas.put(schema.entity(), schema);
      }
      for (StoredDocument document : vault.root().documents) {
        ByteReader.of(document.data, "document " + document.name);
        disk.documents.put(document.name, document);
      }
      return disk;
    } catch (RuntimeException e) {
      vault.close();
      throw e;
    }
  }

  public Head head() {
    return HeadCodec.decode(vault.root().head);
  }

  /** Every table kept, by entity. */
  public Map<String, TableSchema> schemas() {
    return schemas;
  }

  /** Reads a table's rows into memory; a page whose checksum is wrong is named and refused. */
  public LiveTable load(String entity, Layout layout) {
    StoredTable table = Objects.requireNonNull(tables.get(entity));
    return LiveTable.load(
        layout,
        (buffers, number) -> {
          if (number >= table.segments.length) {
            return -1;
          }
          int rows = 0;
          StoredPage[] stored = table.segments[number].pages;
          for (int i = 0; i < stored.length && stored[i] != null; i++) {
            StoredPage page = stored[i];
            byte[] data = Objects.requireNonNull(page.data, "page already released");
            String where = "page " + (number * StoredSegment.PAGES + i) + " of " + entity;
            rows += PageCodec.decode(data, where, buffers, i * PageCodec.ROWS);
          }
          return rows;
        });
  }

  /** Lets go of the pages' bytes, once all tables stand in memory. */
  public void release() {
    for (StoredTable table : tables.values()) {
      for (StoredSegment segment : table.segments) {
        for (StoredPage page : segment.pages) {
          if (page != null) {
            page.data = null;
          }
        }
      }
    }
  }

  /** One durable commit of changed rows, schemas and documents. */
  public void write(Batch batch) {
    List<Object> changed = new ArrayList<>();
    List<StoredPage> written = new ArrayList<>();
    batch
        .renamed()
        .forEach(
            (before, after) -> {
              tables.put(after, Objects.requireNonNull(tables.remove(before)));
              schemas.remove(before);
            });
    for (TableSchema schema : batch.schemas()) {
      StoredTable table = tables.get(schema.entity());
      if (table == null) {
        table = add(schema.entity(), changed);
      }
      table.schema = SchemaCodec.encode(schema);
      schemas.put(schema.entity(), schema);
      changed.add(table);
    }
    batch.pages().forEach((state, dirty) -> pages(state, dirty, changed, written));
    documents(batch.documents(), changed);
    vault.root().head = HeadCodec.encode(batch.head());
    changed.add(vault.root());
    vault.store(changed);
    for (StoredPage page : written) {
      page.data = null;
    }
  }

  private StoredTable add(String entity, List<Object> changed) {
    StoredTable table = new StoredTable();
    StoredRoot root = vault.root();
    root.tables = Arrays.copyOf(root.tables, root.tables.length + 1);
    root.tables[root.tables.length - 1] = table;
    tables.put(entity, table);
    changed.add(root.tables);
    return table;
  }

  private void pages(
      TableState state, BitSet dirty, List<Object> changed, List<StoredPage> written) {
    StoredTable table = Objects.requireNonNull(tables.get(state.layout().entity()));
    int needed = (state.limit() + LongBlock.ROWS - 1) >> LongBlock.SHIFT;
    if (needed > table.segments.length) {
      int had = table.segments.length;
      table.segments = Arrays.copyOf(table.segments, needed);
      for (int i = had; i < needed; i++) {
        table.segments[i] = new StoredSegment();
      }
      changed.add(table);
    }
    BitSet grown = new BitSet();
    for (int number = dirty.nextSetBit(0); number >= 0; number = dirty.nextSetBit(number + 1)) {
      StoredPage[] siblings = table.segments[number / StoredSegment.PAGES].pages;
      int within = number % StoredSegment.PAGES;
      StoredPage page = siblings[within];
      if (page == null) {
        page = new StoredPage();
        siblings[within] = page;
        grown.set(number / StoredSegment.PAGES);
      }
      page.data = pages.encode(state, number);
      written.add(page);
      changed.add(page);
    }
    grown.stream().forEach(segment -> changed.add(table.segments[segment].pages));
  }

  private void documents(Map<String, byte[]> puts, List<Object> changed) {
    boolean names = false;
    for (Map.Entry<String, byte[]> put : puts.entrySet()) {
      // An empty array stands for removal; a document's own bytes always carry a checksum.
      if (put.getValue().length == 0) {
        names |= documents.remove(put.getKey()) != null;
        continue;
      }
      StoredDocument document = documents.get(put.getKey());
      if (document == null) {
        document = new StoredDocument();
        document.name = put.getKey();
        documents.put(put.getKey(), document);
        names = true;
      }
      document.data = put.getValue();
      changed.add(document);
    }
    if (names) {
      vault.root().documents = documents.values().toArray(StoredDocument[]::new);
    }
  }

  /** The documents as stored, by name. */
  public Map<String, byte[]> documents() {
    Map<String, byte[]> all = new TreeMap<>();
    documents.forEach(
        (name, document) -> all.put(name, ByteReader.of(document.data, name).bytes()));
    return all;
  }

  /** A document's content in stored form. */
  public static byte[] sealed(byte[] content) {
    return new ByteWriter(content.length + 8).bytes(content).sealed();
  }

  public void copyTo(Path target) {
    vault.copyTo(target);
  }

  @Override
  public void close() {
    vault.close();
  }
}
