package org.wuyou.gateway;

import graphql.parser.Parser;
import java.math.BigDecimal;
import org.eclipse.jetty.http.MimeTypes;

/** What the libraries set up once, at their first use, and what takes longest of it. */
public final class FirstUse {
  private FirstUse() {}

  /**
   * Has it set up in a thread of its own, so that a start need not wait for it later.
   *
   * @param others what other parts of the product set up, before what is needed here
   */
  public static void begin(Runnable others) {
    Thread.ofPlatform()
        .daemon()
        .name("first-use")
        .start(
            () -> {
              // The JDK works out a table of large powers for it.
              BigDecimal.ONE.signum();
              others.run();
              Parser.parse("{ __typename }");
              MimeTypes.DEFAULTS.getMimeByExtension("page.html");
            });
  }
}
