package org.wuyou.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one demonstration that all of them share; stopped after the last. */
final class WithDemo implements ParameterResolver {
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(WithDemo.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DemoServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .computeIfAbsent("demo", started -> start(), DemoServer.class);
  }

  private static DemoServer start() {
    try {
      Path data = Files.createTempDirectory("wuyou demo 演示");
      return new DemoServer(WuyouProcess.SCRIPT, data);
    } catch (IOException broken) {
      throw new IllegalStateException("the demonstration does not start", broken);
    }
  }
}
