package org.wuyou.gateway.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.files.export.ExportRequest;
import org.wuyou.gateway.files.export.FileExport;
import org.wuyou.gateway.files.load.FileImport;
import org.wuyou.gateway.files.load.ImportProgress;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.gateway.files.mapping.Mappings;
import org.wuyou.gateway.files.sheet.FileLimits;
import org.wuyou.spi.Caller;

/** A small register in memory, files to it and from it. */
public final class Fixture {
  public static final Caller ADMIN = new Caller("test", Set.of("admin"), Optional.empty());
  public static final String A = "913700006139918126";
  public static final String B = "91370112726206446W";

  final MapStore store = new MapStore(Register.MODEL);
  private final AccessRules access = Register.GENERATION.access();
  private final Path directory;
  private final FileLimits limits;

  Fixture(Path directory) {
    this(directory, FileLimits.DEFAULT);
  }

  Fixture(Path directory, FileLimits limits) {
    this.directory = directory;
    this.limits = limits;
  }

  FileImport imports() {
    return new FileImport(store, CommitAudit.NONE, () -> access, Mappings.shipped(), limits);
  }

  AccessRules access() {
    return access;
  }

  ImportReport commit(String entity, String... lines) throws IOException {
    return send(ImportRequest.commit(entity, ADMIN), String.join("\n", lines));
  }

  ImportReport send(ImportRequest request, String text) throws IOException {
    return send(request, text.getBytes(StandardCharsets.UTF_8));
  }

  ImportReport send(ImportRequest request, byte[] content) throws IOException {
    Path file = Files.write(directory.resolve("sent"), content);
    return imports().run(request, file, ImportProgress.UNWATCHED);
  }

  byte[] export(ExportRequest request) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FileExport(store.snapshot(), access).prepare(request).write(out);
    return out.toByteArray();
  }
}
