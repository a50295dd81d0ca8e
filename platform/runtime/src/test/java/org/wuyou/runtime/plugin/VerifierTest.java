package org.wuyou.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Verifying a jar")
class VerifierTest {
  @TempDir Path folder;
  private Verifier verifier;

  @BeforeEach
  void developmentMode() {
    verifier = new Verifier(new TrustedKeys(folder.resolve("trusted")), true);
  }

  @Test
  void reads_manifest_and_texts() throws Exception {
    PluginJar jar =
        verified(
            JarMaker.jar("region-demo", "1.2.3")
                .header("Wuyou-Requires", "registry;version=\"[0.1,1)\",talent")
                .schema("demo.graphqls", "type A { a: Int }")
                .text("META-INF/wuyou/policy/targets/a.yaml", "a: 1")
                .text("META-INF/wuyou/sample/Enterprise.csv", "uscc\n")
                .writeTo(folder));

    assertEquals(PluginId.of("region-demo", "1.2.3"), jar.id());
    assertEquals(
        List.of("registry [0.1.0,1.0.0)", "talent 0.0.0"),
        jar.requires().stream().map(PluginJar.Requirement::toString).toList());
    assertEquals("type A { a: Int }", jar.schema().get("META-INF/wuyou/schema/demo.graphqls"));
    assertEquals("a: 1", jar.policy().get("targets/a.yaml"));
    assertEquals("uscc\n", jar.samples().get("Enterprise"));
  }

  @Test
  void refuses_what_is_no_jar() throws Exception {
    Path file = Files.writeString(folder.resolve("x.jar"), "not a zip at all");

    assertEquals(List.of("NOT_A_JAR"), codes(verifier.verify(file)));
  }

  @Test
  void refuses_a_jar_cut_short() throws Exception {
    byte[] whole = JarMaker.jar("demo", "1.0.0").schema("a.graphqls", "x".repeat(5000)).bytes();
    Path file =
        Files.write(folder.resolve("x.jar"), java.util.Arrays.copyOf(whole, whole.length / 2));

    assertEquals(List.of("NOT_A_JAR"), codes(verifier.verify(file)));
  }

  @Test
  void tells_all_missing_headers_at_once() throws Exception {
    Path file =
        Files.write(
            folder.resolve("x.jar"),
            JarMaker.jar("demo", "1.0.0")
                .without("Wuyou-Module")
                .without("Bundle-SymbolicName")
                .bytes());

    assertEquals(List.of("HEADER_MISSING", "HEADER_MISSING"), codes(verifier.verify(file)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Require-Bundle",
        "DynamicImport-Package",
        "Fragment-Host",
        "Bundle-NativeCode",
        "Bundle-Activator"
      })
  void refuses_forbidden_headers(String header) throws Exception {
    Path file = JarMaker.jar("demo", "1.0.0").header(header, "x").writeTo(folder);

    assertEquals(List.of("HEADER_FORBIDDEN"), codes(verifier.verify(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform", "policies", "base"})
  void refuses_the_platforms_own_names(String module) throws Exception {
    Path file = JarMaker.jar(module, "1.0.0").writeTo(folder);

    assertEquals(List.of("MODULE_RESERVED"), codes(verifier.verify(file)));
  }

  @Test
  void names_class_and_line_of_a_call_that_would_end_the_server() throws Exception {
    Path file =
        JarMaker.jar("demo", "1.0.0")
            .registering("if (registration == null)\n      System.exit(3);")
            .writeTo(folder);

    Fault fault = refused(verifier.verify(file)).faults().getFirst();

    assertEquals("FORBIDDEN_CALL", fault.code());
    assertEquals(new Place("demo/Module.java", 5, 0), fault.place());
    assertTrue(fault.message().en().contains("System.exit"), fault.message().en());
  }

  @Test
  void finds_a_method_reference_too() throws Exception {
    Path file =
        JarMaker.jar("demo", "1.0.0")
            .registering(
                "java.util.function.IntConsumer end = Runtime.getRuntime()::halt; end.accept(1);")
            .writeTo(folder);

    assertEquals(List.of("FORBIDDEN_CALL"), codes(verifier.verify(file)));
  }

  @Test
  void refuses_sdl_that_is_not_utf_8() throws Exception {
    Path file =
        JarMaker.jar("demo", "1.0.0")
            .bytes(
                "META-INF/wuyou/schema/a.graphqls",
                "企业".getBytes(java.nio.charset.Charset.forName("GB18030")))
            .writeTo(folder);

    assertEquals(List.of("NOT_UTF_8"), codes(verifier.verify(file)));
  }

  @Nested
  @DisplayName("outside development mode")
  class Signed {
    private KeyPair pair;

    @BeforeEach
    void trustedKey() throws Exception {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Path keys = Files.createDirectories(folder.resolve("trusted"));
      Files.writeString(
          keys.resolve("jincheng.pem"),
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
              + "\n-----END PUBLIC KEY-----\n");
      verifier = new Verifier(new TrustedKeys(keys), false);
    }

    @Test
    void refuses_an_unsigned_jar() throws Exception {
      assertEquals(
          List.of("UNSIGNED"),
          codes(verifier.verify(JarMaker.jar("demo", "1.0.0").writeTo(folder))));
    }

    @Test
    void takes_a_jar_signed_with_a_trusted_key() throws Exception {
      Path jar = JarMaker.jar("demo", "1.0.0").writeTo(folder);
      sign(jar, Files.readAllBytes(jar));

      assertEquals("jincheng", verified(jar).signedBy().orElseThrow());
    }

    @Test
    void refuses_a_jar_changed_after_signing() throws Exception {
      Path jar = JarMaker.jar("demo", "1.0.0").writeTo(folder);
      sign(jar, "other bytes".getBytes(StandardCharsets.UTF_8));

      assertEquals(List.of("SIGNATURE_UNTRUSTED"), codes(verifier.verify(jar)));
    }

    @Test
    void refuses_a_signature_that_is_noise() throws Exception {
      Path jar = JarMaker.jar("demo", "1.0.0").writeTo(folder);
      Files.writeString(jar.resolveSibling(jar.getFileName() + ".sig"), "not base64 ###");

      assertEquals(List.of("SIGNATURE_UNTRUSTED"), codes(verifier.verify(jar)));
    }

    private void sign(Path jar, byte[] content) throws Exception {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(content);
      Files.writeString(
          jar.resolveSibling(jar.getFileName() + ".sig"),
          Base64.getEncoder().encodeToString(signature.sign()));
    }
  }

  private PluginJar verified(Path file) {
    return assertInstanceOf(Verifier.Outcome.Verified.class, verifier.verify(file)).jar();
  }

  private static Verifier.Outcome.Refused refused(Verifier.Outcome outcome) {
    return assertInstanceOf(Verifier.Outcome.Refused.class, outcome);
  }

  private static List<String> codes(Verifier.Outcome outcome) {
    return refused(outcome).faults().stream().map(Fault::code).toList();
  }
}
