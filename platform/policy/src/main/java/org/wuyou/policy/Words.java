package org.wuyou.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/** The words by which documents compare, and the operator each stands for. */
public record Words(Map<String, Meaning> meanings) {
  private static final Words STANDARD = load();

  public Words {
    meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
  }

  /** Why a word means what it means. */
  public enum Basis {
    CIVIL_CODE_1259,
    READING,
    /** Names no figure: a person decides. */
    JUDGED_BY_A_PERSON
  }

  public record Meaning(String word, Optional<Operator> operator, Basis basis) {}

  public static Words standard() {
    return STANDARD;
  }

  public Optional<Meaning> meaning(String word) {
    return Optional.ofNullable(meanings.get(word));
  }

  private static Words load() {
    String name = "words.yaml";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the library");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Problems problems = new Problems(new TreeMap<>(Map.of(name, text)));
      Map<String, Meaning> meanings = new LinkedHashMap<>();
      Yaml table = Yaml.read(name, text, problems).orElseThrow();
      ((Yaml.Mapping) table)
          .entries()
          .forEach(
              (word, value) -> {
                Keys keys = Keys.of(value, problems);
                meanings.put(
                    word.text(),
                    new Meaning(
                        word.text(),
                        keys.text("operator").map(Operator::valueOf),
                        Basis.valueOf(keys.text("basis").orElseThrow())));
              });
      return new Words(meanings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
