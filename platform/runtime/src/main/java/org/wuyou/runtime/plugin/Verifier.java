package org.wuyou.runtime.plugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Reads a jar and checks all that can be known of it without running it. */
public final class Verifier {
  private static final long MOST_BYTES = 256L << 20;
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final List<String> FORBIDDEN_HEADERS =
      List.of(
          "Require-Bundle",
          "DynamicImport-Package",
          "Fragment-Host",
          "Bundle-NativeCode",
          "Bundle-Activator");
  private static final List<String> RESERVED = List.of("base", "platform", "policies", "console");

  /** Who answers for a jar. */
  public enum Trust {
    /** Its signature. */
    SIGNATURE,
    /** Whoever started the product: it is a part of the distribution. */
    DISTRIBUTION
  }

  /** Stands for the name of a key with jars of the distribution. */
  static final String DISTRIBUTION_KEY = "distribution";

  /** What came of reading a jar. */
  public sealed interface Outcome {
    record Verified(PluginJar jar) implements Outcome {}

    record Refused(String plugin, List<Fault> faults) implements Outcome {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  private final TrustedKeys keys;
  private final boolean developmentMode;

  public Verifier(TrustedKeys keys, boolean developmentMode) {
    this.keys = keys;
    this.developmentMode = developmentMode;
  }

  /** Verifies the file; its signature is looked for beside it, under the same name with .sig. */
  public Outcome verify(Path file) {
    return verify(file, Trust.SIGNATURE);
  }

  /** Verifies the file, on somebody's trust. */
  public Outcome verify(Path file, Trust trust) {
    String fileName = String.valueOf(file.getFileName());
    try {
      byte[] bytes = Files.readAllBytes(file);
      Path signature = file.resolveSibling(fileName + ".sig");
      return verify(
          file,
          fileName,
          bytes,
          Files.exists(signature) ? Optional.of(Files.readAllBytes(signature)) : Optional.empty(),
          trust);
    } catch (IOException e) {
      return new Outcome.Refused(
          fileName, List.of(Refusals.notAJar(fileName, String.valueOf(e.getMessage()))));
    }
  }

  private Outcome verify(
      Path file, String fileName, byte[] bytes, Optional<byte[]> signature, Trust trust) {
    Map<String, byte[]> entries;
    try {
      entries = unzip(bytes);
    } catch (ZipException e) {
      return new Outcome.Refused(
          fileName, List.of(Refusals.notAJar(fileName, String.valueOf(e.getMessage()))));
    } catch (TooLarge e) {
      return new Outcome.Refused(
          fileName, List.of(Refusals.tooLarge(fileName, e.entry, MOST_BYTES)));
    } catch (IOException e) {
      return new Outcome.Refused(
          fileName, List.of(Refusals.notAJar(fileName, String.valueOf(e.getMessage()))));
    }
    byte[] manifestBytes = entries.get(MANIFEST);
    if (manifestBytes == null) {
      String reason = entries.isEmpty() ? "no zip entries" : "no " + MANIFEST;
      return new Outcome.Refused(fileName, List.of(Refusals.notAJar(fileName, reason)));
    }
    Attributes headers;
    try {
      headers = new Manifest(new ByteArrayInputStream(manifestBytes)).getMainAttributes();
    } catch (IOException e) {
      return new Outcome.Refused(
          fileName, List.of(Refusals.notAJar(fileName, String.valueOf(e.getMessage()))));
    }
    return new Reading(fileName, headers, entries).toOutcome(file, bytes, signature, trust);
  }

  /** One jar in the course of being read; gathers all faults, not only the first. */
  private final class Reading {
    private final Attributes headers;
    private final Map<String, byte[]> entries;
    private final String plugin;
    private final List<Fault> faults = new ArrayList<>();

    Reading(String fileName, Attributes headers, Map<String, byte[]> entries) {
      this.headers = headers;
      this.entries = entries;
      String module = headers.getValue("Wuyou-Module");
      this.plugin = module == null || module.isBlank() ? fileName : module.strip();
    }

