package org.wuyou.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import org.wuyou.gateway.Gateway;
import org.wuyou.runtime.control.ControlDocument;
import org.wuyou.store.Documents;

/**
 * The operations that clients ask, kept from one run to the next, so that an impact report tells
 * what a change would break also after a restart. Written at an orderly stop; so much at most.
 */
final class AskedOperations {
  private static final String DOCUMENT = "operations-asked";
  private static final int CHARACTERS = 1_000_000;

  private final ControlDocument<List<String>> document;

  AskedOperations(Documents documents) {
    this.document = new ControlDocument<>(documents, DOCUMENT, new TypeReference<>() {}, List.of());
  }

  void bringBack(Gateway gateway) {
    gateway.expect(document.get());
  }

  void keep(Gateway gateway) {
    List<String> kept = new ArrayList<>();
    int characters = 0;
    for (String operation : gateway.asked()) {
      characters += operation.length();
      if (characters <= CHARACTERS) {
        kept.add(operation);
      }
    }
    if (!kept.equals(document.get())) {
      document.put(List.copyOf(kept));
    }
  }
}
