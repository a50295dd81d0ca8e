package org.wuyou.runtime.plugin;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wuyou.runtime.control.ControlDocument;
import org.wuyou.spi.model.Label;
import org.wuyou.store.Documents;

/**
 * The platform's own book of what runs and what became of every version. It, and not the
 * framework's cache, says what is started after a restart.
 */
public final class Ledger {
  private static final String DOCUMENT = "plugins";

  private final ControlDocument<List<LedgerPage>> document;
  private final Clock clock;

  public Ledger(Documents documents, Clock clock) {
    this.document = new ControlDocument<>(documents, DOCUMENT, new TypeReference<>() {}, List.of());
    this.clock = clock;
  }

  /** All modules ever known, by name. */
  public List<LedgerPage> pages() {
    return document.get();
  }

  public Optional<LedgerPage> page(String module) {
    return document.get().stream().filter(page -> page.module().equals(module)).findFirst();
  }

  /** Whether any version with these bytes has ever been here. */
  boolean knows(String sha256) {
    return document.get().stream()
        .flatMap(page -> page.versions().stream())
        .anyMatch(version -> version.sha256().equals(sha256));
  }

  /** Notes a version that has come in. */
  void came(PluginJar jar, String actor) {
    write(
        jar.module(),
        page ->
            page.with(
                    new LedgerPage.Version(
                        jar.id().version().toString(),
                        jar.sha256(),
                        jar.signedBy().orElse(null),
                        PluginState.VERIFIED,
                        true))
                .moved(transition(jar.id(), PluginState.VERIFIED, actor, null)));
  }

  /** Notes a change of state. */
  void moved(PluginId id, PluginState state, String actor, @Nullable Label cause) {
    write(id.module(), page -> page.moved(transition(id, state, actor, cause)));
  }

  /** Notes that a version was refused, with the first reason; one that is kept stays kept. */
  void refused(PluginJar jar, String actor, Fault fault) {
    write(
        jar.module(),
        page -> {
          String version = jar.id().version().toString();
          Label cause =
              new Label(
                  fault.code() + "：" + fault.message().zh(),
                  fault.code() + ": " + fault.message().en());
          LedgerPage known =
              page.version(version).isPresent()
                  ? page
                  : page.with(
                      new LedgerPage.Version(
                          version,
                          jar.sha256(),
                          jar.signedBy().orElse(null),
                          PluginState.FAILED,
                          false));
          return version.equals(page.wanted())
              ? known
              : known.moved(transition(jar.id(), PluginState.FAILED, actor, cause));
        });
  }

  /** Notes that a version that should run does not; it is tried again at the next start. */
  void failed(PluginId id, Fault fault) {
    moved(
        id,
        PluginState.FAILED,
        "restart",
        new Label(
            fault.code() + "：" + fault.message().zh(), fault.code() + ": " + fault.message().en()));
  }

  /** Notes that this version answers from now on and is started again after a restart. */
  void active(PluginId id, String actor, @Nullable Label cause) {
    write(
        id.module(),
        page ->
            page.moved(transition(id, PluginState.ACTIVE, actor, cause))
                .wanting(id.version().toString()));
  }

  /** Notes that the module runs no more and is not started again. */
  void removed(PluginId id, String actor) {
    write(
        id.module(),
        page -> page.moved(transition(id, PluginState.DRAINING, actor, null)).wanting(null));
  }

  /** Notes that the jar of a version is gone. */
  void dropped(String module, String version) {
    write(module, page -> page.dropping(version));
  }

  /** Puts a page back as it was, after a swap that could not be finished. */
  void restore(LedgerPage page) {
    write(page.module(), present -> page);
  }

  private LedgerPage.Transition transition(
      PluginId id, PluginState state, String actor, @Nullable Label cause) {
    return new LedgerPage.Transition(clock.instant(), id.version().toString(), state, actor, cause);
  }

  private synchronized void write(String module, UnaryOperator<LedgerPage> change) {
    Map<String, LedgerPage> pages = new TreeMap<>();
    document.get().forEach(page -> pages.put(page.module(), page));
    pages.compute(
        module, (name, page) -> change.apply(page == null ? LedgerPage.empty(name) : page));
    document.put(List.copyOf(pages.values()));
  }
}
