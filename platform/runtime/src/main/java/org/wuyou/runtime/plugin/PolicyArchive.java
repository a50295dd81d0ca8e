package org.wuyou.runtime.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.wuyou.runtime.PolicyHost;

/** The policies of every version that ran here: the ledger tells when, the shelf keeps the text. */
public final class PolicyArchive {
  private final Ledger ledger;
  private final JarShelf shelf;

  public PolicyArchive(Ledger ledger, JarShelf shelf) {
    this.ledger = ledger;
    this.shelf = shelf;
  }

  /**
   * One version of a module.
   *
   * @param since when it began to run, without having been gone back from
   * @param withdrawn whether one went back to a version before it
   */
  public record Edition(String module, String version, Instant since, boolean withdrawn) {}

  /** Every version that ever ran, the latest first; whoever goes back withdraws what came after. */
  public List<Edition> editions(String module) {
    List<LedgerPage.Transition> activations =
        ledger.page(module).map(LedgerPage::history).orElse(List.of()).stream()
            .filter(transition -> transition.state() == PluginState.ACTIVE)
            .toList()
            .reversed();
    Map<String, Instant> last = new LinkedHashMap<>();
    Deque<LedgerPage.Transition> standing = new ArrayDeque<>();
    for (LedgerPage.Transition activation : activations) {
      last.put(activation.version(), activation.at());
      boolean goesBack = standing.stream().anyMatch(t -> t.version().equals(activation.version()));
      while (goesBack && !standing.getLast().version().equals(activation.version())) {
        standing.removeLast();
      }
      if (!goesBack) {
        standing.addLast(activation);
      }
    }
    List<Edition> editions = new ArrayList<>();
    standing.forEach(t -> editions.addFirst(new Edition(module, t.version(), t.at(), false)));
    Set<String> names = editions.stream().map(Edition::version).collect(Collectors.toSet());
    last.forEach(
        (version, at) -> {
          if (!names.contains(version)) {
            editions.add(new Edition(module, version, at, true));
          }
        });
    return editions;
  }

  /** Its policy files; empty if its jar is no longer there, or no longer the one that ran. */
  public Optional<PolicyHost.Files> files(String module, String version) {
    Optional<LedgerPage.Version> noted = ledger.page(module).flatMap(page -> page.version(version));
    Path jar = shelf.file(PluginId.of(module, version));
    if (noted.isEmpty() || !Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(jar);
      return Verifier.sha256(bytes).equals(noted.get().sha256())
          ? Optional.of(new PolicyHost.Files(module, version, policy(bytes)))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Map<String, String> policy(byte[] jar) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (!entry.isDirectory() && entry.getName().startsWith(PluginJar.POLICY)) {
          files.put(
              entry.getName().substring(PluginJar.POLICY.length()),
              new String(entries.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }
}
