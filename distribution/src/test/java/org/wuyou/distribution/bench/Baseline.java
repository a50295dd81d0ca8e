package org.wuyou.distribution.bench;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The hand-written loop and the data of a folder given, compiled on the spot. */
final class Baseline {
  private final ClassLoader classes;
  private final Path folder;

  private Baseline(ClassLoader classes, Path folder) {
    this.classes = classes;
    this.folder = folder;
  }

  /** Compiles what lies in {@code gen}, {@code common} and {@code java-loop} of the folder. */
  static Baseline compile(Path folder, Path work) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-d", work.toString()));
    for (String part : List.of("gen", "common/src/bench", "java-loop/src")) {
      try (Stream<Path> files = Files.list(folder.resolve(part))) {
        files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
      }
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (failed != 0) {
      throw new IOException("the baseline in " + folder + " does not compile");
    }
    return new Baseline(new URLClassLoader(new URL[] {work.toUri().toURL()}), work);
  }

  /** The population of that size: always the same one. */
  Population population(int size) {
    Path file = folder.resolve("population-" + size + ".csv");
    if (!Files.exists(file)) {
      call(
          method("Gen", "main", String[].class),
          null,
          (Object) new String[] {"" + size, "" + file});
    }
    return new Population(call(method("bench.Data", "load", String.class), null, file.toString()));
  }

  final class Population {
    private final Object data;
    private final Object results;

    Population(Object data) {
      this.data = data;
      this.results = call(method("bench.Out", "alloc", int.class), null, size());
    }

    int size() {
      return (Integer) field(data, "n");
    }

    double[] numbers(String column) {
      return column("num", column, double[].class);
    }

    boolean[] truths(String column) {
      return column("bool", column, boolean[].class);
    }

    int[] codes(String column) {
      return column("code", column, int[].class);
    }

    List<String> dictionary(String column) {
      return List.of(column("dict", column, String[].class));
    }

    private <T> T column(String kind, String column, Class<T> type) {
      return type.cast(((Map<?, ?>) field(data, kind)).get(column));
    }

    /** The hand-written loop over all rows, as a thing to run: it gives its checksums. */
    Loop loop() {
      Method evaluate =
          method("JavaLoop", "eval", data.getClass(), results.getClass(), parameters().getClass());
      Object parameters = parameters();
      Method checksum = method("bench.Out", "checksum");
      return () -> {
        call(evaluate, null, data, results, parameters);
        return (double[]) call(checksum, results);
      };
    }

    /** The same in two threads, as the baseline divides its work. */
    Loop loopInTwo() {
      Class<?> type = parameters().getClass();
      Method part =
          method(
              "JavaLoop",
              "eval",
              data.getClass(),
              results.getClass(),
              type,
              int.class,
              int.class,
              boolean.class);
      Method select = method("JavaLoop", "select", data.getClass(), results.getClass(), type);
      Method finish =
          method(
              "JavaLoop",
              "finish",
              data.getClass(),
              results.getClass(),
              int.class,
              int.class,
              type);
      Method checksum = method("bench.Out", "checksum");
      Object parameters = parameters();
      int half = size() / 2;
      return () -> {
        inTwo(
            () -> call(part, null, data, results, parameters, 0, half, true),
            () -> call(part, null, data, results, parameters, half, size(), true));
        call(select, null, data, results, parameters);
        inTwo(
            () -> call(finish, null, data, results, 0, half, parameters),
            () -> call(finish, null, data, results, half, size(), parameters));
        return (double[]) call(checksum, results);
      };
    }

    private Object parameters() {
      try {
        Field base = load("JavaLoop").getDeclaredField("BASE");
        base.setAccessible(true);
        return base.get(null);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the baseline has another form", e);
      }
    }
  }

  /** One run of a baseline. */
  interface Loop {
    double[] run() throws InterruptedException;
  }

  private static void inTwo(Runnable one, Runnable other) throws InterruptedException {
    Thread thread = new Thread(one);
    thread.start();
    other.run();
    thread.join();
  }

  /** Names of the results, in the order of the checksums. */
  List<String> results() {
    try {
      return List.of((String[]) load("bench.Out").getField("RULES").get(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the baseline has another form", e);
    }
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, classes);
  }

  private Method method(String type, String name, Class<?>... parameters) {
    try {
      Method method = load(type).getDeclaredMethod(name, parameters);
      method.setAccessible(true);
      return method;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the baseline has another form", e);
    }
  }

  private static Object call(Method method, Object on, Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(method + " failed", e);
    }
  }

  private static Object field(Object of, String name) {
    try {
      return of.getClass().getField(name).get(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the baseline has another form", e);
    }
  }
}
