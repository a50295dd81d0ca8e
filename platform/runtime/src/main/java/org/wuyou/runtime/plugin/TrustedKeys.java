package org.wuyou.runtime.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The Ed25519 public keys whose signatures are accepted: the {@code *.pem} files of a folder, read
 * anew for every check so that a key can be added or withdrawn while the server runs.
 */
public final class TrustedKeys {
  private final Path folder;

  public TrustedKeys(Path folder) {
    this.folder = folder;
  }

  public Set<String> names() {
    return keys().keySet();
  }

  /** Name of the key that made this signature (raw or Base64) over these bytes. */
  Optional<String> signer(byte[] content, byte[] signature) {
    byte[] raw = signature.length == 64 ? signature : decoded(signature);
    for (Map.Entry<String, PublicKey> key : keys().entrySet()) {
      if (verifies(key.getValue(), content, raw)) {
        return Optional.of(key.getKey());
      }
    }
    return Optional.empty();
  }

  private Map<String, PublicKey> keys() {
    Map<String, PublicKey> keys = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return keys;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pem")).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        keys.put(name.substring(0, name.length() - 4), read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("trusted keys in " + folder + " cannot be read", e);
    }
    return keys;
  }

  private static PublicKey read(Path file) throws IOException {
    String body = Files.readString(file).replaceAll("-----[^-]+-----", "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " is not an Ed25519 public key in PEM form", e);
    }
  }

  private static boolean verifies(PublicKey key, byte[] content, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a malformed signature is one that does not verify
    }
  }

  private static byte[] decoded(byte[] text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
