package org.wuyou.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs the product for {@link WuyouServer}. */
final class WuyouServerExtension implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(WuyouServerExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Class<?> test = context.getRequiredTestClass();
    WuyouServer asked =
        AnnotationSupport.findAnnotation(test, WuyouServer.class)
            .orElseThrow(() -> new ExtensionConfigurationException(test + " is not @WuyouServer"));
    RunningProduct product = RunningProduct.start(clock(asked), List.of());
    // Kept first, so that it is stopped even if a plugin is refused.
    context.getStore(NAMESPACE).put(RunningProduct.class, product);
    Arrays.stream(asked.plugins()).map(PluginFolder::jarOf).forEach(product::deploy);
    if (asked.sample()) {
      SampleFiles.of(asked.plugins()).load(product);
    }
  }

  private static Clock clock(WuyouServer asked) {
    return asked.now().isEmpty()
        ? Clock.systemUTC()
        : Clock.fixed(Instant.parse(asked.now()), ZoneOffset.UTC);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == RunningProduct.class || type == GraphqlClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RunningProduct product =
        Objects.requireNonNull(
            context.getStore(NAMESPACE).get(RunningProduct.class, RunningProduct.class),
            "started before all tests");
    return parameter.getParameter().getType() == GraphqlClient.class ? product.client() : product;
  }
}
