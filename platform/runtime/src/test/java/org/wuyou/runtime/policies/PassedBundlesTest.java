package org.wuyou.runtime.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.store.Documents;

@DisplayName("A bundle that has passed")
class PassedBundlesTest {
  private static final String FACTS = "facts";

  private final Documents documents = new InMemory();
  private final PassedBundles passed = new PassedBundles(documents);

  @Test
  void is_remembered_after_a_restart() {
    passed.add(List.of("one"));

    assertTrue(new PassedBundles(documents).contains("one"));
    assertFalse(new PassedBundles(documents).contains("two"));
  }

  @Test
  void has_to_pass_again_with_another_text_or_other_facts() {
    String key = passed.key(bundle("a: 1"), FACTS);

    assertEquals(key, passed.key(bundle("a: 1"), FACTS));
    assertNotEquals(key, passed.key(bundle("a: 2"), FACTS));
    assertNotEquals(key, passed.key(bundle("a: 1"), "other facts"));
  }

  @Test
  void speaks_of_the_same_facts_in_whatever_order_they_are_declared() {
    FactCatalogue.Fact name = FactCatalogue.text("name", "名称");
    FactCatalogue.Fact staff = FactCatalogue.number("staff", "人数");

    assertEquals(
        PassedBundles.digest(FactCatalogue.builder().entity("Firm", "企业", name, staff).build()),
        PassedBundles.digest(FactCatalogue.builder().entity("Firm", "企业", staff, name).build()));
    assertNotEquals(
        PassedBundles.digest(FactCatalogue.builder().entity("Firm", "企业", name).build()),
        PassedBundles.digest(FactCatalogue.builder().entity("Firm", "企业", staff).build()));
  }

  @Test
  void is_forgotten_when_many_others_have_passed_since() {
    passed.add(List.of("first"));
    passed.add(IntStream.range(0, 500).mapToObj(Integer::toString).toList());

    assertFalse(passed.contains("first"));
    assertTrue(passed.contains("499"));
  }

  @Test
  void has_to_pass_again_when_what_it_inherits_changes() {
    BundleSource below = bundle("inherits: province");
    BundleSource province = bundle("bundle: province\nrate: 1");

    assertNotEquals(passed.key(below.under(List.of(province)), FACTS), passed.key(below, FACTS));
    assertNotEquals(
        passed.key(below.under(List.of(province)), FACTS),
        passed.key(below.under(List.of(bundle("bundle: province\nrate: 2"))), FACTS));
  }

  private static BundleSource bundle(String text) {
    return new BundleSource(new TreeMap<>(Map.of("bundle.yaml", text)));
  }

  private static final class InMemory implements Documents {
    private final Map<String, byte[]> contents = new HashMap<>();

    @Override
    public Optional<byte[]> get(String name) {
      return Optional.ofNullable(contents.get(name));
    }

    @Override
    public void put(String name, byte[] content) {
      contents.put(name, content);
    }

    @Override
    public List<String> names(String prefix) {
      return new ArrayList<>(contents.keySet()).stream().filter(n -> n.startsWith(prefix)).toList();
    }

    @Override
    public void remove(String name) {
      contents.remove(name);
    }
  }
}
