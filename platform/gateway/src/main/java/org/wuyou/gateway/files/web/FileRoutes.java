package org.wuyou.gateway.files.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wuyou.gateway.CommitAudit;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.access.AccessRules;
import org.wuyou.gateway.files.export.ErrorFile;
import org.wuyou.gateway.files.export.FileFormat;
import org.wuyou.gateway.files.load.FileImport;
import org.wuyou.gateway.files.load.ImportJob;
import org.wuyou.gateway.files.load.ImportJobs;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.mapping.Mappings;
import org.wuyou.gateway.files.sheet.FileLimits;
import org.wuyou.gateway.http.HttpAnswer;
import org.wuyou.gateway.http.HttpCall;
import org.wuyou.gateway.http.HttpRefusal;
import org.wuyou.gateway.http.HttpRoute;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/**
 * {@code /files}: one address per entity to take files in and give them out, and one for the
 * imports that ran.
 *
 * <pre>
 * POST /files/{Entity}?mode=preview|commit      GET /files/{Entity}.csv|.xlsx
 * GET  /files/{Entity}/template.csv|.xlsx       GET /files/jobs[/{id}[/errors.csv|.xlsx]]
 *                                               GET /files/jobs/{id}/events (server-sent events)
 * </pre>
 */
public final class FileRoutes implements HttpRoute {
  private static final Pattern EXPORT = Pattern.compile("(\\w+)\\.(csv|xlsx)");
  private static final Pattern TEMPLATE = Pattern.compile("(\\w+)/template\\.(csv|xlsx)");
  private static final Pattern JOB = Pattern.compile("jobs/([^/]+)");
  private static final Pattern EVENTS = Pattern.compile("jobs/([^/]+)/events");
  private static final Pattern ERRORS = Pattern.compile("jobs/([^/]+)/errors\\.(csv|xlsx)");
  private static final Pattern ENTITY = Pattern.compile("\\w+");

  /** A form adds its boundaries and headers to the file. */
  private static final long FORM_MARGIN = 64 << 10;

  private final Supplier<Model> model;
  private final ImportJobs jobs;
  private final Uploads uploads;
  private final Downloads downloads;
  private final FileLimits limits;

  public FileRoutes(
      Supplier<Model> model,
      ImportJobs jobs,
      Uploads uploads,
      Downloads downloads,
      FileLimits limits) {
    this.model = model;
    this.jobs = jobs;
    this.uploads = uploads;
    this.downloads = downloads;
    this.limits = limits;
  }

  /**
   * The routes over a gateway and its store.
   *
   * @param spool directory where files lie while they are read; made if need be, and cleared of
   *     what an earlier run left
   */
  public static FileRoutes over(
      Gateway gateway,
      EntityStore store,
      CommitAudit audit,
      MeterRegistry meters,
      Clock clock,
      Path spool)
      throws IOException {
    Upload.clear(spool);
    Supplier<AccessRules> access = () -> gateway.current().access();
    FileLimits limits = FileLimits.DEFAULT;
    ImportJobs jobs =
        new ImportJobs(new FileImport(store, audit, access, Mappings.shipped(), limits), clock);
    return new FileRoutes(
        () -> gateway.current().model(),
        jobs,
        new Uploads(jobs, access, meters, spool),
        new Downloads(store, access, gateway::selection, meters),
        limits);
  }

  @Override
  public String prefix() {
    return "/files";
  }

  @Override
  public long maxBodyBytes() {
    return limits.bytes() + FORM_MARGIN;
  }

  @Override
  public HttpAnswer handle(HttpCall call) throws IOException {
    String rest = call.rest();
    Matcher errors = ERRORS.matcher(rest);
    Matcher events = EVENTS.matcher(rest);
    Matcher job = JOB.matcher(rest);
    Matcher template = TEMPLATE.matcher(rest);
    Matcher export = EXPORT.matcher(rest);
    if (rest.equals("jobs")) {
      call.allow("GET");
      return json(out -> new ReportJson(call.locale()).jobs(jobs.list(call.caller()), out));
    }
    if (errors.matches()) {
      call.allow("GET");
      return errors(call, job(call, errors.group(1)), format(errors.group(2), call));
    }
    if (events.matches()) {
      call.allow("GET");
      return HttpAnswer.stream(
          "text/event-stream;charset=utf-8",
          new JobEvents(job(call, events.group(1)), call.locale()));
    }
    if (job.matches()) {
      call.allow("GET");
      ImportJob found = job(call, job.group(1));
      return json(out -> new ReportJson(call.locale()).job(found, out));
    }
    if (template.matches()) {
      call.allow("GET");
      return downloads.template(call, entity(template.group(1)), format(template.group(2), call));
    }
    if (export.matches()) {
      call.allow("GET", "POST");
      return downloads.export(call, entity(export.group(1)), format(export.group(2), call));
    }
    if (ENTITY.matcher(rest).matches()) {
      call.allow("POST");
      return uploads.take(call, entity(rest));
    }
    throw HttpRefusal.notFound(call.path());
  }

  private EntityType entity(String name) {
    EntityType entity = model.get().entities().get(name);
    if (entity == null) {
      throw new HttpRefusal(
          404,
          "UNKNOWN_ENTITY",
          new Label(
              "没有名为 " + name + " 的实体；现有：" + String.join("、", model.get().entities().keySet()) + "。",
              "There is no entity "
                  + name
                  + "; there are "
                  + String.join(", ", model.get().entities().keySet())
                  + "."));
    }
    return entity;
  }

  private ImportJob job(HttpCall call, String id) {
    return jobs.find(id, call.caller())
        .orElseThrow(
            () ->
                new HttpRefusal(
                    404,
                    "UNKNOWN_JOB",
                    new Label(
                        "没有这次导入的记录（只保留最近的若干次，重启后清空）；请重新上传。",
                        "This import is not remembered (only the latest are, until a restart); send the file again.")));
  }

  private static HttpAnswer errors(HttpCall call, ImportJob job, FileFormat format) {
    ImportReport report =
        job.report()
            .orElseThrow(
                () ->
                    new HttpRefusal(
                        409,
                        "JOB_NOT_DONE",
                        new Label("导入尚未结束；请稍后再取。", "The import has not ended; ask again later.")));
    return errorFile(report, format, call.locale());
  }

  static HttpAnswer errorFile(ImportReport report, FileFormat format, Locale locale) {
    return Downloads.attachment(
        report.entity() + "-errors." + format.extension(),
        format,
        out -> ErrorFile.write(report, format, locale, out));
  }

  static FileFormat format(String extension, HttpCall call) {
    if (extension.equals("xlsx")) {
      return new FileFormat.Xlsx();
    }
    String encoding = call.parameter("encoding").orElse("utf-8").toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "utf-8", "utf8" -> FileFormat.Csv.UTF_8;
      case "gb18030", "gbk" -> FileFormat.Csv.GB18030;
      default ->
          throw HttpRefusal.badRequest(
              "encoding 只能是 utf-8 或 gb18030。", "encoding is utf-8 or gb18030.");
    };
  }

  static HttpAnswer json(HttpAnswer.Writer writer) throws IOException {
    return json(200, writer);
  }

  static HttpAnswer json(int status, HttpAnswer.Writer writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.write(bytes);
    return HttpAnswer.bytes(status, "application/json;charset=utf-8", bytes.toByteArray());
  }
}
