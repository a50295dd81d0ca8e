package org.wuyou.gateway.files.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.files.export.FileFormat;
import org.wuyou.gateway.files.load.ImportJob;
import org.wuyou.gateway.files.load.ImportJobs;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.load.ImportRequest;
import org.wuyou.gateway.http.HttpAnswer;
import org.wuyou.gateway.http.HttpCall;
import org.wuyou.gateway.http.HttpRefusal;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;

/** Takes files that are sent to an entity. */
public final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private final ImportJobs jobs;
  private final java.util.function.Supplier<AccessRules> access;
  private final MeterRegistry meters;
  private final Path spool;

  /**
   * @param spool directory where files lie while they are read
   */
  public Uploads(
      ImportJobs jobs,
      java.util.function.Supplier<AccessRules> access,
      MeterRegistry meters,
      Path spool) {
    this.jobs = jobs;
    this.access = access;
    this.meters = meters;
    this.spool = spool;
  }

  HttpAnswer take(HttpCall call, EntityType entity) throws IOException {
    refuseUnlessWritable(call, entity);
    ImportRequest request = request(call, entity);
    Optional<FileFormat> errorFile =
        call.parameter("errorFile").map(extension -> FileRoutes.format(extension, call));
    Upload upload = Upload.receive(call, spool);
    ImportRequest named = upload.name().map(name -> told(request, name)).orElse(request);
    ImportJob job = jobs.open(named);
    if (flag(call, "async")) {
      Thread.ofVirtual().name("import-" + job.id()).start(() -> detached(job, named, upload));
      return FileRoutes.json(202, out -> new ReportJson(call.locale()).job(job, out))
          .with("Location", "/files/jobs/" + job.id());
    }
    ImportReport report;
    try (upload) {
      report = run(job, named, upload);
    }
    if (errorFile.isPresent()) {
      return FileRoutes.errorFile(report, errorFile.get(), call.locale());
    }
    return FileRoutes.json(
        report.unreadable() ? 422 : 200,
        out -> new ReportJson(call.locale()).report(job, report, out));
  }

  private ImportReport run(ImportJob job, ImportRequest request, Upload upload) throws IOException {
    Timer.Sample sample = Timer.start(meters);
    ImportReport report = jobs.run(job, request, upload.path());
    sample.stop(
        meters.timer("wuyou.files.import", "mode", request.commit() ? "commit" : "preview"));
    if (request.commit()) {
      count("created", report.accepted());
      count("updated", report.updated());
      count("unchanged", report.unchanged());
      count("refused", report.refused());
    }
    return report;
  }

  private void count(String result, int rows) {
    meters.counter("wuyou.files.rows", "result", result).increment(rows);
  }

  /** The job tells its owner that it failed; the log tells us why. */
  private void detached(ImportJob job, ImportRequest request, Upload upload) {
    try (upload) {
      run(job, request, upload);
    } catch (IOException | RuntimeException e) {
      LOG.error("import {} of {} failed", job.id(), request.entity(), e);
    }
  }

  private void refuseUnlessWritable(HttpCall call, EntityType entity) {
    boolean platform = entity.access() == EntityType.Access.PLATFORM;
    if (platform || !access.get().mayMutate(call.caller())) {
      throw new HttpRefusal(
          403,
          "FORBIDDEN",
          platform
              ? new Label(
                  entity.name() + " 由平台维护，不接受文件。",
                  entity.name() + " is kept by the platform and takes no files.")
              : new Label("无权写入数据；请用有写权限的令牌。", "You may not write; use a token that may."));
    }
  }

  private static ImportRequest request(HttpCall call, EntityType entity) {
    boolean commit =
        switch (call.parameter("mode").orElse("")) {
          case "commit" -> true;
          case "preview" -> false;
          default ->
              throw HttpRefusal.badRequest(
                  "请用 mode=preview（预览）或 mode=commit（写入）。",
                  "Say mode=preview to look or mode=commit to write.");
        };
    boolean clear =
        switch (call.parameter("empty").orElse("keep")) {
          case "keep" -> false;
          case "clear" -> true;
          default ->
              throw HttpRefusal.badRequest(
                  "empty 只能是 keep（空格保留原值）或 clear（空格清除原值）。",
                  "empty is keep (an empty cell keeps the value) or clear (it clears the value).");
        };
    Map<String, String> parameters = new LinkedHashMap<>();
    call.parameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
    return new ImportRequest(
        entity.name(),
        call.caller(),
        commit,
        flag(call, "atomic"),
        clear,
        call.parameter("mapping"),
        parameters);
  }

  private static ImportRequest told(ImportRequest request, String fileName) {
    Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
    parameters.put("name", fileName);
    return new ImportRequest(
        request.entity(),
        request.caller(),
        request.commit(),
        request.atomic(),
        request.emptyClears(),
        request.mapping(),
        parameters);
  }

  private static boolean flag(HttpCall call, String name) {
    return switch (call.parameter(name).orElse("false").toLowerCase(Locale.ROOT)) {
      case "true", "1", "" -> true;
      case "false", "0" -> false;
      default ->
          throw HttpRefusal.badRequest(name + " 只能是 true 或 false。", name + " is true or false.");
    };
  }
}
