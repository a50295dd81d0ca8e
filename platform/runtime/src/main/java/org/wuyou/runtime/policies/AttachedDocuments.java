package org.wuyou.runtime.policies;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wuyou.runtime.control.ControlDocument;
import org.wuyou.store.Documents;

/** The texts that regions attached to their bundles; kept with the data and part of backups. */
final class AttachedDocuments {
  private static final String PREFIX = "policy/document/";
  private static final Kept NOTHING = new Kept(null, null, null);

  private final Documents documents;
  private final Map<String, Optional<DocumentText>> read = new ConcurrentHashMap<>();

  AttachedDocuments(Documents documents) {
    this.documents = documents;
  }

  /** As it lies in the store; all empty where nothing is attached. */
  private record Kept(@Nullable String name, @Nullable String attachedAt, @Nullable String text) {}

  Optional<DocumentText> of(String bundle) {
    return read.computeIfAbsent(bundle, id -> text(kept(id).get()));
  }

  private static Optional<DocumentText> text(Kept kept) {
    return kept.name() == null || kept.attachedAt() == null || kept.text() == null
        ? Optional.empty()
        : Optional.of(new DocumentText(kept.name(), Instant.parse(kept.attachedAt()), kept.text()));
  }

  /** Durable when this returns. */
  void attach(String bundle, String name, Instant at, String text) {
    kept(bundle).put(new Kept(name, at.toString(), text));
    read.remove(bundle);
  }

  void remove(String bundle) {
    documents.remove(PREFIX + bundle);
    read.remove(bundle);
  }

  private ControlDocument<Kept> kept(String bundle) {
    return new ControlDocument<>(documents, PREFIX + bundle, new TypeReference<Kept>() {}, NOTHING);
  }
}
