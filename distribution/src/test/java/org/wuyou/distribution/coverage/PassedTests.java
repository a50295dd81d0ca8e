package org.wuyou.distribution.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The tests that a module's reports say have passed, as {@code class#method}. */
record PassedTests(Set<String> names) {
  static PassedTests in(Path reports) throws IOException {
    Set<String> names = new HashSet<>();
    for (Path report : reportsIn(reports)) {
      read(report, names);
    }
    return new PassedTests(names);
  }

  boolean contains(String type, String method) {
    return names.contains(type.replaceFirst("\\$.*", "") + "#" + method);
  }

  private static List<Path> reportsIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).toList();
    }
  }

  private static void read(Path report, Set<String> names) throws IOException {
    // The file is named for the outermost class, whatever its tests and nested classes are called.
    String type = String.valueOf(report.getFileName()).replaceAll("^TEST-|(\\$.*)?\\.xml$", "");
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (var in = Files.newInputStream(report)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      String test = "";
      boolean passed = false;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          switch (reader.getLocalName()) {
            case "testcase" -> {
              // A parameterised test is reported as method(Type)[1] or method{Type}[1].
              String method =
                  String.valueOf(reader.getAttributeValue(null, "name")).split("[\\[({]", 2)[0];
              test = type + "#" + method.strip();
              passed = true;
            }
            case "failure", "error", "skipped" -> passed = false;
            default -> {}
          }
        } else if (event == XMLStreamReader.END_ELEMENT
            && reader.getLocalName().equals("testcase")
            && passed) {
          names.add(test);
        }
      }
    } catch (XMLStreamException broken) {
      throw new IOException("unreadable report " + report, broken);
    }
  }
}
