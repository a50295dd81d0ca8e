package org.wuyou.runtime.policies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.Problem;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.runtime.PolicyHost;
import org.wuyou.runtime.plugin.Fault;
import org.wuyou.runtime.plugin.Place;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/** The policies in use: checked with every generation, swapped with it, answered in GraphQL. */
public final class Policies implements PolicyHost {
  private static final String MODULE = "policy";
  private static final String VERSION = "0.1.0";

  private final AttachedDocuments documents;
  private volatile Bundles bundles = Bundles.NONE;
  private volatile Checked checked = new Checked(FactCatalogue.EMPTY, Map.of());

  public Policies(AttachedDocuments documents) {
    this.documents = documents;
  }

  /** What the last check compiled, so that neither the swap nor the next check does it again. */
  private record Checked(FactCatalogue catalogue, Map<Files, Compilation> compilations) {}

  @Override
  public List<Fault> check(List<Files> plugins, Model model) {
    List<Fault> faults = new ArrayList<>();
    compiled(plugins, model)
        .forEach(
            (plugin, compilation) -> {
              if (compilation instanceof Compilation.Rejected rejected) {
                rejected.problems().forEach(problem -> faults.add(fault(plugin, problem)));
              }
            });
    return faults;
  }

  @Override
  public void publish(List<Files> plugins, Model model) {
    List<Bundles.Deployed> deployed = new ArrayList<>();
    compiled(plugins, model)
        .forEach(
            (plugin, compilation) ->
                deployed.add(
                    switch (compilation) {
                      case Compilation.Compiled compiled ->
                          new Bundles.Deployed(
                              plugin.module(), plugin.version(), compiled.bundle());
                      case Compilation.Rejected rejected ->
                          throw new IllegalStateException(
                              plugin.module() + " was not checked: " + rejected.problems());
                    }));
    bundles = new Bundles(deployed);
  }

  private Map<Files, Compilation> compiled(List<Files> plugins, Model model) {
    FactCatalogue catalogue = ModelCatalogue.of(model);
    Checked before = checked;
    Map<Files, Compilation> known =
        before.catalogue().equals(catalogue) ? before.compilations() : Map.of();
    Map<Files, Compilation> compilations =
        plugins.parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    plugin -> plugin,
                    plugin -> {
                      Compilation kept = known.get(plugin);
                      return kept == null ? compile(plugin, catalogue) : kept;
                    }));
    checked = new Checked(catalogue, compilations);
    return compilations;
  }

  private static Compilation compile(Files plugin, FactCatalogue catalogue) {
    return PolicyCompiler.compile(new BundleSource(new TreeMap<>(plugin.files())), catalogue);
  }

  private static Fault fault(Files plugin, Problem problem) {
    return new Fault(
        problem.code().name(),
        plugin.module(),
        new Place(problem.file(), problem.line(), problem.column()),
        label(problem.message()),
        label(problem.remedy()));
  }

  private static Label label(Text text) {
    return new Label(text.zh(), text.en());
  }

  /** Fields on the registry's entities come only with the registry. */
  @Override
  public List<Contribution> contributions(Set<String> modules) {
    PolicyFields fields = new PolicyFields(() -> bundles);
    Map<String, String> sources = new TreeMap<>();
    sources.put("policy.graphqls", sdl("policy.graphqls"));
    sources.put("policy-administration.graphqls", sdl("policy-administration.graphqls"));
    Map<String, Resolver> resolvers = new TreeMap<>(fields.shared());
    resolvers.putAll(new AdministrationFields(() -> bundles, documents).all());
    resolvers.putAll(new DocumentFields(() -> bundles, documents).all());
    if (modules.contains("registry")) {
      sources.put("policy-registry.graphqls", sdl("policy-registry.graphqls"));
      resolvers.putAll(fields.ofRegistry());
    }
    return List.of(new Contribution(MODULE, VERSION, sources, resolvers, Map.of()));
  }

  private static String sdl(String name) {
    try (InputStream in = Contribution.class.getResourceAsStream("/wuyou/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