    Outcome toOutcome(Path file, byte[] bytes, Optional<byte[]> signature, Trust trust) {
      String module = required("Wuyou-Module");
      String symbolicName =
          HeaderClause.parse(required("Bundle-SymbolicName")).stream()
              .findFirst()
              .map(HeaderClause::name)
              .orElse("");
      Version version = version(required("Bundle-Version"));
      if (!module.isEmpty() && !module.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
        faults.add(
            Refusals.headerInvalid(plugin, "Wuyou-Module", module, "lower-case words joined by -"));
      }
      if (RESERVED.contains(module)) {
        faults.add(Refusals.moduleReserved(module));
      }
      for (String header : FORBIDDEN_HEADERS) {
        if (headers.getValue(header) != null) {
          faults.add(Refusals.headerForbidden(plugin, header));
        }
      }
      List<PluginJar.Requirement> requires = requirements();
      Map<String, String> schema = texts(PluginJar.SCHEMA, ".graphqls", path -> path);
      Map<String, String> policy = texts(PluginJar.POLICY, "", below(PluginJar.POLICY, ""));
      Map<String, String> reference =
          texts(PluginJar.REFERENCE, ".csv", below(PluginJar.REFERENCE, ".csv"));
      Map<String, String> samples =
          texts(PluginJar.SAMPLE, ".csv", below(PluginJar.SAMPLE, ".csv"));
      scanClasses();
      Optional<String> signedBy =
          trust == Trust.DISTRIBUTION ? Optional.of(DISTRIBUTION_KEY) : signer(bytes, signature);
      if (!faults.isEmpty()) {
        return new Outcome.Refused(plugin, faults);
      }
      return new Outcome.Verified(
          new PluginJar(
              file,
              sha256(bytes),
              new PluginId(module, version),
              symbolicName,
              signedBy,
              Optional.ofNullable(headers.getValue("Wuyou-Plugin")).map(String::strip),
              requires,
              names("Import-Package"),
              names("Export-Package"),
              schema,
              policy,
              reference,
              samples));
    }

    private String required(String header) {
      String value = headers.getValue(header);
      if (value == null || value.isBlank()) {
        faults.add(Refusals.headerMissing(plugin, header));
        return "";
      }
      return value.strip();
    }

    private Version version(String text) {
      try {
        return Version.parseVersion(text);
      } catch (IllegalArgumentException e) {
        faults.add(Refusals.headerInvalid(plugin, "Bundle-Version", text, "1.2.3"));
        return Version.emptyVersion;
      }
    }

    private List<PluginJar.Requirement> requirements() {
      List<PluginJar.Requirement> requires = new ArrayList<>();
      for (HeaderClause clause : HeaderClause.parse(headers.getValue("Wuyou-Requires"))) {
        String range = clause.parameters().getOrDefault("version", "0");
        try {
          requires.add(new PluginJar.Requirement(clause.name(), new VersionRange(range)));
        } catch (IllegalArgumentException e) {
          faults.add(
              Refusals.headerInvalid(
                  plugin, "Wuyou-Requires", range, "registry;version=\"[0.1,1)\""));
        }
      }
      return requires;
    }

    private TreeSet<String> names(String header) {
      TreeSet<String> names = new TreeSet<>();
      HeaderClause.parse(headers.getValue(header)).forEach(clause -> names.add(clause.name()));
      return names;
    }

    private static UnaryOperator<String> below(String folder, String suffix) {
      return path -> path.substring(folder.length(), path.length() - suffix.length());
    }

    private Map<String, String> texts(String folder, String suffix, UnaryOperator<String> name) {
      Map<String, String> texts = new LinkedHashMap<>();
      entries.forEach(
          (path, content) -> {
            if (path.startsWith(folder) && path.endsWith(suffix)) {
              try {
                texts.put(name.apply(path), utf8(content));
              } catch (CharacterCodingException e) {
                faults.add(Refusals.notUtf8(plugin, path));
              }
            }
          });
      return texts;
    }

    private void scanClasses() {
      entries.forEach(
          (name, content) -> {
            if (name.endsWith(".class")) {
              try {
                ForbiddenCalls.in(content)
                    .forEach(found -> faults.add(Refusals.forbiddenCall(plugin, found)));
              } catch (IOException e) {
                faults.add(Refusals.notAJar(plugin, name + " is not a class file"));
              }
            }
          });
    }

    private Optional<String> signer(byte[] bytes, Optional<byte[]> signature) {
      if (signature.isEmpty()) {
        if (!developmentMode) {
          faults.add(Refusals.unsigned(plugin));
        }
        return Optional.empty();
      }
      Optional<String> signer = keys.signer(bytes, signature.get());
      if (signer.isEmpty()) {
        faults.add(Refusals.untrusted(plugin, keys.names()));
      }
      return signer;
    }
  }

  private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    long left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          byte[] content = read(zip, left, entry.getName());
          left -= content.length;
          entries.put(entry.getName(), content);
        }
      }
    }
    return entries;
  }

  private static byte[] read(ZipInputStream zip, long left, String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      out.write(buffer, 0, n);
      if (out.size() > left) {
        throw new TooLarge(name);
      }
    }
    return out.toByteArray();
  }

  private static String utf8(byte[] content) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
    private final String entry;

    TooLarge(String entry) {
      super(entry);
      this.entry = entry;
    }
  }
}
