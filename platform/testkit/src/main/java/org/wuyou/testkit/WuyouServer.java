package org.wuyou.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts the product once for a test class, with an empty store in a folder of its own and on a
 * free port, and stops it afterwards. Tests take a {@link RunningProduct} or a {@link
 * GraphqlClient} with the administrator's token as parameters.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(WuyouServerExtension.class)
public @interface WuyouServer {
  /**
   * Plugins to deploy, providers first: module folders relative to the root of the source tree
   * ({@code plugins/registry}), or jars.
   */
  String[] plugins() default {};

  /** Whose files are at hand as {@code now}: {@code 2026-06-30T08:00:00Z}; empty: the real time. */
  String now() default "";

  /** Whether the sample of these plugins is loaded, as users load files. */
  boolean sample() default false;
}
