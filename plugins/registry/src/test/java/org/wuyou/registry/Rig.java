package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wuyou.gateway.Answer;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.GatewaySettings;
import org.wuyou.gateway.Generation;
import org.wuyou.gateway.Limits;
import org.wuyou.gateway.Operation;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.gateway.files.load.FileImport;
import org.wuyou.gateway.files.load.ImportProgress;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.gateway.files.mapping.Mappings;
import org.wuyou.gateway.files.sheet.FileLimits;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.store.StoreSettings;
import org.wuyou.store.WuyouStore;

/** The module on the real store and gateway, asked in GraphQL, fed with files. */
public final class Rig implements AutoCloseable {
  public static final Caller ADMIN = new Caller("test", Set.of("admin"), Optional.empty());
  private static final List<String> REFERENCE =
      List.of("Division", "DivisionPeriod", "IndustryClass");
  private static final List<String> SAMPLE =
      List.of(
          "DevelopmentZone",
          "GovernmentUnit",
          "Enterprise",
          "YearlyReturn",
          "Title",
          "RdInstitution",
          "RdInstitutionYear",
          "RdProject",
          "RdAccount",
          "HnteProfile",
          "HnteApplication",
          "CultivationEntry",
          "CultivationTask",
          "LadderNomination",
          "RegionStatistic");

  private final Path directory;
  private final WuyouStore store;
  private final Gateway gateway;
  private final FileImport files;

  private Rig(Path directory) {
    this.directory = directory;
    Clock clock = Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneOffset.UTC);
    Generation generation = RegistryDeclarationTest.compose();
    store = WuyouStore.open(StoreSettings.of(directory.resolve("store"), generation.model()));
    store.checks(generation.checks());
    gateway =
        new Gateway(
            new GatewaySettings(
                store,
                generation,
                ResolverGuard.DIRECT,
                clock,
                Limits.DEFAULT,
                CommitAudit.NONE,
                CommitFeed.SILENT));
    files =
        new FileImport(
            store, CommitAudit.NONE, generation::access, Mappings.shipped(), FileLimits.DEFAULT);
  }

  /** Without any data. */
  public static Rig bare(Path directory) {
    return new Rig(directory);
  }

  /** With the reference data that the module ships. */
  public static Rig open(Path directory) throws IOException {
    Rig rig = new Rig(directory);
    for (String entity : REFERENCE) {
      rig.load(entity, Registered.resource("/META-INF/wuyou/reference/" + entity + ".csv"));
    }
    return rig;
  }

  public Rig withSample() throws IOException {
    for (String entity : SAMPLE) {
      load(entity, Registered.resource("/META-INF/wuyou/sample/" + entity + ".csv"));
    }
    return this;
  }

  public Snapshot snapshot() {
    return store.snapshot();
  }

  /** Imports a file that must be taken whole. */
  public void load(String entity, String csv) throws IOException {
    ImportReport report = report(entity, csv);
    assertEquals(List.of(), report.errors(), entity);
  }

  public ImportReport report(String entity, String csv) throws IOException {
    Path file = Files.createTempFile(directory, entity, ".csv");
    Files.writeString(file, csv, StandardCharsets.UTF_8);
    return file(entity, file);
  }

  public ImportReport file(String entity, Path file) throws IOException {
    return files.run(ImportRequest.commit(entity, ADMIN), file, ImportProgress.UNWATCHED);
  }

  /** The data of an operation that must succeed. */
  public Map<String, Object> ask(String operation) {
    Answer answer =
        gateway.execute(new Operation(operation, null, Map.of(), false, Locale.ENGLISH), ADMIN);
    assertEquals(List.of(), answer.errors().stream().map(Answer.Fault::toMap).toList(), operation);
    return assertNotNullData(answer);
  }

  /** The value at a path of names and indexes: {@code "enterprise.fiveHaves.missing.0"}. */
  public Object ask(String operation, String path) {
    Object value = ask(operation);
    for (String step : path.split("\\.")) {
      value =
          value instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : ((Map<?, ?>) value).get(step);
    }
    return value;
  }

  private static Map<String, Object> assertNotNullData(Answer answer) {
    assertNotNull(answer.data());
    return answer.data();
  }

  @Override
  public void close() {
    store.close();
  }
}
