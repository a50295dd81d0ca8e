package org.wuyou.registry.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.wuyou.registry.Csv;

/** The sample data of the product: fictional, labelled so in every row, the same on every run. */
final class SampleRegister {
  private static final long SEED = 20210609;

  private final List<Firm> firms = new ArrayList<>();
  private final Map<String, List<Map<String, String>>> files = new TreeMap<>();

  SampleRegister() {
    Random random = new Random(SEED);
    int number = 1;
    for (Place place : Place.ALL) {
      for (int i = 0; i < place.enterprises(); i++) {
        firms.add(Firm.make(place, number++, random));
      }
    }
    SampleZones.write(this);
    SampleUnits.write(this);
    firms.forEach(firm -> SampleEnterprise.write(this, firm));
    SampleStatistics.write(this);
  }

  List<Firm> firms() {
    return firms;
  }

  /** Adds a row; a blank is a missing value. */
  void row(String entity, Object... namesAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      row.put((String) namesAndValues[i], value == null ? "" : value.toString());
    }
    row.put("fictional", "true");
    files.computeIfAbsent(entity, e -> new ArrayList<>()).add(row);
  }

  /** CSV texts by entity. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    files.forEach(
        (entity, rows) -> {
          List<String> header = List.copyOf(rows.getFirst().keySet());
          List<List<String>> lines =
              rows.stream().map(row -> header.stream().map(row::get).toList()).toList();
          texts.put(entity, Csv.write(header, lines));
        });
    return texts;
  }

  /** Thousand yuan as the yuan of a file. */
  static String yuan(long thousand) {
    return String.valueOf(thousand * 1000);
  }
}
