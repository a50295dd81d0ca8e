package org.wuyou.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * {@code /graphiql}: the GraphiQL page with all it loads, from this server alone. The page itself
 * is no secret; the queries it sends carry the token that its user enters.
 */
final class GraphiqlRoute implements HttpRoute {
  private static final String OWN = "org/wuyou/gateway/http/graphiql/";
  private static final String PAGE = "index.html";

  /** Where each file is on the class path. */
  private static final Map<String, Supplier<String>> RESOURCES =
      Map.of(
          PAGE,
          () -> OWN + PAGE,
          "page.js",
          () -> OWN + "page.js",
          "page.css",
          () -> OWN + "page.css",
          "react.js",
          () -> library("react", "umd/react.production.min.js"),
          "react-dom.js",
          () -> library("react-dom", "umd/react-dom.production.min.js"),
          "graphiql.js",
          () -> library("graphiql", "graphiql.min.js"),
          "graphiql.css",
          () -> library("graphiql", "graphiql.min.css"));

  /** Read when first asked for: compressing them would be a good part of the server's start. */
  private final ConcurrentHashMap<String, PageFile> files = new ConcurrentHashMap<>();

  @Override
  public String prefix() {
    return "/graphiql";
  }

  @Override
  public boolean open() {
    return true;
  }

  @Override
  public HttpAnswer handle(HttpCall call) {
    String name = call.rest().isEmpty() ? PAGE : call.rest();
    Supplier<String> resource = RESOURCES.get(name);
    if (resource == null) {
      throw HttpRefusal.notFound(call.path());
    }
    return files
        .computeIfAbsent(name, any -> PageFile.ofResource(loader(), resource.get()))
        .answer(call);
  }

  /** A file of a library's jar, in the version that is on the class path. */
  private static String library(String name, String file) {
    return "META-INF/resources/_static/" + name + "/" + version(name) + "/" + file;
  }

  private static String version(String name) {
    String resource = "META-INF/maven/org.mvnpm/" + name + "/pom.properties";
    try (InputStream in = loader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The class path has no " + resource);
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ClassLoader loader() {
    return GraphiqlRoute.class.getClassLoader();
  }
}
