package org.wuyou.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * {@code /graphiql}: the GraphiQL page with all it loads, from this server alone. The page itself
 * is no secret; the queries it sends carry the token that its user enters.
 */
final class GraphiqlRoute implements HttpRoute {
  private final PageFile page;
  private final Map<String, PageFile> files;

  private GraphiqlRoute(PageFile page, Map<String, PageFile> files) {
    this.page = page;
    this.files = Map.copyOf(files);
  }

  static GraphiqlRoute load() {
    return new GraphiqlRoute(
        own("index.html"),
        Map.of(
            "page.js", own("page.js"),
            "page.css", own("page.css"),
            "react.js", library("react", "umd/react.production.min.js"),
            "react-dom.js", library("react-dom", "umd/react-dom.production.min.js"),
            "graphiql.js", library("graphiql", "graphiql.min.js"),
            "graphiql.css", library("graphiql", "graphiql.min.css")));
  }

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
    PageFile file = call.rest().isEmpty() ? page : files.get(call.rest());
    if (file == null) {
      throw HttpRefusal.notFound(call.path());
    }
    return file.answer(call);
  }

  private static PageFile own(String name) {
    return PageFile.ofResource(loader(), "org/wuyou/gateway/http/graphiql/" + name);
  }

  /** A file of a library's jar, in the version that is on the class path. */
  private static PageFile library(String name, String file) {
    return PageFile.ofResource(
        loader(), "META-INF/resources/_static/" + name + "/" + version(name) + "/" + file);
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
