package org.wuyou.gateway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wuyou.gateway.files.Fixture.A;
import static org.wuyou.gateway.files.Fixture.ADMIN;
import static org.wuyou.gateway.files.Fixture.B;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.files.export.ExportRequest;
import org.wuyou.gateway.files.export.FileExport;
import org.wuyou.gateway.files.export.FileFormat;
import org.wuyou.gateway.files.load.FileImport;
import org.wuyou.gateway.files.load.ImportProgress;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.gateway.files.mapping.Mappings;
import org.wuyou.gateway.files.sheet.FileLimits;
import org.wuyou.store.StoreSettings;
import org.wuyou.store.WuyouStore;

@DisplayName("Files and the store on disk")
class StoredFilesTest {
  @TempDir private Path directory;
  private WuyouStore store;

  @BeforeEach
  void open() {
    store = WuyouStore.open(StoreSettings.of(directory.resolve("store"), Register.MODEL));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  @Tag("REG-01")
  void the_register_is_taken_is_known_after_a_restart_and_comes_back_equal() throws IOException {
    Path file = RealData.file("enterprises-industrial-4regions.csv");
    ImportReport preview = send(ImportRequest.preview("Enterprise", ADMIN), file);
    assertEquals(0, store.snapshot().table("Enterprise").size());
    ImportReport first = send(ImportRequest.commit("Enterprise", ADMIN), file);
    assertEquals(8198, first.accepted());
    assertEquals(preview.accepted(), first.accepted());
    assertEquals(preview.warnings(), first.warnings());

    store.close();
    open();
    ImportReport again = send(ImportRequest.commit("Enterprise", ADMIN), file);
    assertEquals(8198, again.unchanged());

    for (FileFormat format : List.of(FileFormat.Csv.UTF_8, new FileFormat.Xlsx())) {
      Path given = Files.write(directory.resolve("given"), export(format));
      ImportReport back = send(ImportRequest.commit("Enterprise", ADMIN), given);
      assertEquals(8198, back.unchanged(), () -> back.errors().toString());
      assertEquals(List.of(), back.warnings());
    }
    assertTrue(export(FileFormat.Csv.UTF_8).length > 1_000_000);
  }

  @Test
  void rows_that_the_store_refuses_are_reported_and_the_others_taken() throws IOException {
    Path enterprises = Files.writeString(directory.resolve("e.csv"), "uscc,name\n" + A + ",甲\n");
    send(ImportRequest.commit("Enterprise", ADMIN), enterprises);
    Path returns =
        Files.writeString(
            directory.resolve("r.csv"),
            "企业,年度,营业收入(万元)\n" + A + ",2024,5\n" + B + ",2024,6\n" + A + ",2025,7\n");
    ImportReport preview = send(ImportRequest.preview("YearlyReturn", ADMIN), returns);
    ImportReport report = send(ImportRequest.commit("YearlyReturn", ADMIN), returns);
    assertEquals(2, report.accepted());
    assertEquals("REFERENCE_NOT_FOUND", report.errors().getFirst().code());
    assertEquals(3, report.errors().getFirst().row());
    assertEquals("企业", report.errors().getFirst().column());
    assertEquals(preview.errors(), report.errors());
    assertEquals(2, store.snapshot().table("YearlyReturn").size());
    assertEquals(2, send(ImportRequest.commit("YearlyReturn", ADMIN), returns).unchanged());
  }

  @Test
  void an_atomic_file_with_one_bad_row_changes_nothing() throws IOException {
    Path file =
        Files.writeString(directory.resolve("e.csv"), "uscc,name\n" + A + ",甲\n" + B + ",\n");
    ImportReport report = send(ImportRequest.commit("Enterprise", ADMIN).atomically(), file);
    assertEquals(List.of("REQUIRED"), report.errors().stream().map(Finding::code).toList());
    assertEquals(2, report.refused());
    assertEquals(0, store.snapshot().table("Enterprise").size());
  }

  private ImportReport send(ImportRequest request, Path file) throws IOException {
    return new FileImport(
            store,
            CommitAudit.NONE,
            Register.GENERATION::access,
            Mappings.shipped(),
            FileLimits.DEFAULT)
        .run(request, file, ImportProgress.UNWATCHED);
  }

  private byte[] export(FileFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FileExport(store.snapshot(), Register.GENERATION.access())
        .prepare(ExportRequest.all("Enterprise", ADMIN, format))
        .write(out);
    return out.toByteArray();
  }
}
