package org.wuyou.runtime.policies;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.runtime.control.ControlDocument;
import org.wuyou.store.Documents;

/**
 * Which bundles have passed every check and all their cases, by what that depends on: their text,
 * the facts they speak of, and the code that checks. Kept over restarts.
 */
final class PassedBundles {
  private static final String DOCUMENT = "policies-passed";
  private static final int KEPT = 200;

  private final ControlDocument<List<String>> document;
  private final String checker = codeOf(PolicyCompiler.class) + codeOf(PassedBundles.class);

  PassedBundles(Documents documents) {
    this.document = new ControlDocument<>(documents, DOCUMENT, new TypeReference<>() {}, List.of());
  }

  /**
   * What a pass holds for; another text, fact or build gives another key.
   *
   * @param bundle with what it inherits, which decides as much as what it says itself
   * @param facts what {@link #digest(FactCatalogue)} gives
   */
  String key(BundleSource bundle, String facts) {
    MessageDigest digest = sha256();
    add(digest, checker);
    add(digest, facts);
    for (BundleSource at = bundle; at != null; at = at.parent().orElse(null)) {
      at.files()
          .forEach(
              (path, text) -> {
                add(digest, path);
                add(digest, text);
              });
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The same for the same facts, in every process. */
  static String digest(FactCatalogue catalogue) {
    MessageDigest digest = sha256();
    add(digest, canonical(catalogue));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String canonical(FactCatalogue catalogue) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(catalogue.entities())
        .forEach(
            (name, entity) -> {
              text.append(name).append(entity.label()).append(entity.absent()).append('\n');
              new TreeMap<>(entity.facts()).values().forEach(f -> text.append(f).append('\n'));
            });
    return text.append(new TreeMap<>(catalogue.enumerations())).toString();
  }

  boolean contains(String key) {
    return document.get().contains(key);
  }

  /** Notes them; the oldest are forgotten, which costs no more than a check. */
  synchronized void add(Collection<String> keys) {
    Set<String> all = new LinkedHashSet<>(document.get());
    if (all.addAll(keys)) {
      List<String> kept = new ArrayList<>(all);
      document.put(List.copyOf(kept.subList(Math.max(0, kept.size() - KEPT), kept.size())));
    }
  }

  /**
   * Tells builds apart by the jar the class came in; code that is in no jar may change at any time.
   * A check sum will do against accidents, and costs a start next to nothing.
   */
  private static String codeOf(Class<?> type) {
    try {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(place)) {
        return UUID.randomUUID().toString();
      }
      CRC32 sum = new CRC32();
      sum.update(Files.readAllBytes(place));
      return Long.toHexString(sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
