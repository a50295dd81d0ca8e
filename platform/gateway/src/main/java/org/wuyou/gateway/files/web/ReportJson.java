package org.wuyou.gateway.files.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.load.ImportJob;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.spi.model.Label;

/** Reports and jobs as JSON, messages in the language of the caller. */
final class ReportJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Locale locale;

  ReportJson(Locale locale) {
    this.locale = locale;
  }

  void report(ImportJob job, ImportReport report, OutputStream out) throws IOException {
    try (JsonGenerator json = open(out)) {
      json.writeStartObject();
      json.writeStringField("jobId", job.id());
      json.writeStringField("entity", report.entity());
      json.writeStringField("mode", job.commit() ? "commit" : "preview");
      figures(json, job, report);
      findings(json, "warnings", report.warnings());
      findings(json, "errors", report.errors());
      json.writeEndObject();
    }
  }

  void jobs(List<ImportJob> jobs, OutputStream out) throws IOException {
    try (JsonGenerator json = open(out)) {
      json.writeStartArray();
      for (ImportJob job : jobs) {
        job(json, job);
      }
      json.writeEndArray();
    }
  }

  void job(ImportJob job, OutputStream out) throws IOException {
    try (JsonGenerator json = open(out)) {
      job(json, job);
    }
  }

  private static JsonGenerator open(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private void job(JsonGenerator json, ImportJob job) throws IOException {
    json.writeStartObject();
    json.writeStringField("jobId", job.id());
    json.writeStringField("entity", job.entity());
    json.writeStringField("mode", job.commit() ? "commit" : "preview");
    json.writeStringField("state", job.state().name());
    json.writeStringField("startedAt", job.since().toString());
    json.writeNumberField("rowsDone", job.done());
    json.writeNumberField("rowsTotal", job.total());
    if (job.report().isPresent()) {
      ImportReport report = job.report().get();
      json.writeObjectFieldStart("report");
      figures(json, job, report);
      findings(json, "warnings", report.warnings());
      findings(json, "errors", report.errors());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void figures(JsonGenerator json, ImportJob job, ImportReport report) throws IOException {
    json.writeBooleanField("committed", report.committed());
    json.writeNumberField("total", report.total());
    json.writeNumberField("accepted", report.accepted());
    json.writeNumberField("updated", report.updated());
    json.writeNumberField("unchanged", report.unchanged());
    json.writeNumberField("refused", report.refused());
    json.writeStringField("summary", summary(job, report).in(locale));
    if (!report.refusals().isEmpty()) {
      json.writeStringField("errorFile", "/files/jobs/" + job.id() + "/errors.xlsx");
    }
  }

  private static Label summary(ImportJob job, ImportReport report) {
    if (report.unreadable()) {
      return new Label("文件未读取，没有任何改动。", "The file was not read; nothing changed.");
    }
    String zh =
        "共 "
            + report.total()
            + " 行：新增 "
            + report.accepted()
            + "，更新 "
            + report.updated()
            + "，无变化 "
            + report.unchanged()
            + "，退回 "
            + report.refused()
            + "。";
    String en =
        report.total()
            + " rows: "
            + report.accepted()
            + " new, "
            + report.updated()
            + " updated, "
            + report.unchanged()
            + " unchanged, "
            + report.refused()
            + " refused. ";
    if (!job.commit()) {
      return new Label(zh + "这是预览，没有任何改动。", en + "This is a preview; nothing changed.");
    }
    if (report.refused() == 0) {
      return new Label(zh, en.strip());
    }
    return report.committed()
        ? new Label(
            zh + "其余各行已写入；退回的行可下载错误文件改正后重新上传。",
            en
                + "The other rows were written; mend the refused ones in the error file and send it again.")
        : new Label(zh + "没有任何改动。", en + "Nothing changed.");
  }

  private void findings(JsonGenerator json, String name, List<Finding> findings)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Finding finding : findings) {
      json.writeStartObject();
      if (finding.row() == null) {
        json.writeNullField("row");
      } else {
        json.writeNumberField("row", finding.row());
      }
      text(json, "column", finding.column());
      text(json, "value", finding.value());
      json.writeStringField("code", finding.code());
      json.writeStringField("message", finding.message().in(locale));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value);
    }
  }
}
