package org.wuyou.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuyou.gateway.sdl.BuiltIn;
import org.wuyou.gateway.sdl.Faults;
import org.wuyou.gateway.sdl.ModelReader;
import org.wuyou.gateway.sdl.SdlReader;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.model.Model;

/**
 * Composes what the modules contribute into one schema generation: parse, join, check, derive. Runs
 * off the request threads; touches nothing that is live.
 */
public final class SchemaComposer {
  private static final List<String> PLATFORM_TEXTS = List.of("base.graphqls", "common.graphqls");

  private SchemaComposer() {}

  /** A generation, or all that is wrong with the contributions together. */
  public static Composition compose(List<Contribution> contributions) {
    return Shape.of(contributions, withPlatform(contributions), false).answeredBy(contributions);
  }

  /**
   * The shape of contributions that have answered before: without the rules that cost most, for
   * what broke them was never let in. Their code is not asked for.
   */
  public static Shape recall(List<Contribution> contributions) {
    return Shape.of(contributions, withPlatform(contributions), true);
  }

  /**
   * What the contributions declare, without the code behind their fields; for tools that work
   * without a server.
   *
   * @throws IllegalArgumentException naming what is wrong with the declarations
   */
  public static Model declared(List<Contribution> contributions) {
    Faults faults = new Faults();
    Model model =
        new ModelReader(SdlReader.of(faults).read(withPlatform(contributions)), faults).read();
    if (faults.any()) {
      throw new IllegalArgumentException(String.valueOf(faults.list()));
    }
    return model;
  }

  private static List<Contribution> withPlatform(List<Contribution> contributions) {
    List<Contribution> all = new ArrayList<>();
    all.add(platform());
    all.addAll(contributions);
    return all;
  }

  private static Contribution platform() {
    Map<String, String> sources = new LinkedHashMap<>();
    for (String name : PLATFORM_TEXTS) {
      sources.put(name, read("/wuyou/" + name));
    }
    return new Contribution(BuiltIn.PLATFORM, "", sources, Map.of(), Map.of());
  }

  private static String read(String resource) {
    try (InputStream in = SchemaComposer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
