package org.wuyou.runtime.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes plugin jars for tests: compiles sources in memory and packs them with a manifest. */
public final class JarMaker {
  private static final String SPI_IMPORTS =
      "org.wuyou.spi;version=\"[0.1,1)\",org.wuyou.spi.data;version=\"[0.1,1)\","
          + "org.wuyou.spi.model;version=\"[0.1,1)\",org.wuyou.spi.value;version=\"[0.1,1)\","
          + "jakarta.inject";

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private JarMaker(String module, String version) {
    headers.put("Bundle-ManifestVersion", "2");
    headers.put("Bundle-SymbolicName", "org.wuyou." + module.replace('-', '.'));
    headers.put("Bundle-Version", version);
    headers.put("Wuyou-Module", module);
  }

  public static JarMaker jar(String module, String version) {
    return new JarMaker(module, version);
  }

  public JarMaker header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public JarMaker without(String header) {
    headers.remove(header);
    return this;
  }

  public JarMaker text(String path, String content) {
    entries.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public JarMaker bytes(String path, byte[] content) {
    entries.put(path, content);
    return this;
  }

  public JarMaker schema(String file, String sdl) {
    return text(PluginJar.SCHEMA + file, sdl);
  }

  /** Compiles the source and names it as the plugin's class. */
  public JarMaker plugin(String className, String source) {
    headers.put("Wuyou-Plugin", className);
    headers.putIfAbsent("Import-Package", SPI_IMPORTS);
    compile(className, source).forEach((path, content) -> entries.put(path, content));
    return this;
  }

  /** A plugin class {@code demo.Module} whose {@code register} has this body. */
  public JarMaker registering(String body) {
    return plugin(
        "demo.Module",
        """
        package demo;
        public final class Module implements org.wuyou.spi.Plugin {
          public void register(org.wuyou.spi.Registration registration) {
            %s
          }
        }
        """
            .formatted(body));
  }

  public byte[] bytes() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(out)) {
      // Not by the constructor, which would write the present time: the same jar, the same bytes.
      jar.putNextEntry(timeless(JarFile.MANIFEST_NAME));
      manifest.write(jar);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(timeless(entry.getKey()));
        jar.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static JarEntry timeless(String path) {
    JarEntry entry = new JarEntry(path);
    entry.setTime(0);
    return entry;
  }

  public Path writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.write(
        folder.resolve(headers.get("Wuyou-Module") + "-" + headers.get("Bundle-Version") + ".jar"),
        bytes());
  }

  /** Class files by path in the jar. */
  public static Map<String, byte[]> compile(String className, String source) {
    Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var files =
        new ForwardingJavaFileManager<JavaFileManager>(
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            String path = name.replace('.', '/') + ".class";
            return new SimpleJavaFileObject(URI.create("memory:///" + path), kind) {
              @Override
              public OutputStream openOutputStream() {
                return classes.computeIfAbsent(path, key -> new ByteArrayOutputStream());
              }
            };
          }
        };
    var unit =
        new SimpleJavaFileObject(
            URI.create("memory:///" + className.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringBuilder problems = new StringBuilder();
    boolean compiled =
        compiler
            .getTask(
                null,
                files,
                problem -> problems.append(problem).append('\n'),
                List.of("-g", "-proc:none", "-classpath", System.getProperty("java.class.path")),
                null,
                List.of(unit))
            .call();
    if (!compiled) {
      throw new IllegalArgumentException(problems.toString());
    }
    Map<String, byte[]> result = new LinkedHashMap<>();
    classes.forEach((path, content) -> result.put(path, content.toByteArray()));
    return result;
  }
}
