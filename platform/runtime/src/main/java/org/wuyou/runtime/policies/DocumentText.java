package org.wuyou.runtime.policies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.model.Anchor;
import org.wuyou.store.column.TextFolding;

/**
 * The text of a document by lines. Places are found by what the lines say, folded, so that a text
 * in other characters or with other blanks is found all the same.
 */
final class DocumentText {
  private final String name;
  private final Instant attachedAt;
  private final String text;
  private final List<String> lines;
  private final List<String> folded;

  DocumentText(String name, Instant attachedAt, String text) {
    this.name = name;
    this.attachedAt = attachedAt;
    this.text = text;
    this.lines = text.lines().toList();
    this.folded = lines.stream().map(TextFolding::fold).toList();
  }

  String name() {
    return name;
  }

  Instant attachedAt() {
    return attachedAt;
  }

  String digest() {
    return sha256(text);
  }

  int lineCount() {
    return lines.size();
  }

  /** The line of that number, from 1. */
  String line(int number) {
    return lines.get(number - 1);
  }

  List<String> lines(int from, int count) {
    int start = Math.clamp(from - 1, 0, lines.size());
    return lines.subList(start, Math.min(lines.size(), start + Math.max(0, count)));
  }

  /** Number of the first line of the place: where the anchor says if it is there, else anywhere. */
  Optional<Integer> find(Anchor anchor) {
    if (holds(anchor, anchor.from())) {
      return Optional.of(anchor.from());
    }
    for (int line = 1; line + anchor.lines() - 1 <= lines.size(); line++) {
      if (holds(anchor, line)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private boolean holds(Anchor anchor, int from) {
    return from + anchor.lines() - 1 <= lines.size()
        && anchor(from, from + anchor.lines() - 1).digest().equals(anchor.digest());
  }

  /** The place of these lines, as a task writes it. */
  Anchor anchor(int from, int to) {
    return new Anchor(
        from, to, sha256(String.join("\n", folded.subList(from - 1, to))).substring(0, 8));
  }

  /** Numbers of the lines that hold the words. */
  List<Integer> search(String words) {
    String wanted = TextFolding.fold(words);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < folded.size() && !wanted.isEmpty(); i++) {
      if (folded.get(i).contains(wanted)) {
        found.add(i + 1);
      }
    }
    return found;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
