package org.wuyou.gateway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
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

@DisplayName("Four provinces in one go")
@Tag("slow")
class ImportSpeedTest {
  @TempDir private Path directory;

  @Test
  void fifty_thousand_enterprises_are_taken_and_the_speed_told() throws IOException {
    Path file = directory.resolve("provinces.csv");
    Path packed = RealData.file("enterprises-industrial-4provinces.csv.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed));
        OutputStream out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
    try (WuyouStore store =
        WuyouStore.open(StoreSettings.of(directory.resolve("store"), Register.MODEL))) {
      FileImport imports =
          new FileImport(
              store,
              CommitAudit.NONE,
              Register.GENERATION::access,
              Mappings.shipped(),
              FileLimits.DEFAULT);
      report("preview", imports, ImportRequest.preview("Enterprise", Fixture.ADMIN), file);
      ImportReport first =
          report("commit", imports, ImportRequest.commit("Enterprise", Fixture.ADMIN), file);
      assertEquals(50_014, first.total());
      assertEquals(50_012, first.accepted());
      assertEquals(2, first.refused());
      first.errors().forEach(System.out::println);
      ImportReport again =
          report("again", imports, ImportRequest.commit("Enterprise", Fixture.ADMIN), file);
      assertEquals(50_012, again.unchanged());

      for (FileFormat format : new FileFormat[] {FileFormat.Csv.UTF_8, new FileFormat.Xlsx()}) {
        Path given = directory.resolve("given." + format.extension());
        long start = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(given)) {
          new FileExport(store.snapshot(), Register.GENERATION.access())
              .prepare(ExportRequest.all("Enterprise", Fixture.ADMIN, format))
              .write(out);
        }
        told("export " + format.extension(), 50_012, System.nanoTime() - start);
        ImportReport back =
            report(
                "back from " + format.extension(),
                imports,
                ImportRequest.commit("Enterprise", Fixture.ADMIN),
                given);
        assertEquals(50_012, back.unchanged());
      }
    }
  }

  private static ImportReport report(
      String what, FileImport imports, ImportRequest request, Path file) throws IOException {
    long start = System.nanoTime();
    ImportReport report = imports.run(request, file, ImportProgress.UNWATCHED);
    told(what, report.total(), System.nanoTime() - start);
    return report;
  }

  private static void told(String what, int rows, long nanos) {
    System.out.printf(
        Locale.ROOT,
        "%-16s %,7d rows in %,6d ms, %,d rows/s%n",
        what,
        rows,
        nanos / 1_000_000,
        rows * 1_000_000_000L / nanos);
  }
}
