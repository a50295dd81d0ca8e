package org.wuyou.runtime.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.runtime.audit.AuditTrail;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.Deployer;
import org.wuyou.runtime.plugin.JarShelf;
import org.wuyou.runtime.plugin.Terms;
import org.wuyou.runtime.plugin.Verifier;

/** What can be done with plugins, by whichever way it is asked for; every act is audited. */
public final class PluginOperations {
  private final Deployer deployer;
  private final JarShelf shelf;
  private final AuditTrail audit;

  public PluginOperations(Deployer deployer, JarShelf shelf, AuditTrail audit) {
    this.deployer = deployer;
    this.shelf = shelf;
    this.audit = audit;
  }

  /** Deploys or rehearses a jar that arrives; a rehearsed one waits under the report's upload. */
  public DeployReport receive(
      InputStream jar, Optional<byte[]> signature, Deployer.Intent intent, Terms terms)
      throws IOException {
    Path upload = shelf.upload(jar, signature);
    DeployReport report = deploy(upload, intent, terms);
    if (report.outcome() == DeployReport.Outcome.READY) {
      return report.withUpload(JarShelf.nameOf(upload));
    }
    shelf.dropUpload(upload);
    return report;
  }

  /** Deploys or rehearses a waiting upload. */
  public DeployReport deployUpload(String upload, Deployer.Intent intent, Terms terms)
      throws IOException {
    Optional<Path> file = shelf.upload(upload);
    if (file.isEmpty()) {
      return DeployReport.noUpload(upload);
    }
    DeployReport report = deploy(file.get(), intent, terms);
    if (report.outcome() == DeployReport.Outcome.DONE) {
      shelf.dropUpload(file.get());
      return report;
    }
    return report.withUpload(upload);
  }

  /** Deploys or rehearses a jar of the file system. */
  public DeployReport deploy(Path jar, Deployer.Intent intent, Terms terms) {
    return audited(
        "plugin.deploy", deployer.deploy(jar, Verifier.Trust.SIGNATURE, intent, terms), terms);
  }

  /** Deploys those of the jars whose bytes have never been here, providers first. */
  public List<DeployReport> deployNew(List<Path> jars, Verifier.Trust trust, Terms terms) {
    return deployer.deployNew(jars, trust, terms).stream()
        .map(report -> audited("plugin.deploy", report, terms))
        .toList();
  }

  public DeployReport rollback(String module, @Nullable String version, Terms terms) {
    return audited("plugin.rollback", deployer.rollback(module, version, terms), terms);
  }

  public DeployReport remove(String module, boolean cascade, Terms terms) {
    return audited("plugin.remove", deployer.remove(module, cascade, terms), terms);
  }

  public DeployReport lift(String module, String actor) {
    Terms terms = Terms.commit(actor);
    return audited("plugin.quarantineLift", deployer.lift(module, actor), terms);
  }

  private DeployReport audited(String operation, DeployReport report, Terms terms) {
    if (!terms.rehearse() && report.outcome() != DeployReport.Outcome.UNCHANGED) {
      String subject = report.plugin() + (report.version() == null ? "" : " " + report.version());
      String cause =
          report.faults().isEmpty()
              ? ""
              : " " + report.faults().getFirst().code() + " " + report.faults().getFirst().place();
      audit.note(terms.actor(), operation, subject, report.outcome() + cause);
    }
    return report;
  }
}
