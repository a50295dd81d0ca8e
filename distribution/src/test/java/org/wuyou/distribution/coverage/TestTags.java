package org.wuyou.distribution.coverage;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.platform.commons.annotation.Testable;

/** Tests by tag, as {@code package.Class.method}; only those that ran and passed in this build. */
final class TestTags {
  private TestTags() {}

  static SortedMap<String, SortedSet<String>> of(Path root) throws IOException {
    SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
    for (Path target : targets(root)) {
      Path classes = target.resolve("test-classes");
      if (!Files.isDirectory(classes)) {
        continue;
      }
      PassedTests passed = PassedTests.in(target.resolve("surefire-reports"));
      for (JavaClass type : new ClassFileImporter().importPath(classes)) {
        for (JavaMethod method : type.getMethods()) {
          if (isTest(method) && passed.contains(type.getName(), method.getName())) {
            for (String tag : tags(type, method)) {
              tests
                  .computeIfAbsent(tag, absent -> new TreeSet<>())
                  .add(type.getName() + "." + method.getName());
            }
          }
        }
      }
    }
    return tests;
  }

  private static List<Path> targets(Path root) throws IOException {
    try (Stream<Path> found = Files.find(root, 3, (path, any) -> path.endsWith("target"))) {
      return found.sorted().toList();
    }
  }

  private static boolean isTest(JavaMethod method) {
    return method.isAnnotatedWith(Testable.class) || method.isMetaAnnotatedWith(Testable.class);
  }

  /** The tags of the method, of its class and of the classes around it. */
  private static Set<String> tags(JavaClass type, JavaMethod method) {
    Set<String> tags = new TreeSet<>(tagsOn(method));
    for (JavaClass around = type;
        around != null;
        around = around.getEnclosingClass().orElse(null)) {
      tags.addAll(tagsOn(around));
    }
    return tags;
  }

  private static List<String> tagsOn(CanBeAnnotated annotated) {
    Stream<? extends JavaAnnotation<?>> annotations =
        annotated instanceof JavaMethod method
            ? method.getAnnotations().stream()
            : ((JavaClass) annotated).getAnnotations().stream();
    return annotations.flatMap(TestTags::values).toList();
  }

  private static Stream<String> values(JavaAnnotation<?> annotation) {
    String type = annotation.getRawType().getName();
    if (type.equals(Tag.class.getName())) {
      return annotation.get("value").stream().map(Object::toString);
    }
    if (type.equals(Tags.class.getName())) {
      return annotation.get("value").stream()
          .flatMap(many -> Stream.of((Object[]) many))
          .flatMap(one -> values((JavaAnnotation<?>) one));
    }
    return Stream.empty();
  }
}
