package org.wuyou.runtime.plugin;

import java.time.Duration;
import java.util.Arrays;
import org.osgi.framework.BundleException;
import org.wuyou.spi.model.Label;

/** The words for plugins whose code fails while it is brought to life. */
final class Failures {
  private Failures() {}

  static Fault unresolved(PluginJar jar, BundleException failure) {
    String text = String.valueOf(failure.getMessage());
    // Felix: "... missing requirement [x R 3.0] osgi.wiring.package;
    // (&(osgi.wiring.package=a.b)...)"
    int at = text.indexOf("osgi.wiring.package=");
    String wanted = at < 0 ? text : text.substring(at + "osgi.wiring.package=".length());
    int end = wanted.indexOf(')');
    return Refusals.unresolved(jar.module(), at < 0 || end < 0 ? text : wanted.substring(0, end));
  }

  static Fault noSuchClass(PluginJar jar, String className) {
    return new Fault(
        "PLUGIN_CLASS_MISSING",
        jar.module(),
        Place.of("META-INF/MANIFEST.MF"),
        new Label(
            "Wuyou-Plugin 指定的类 " + className + " 不在 jar 中，或未实现 org.wuyou.spi.Plugin。",
            "The class "
                + className
                + " named by Wuyou-Plugin is not in the jar, or is no org.wuyou.spi.Plugin."),
        new Label("请改正 Wuyou-Plugin 或补上该类。", "Correct Wuyou-Plugin, or add the class."));
  }

  static Fault startFailed(PluginJar jar, String during, Throwable failure, ClassLoader loader) {
    Throwable cause = rootCause(failure);
    return new Fault(
        "START_FAILED",
        jar.module(),
        place(jar, cause.getStackTrace(), loader),
        new Label(
            "插件在" + (during.equals("register") ? "登记" : "构造") + "时抛出 " + cause + "。",
            "The plugin threw " + cause + " in its " + during + "."),
        new Label("请在所指行修正后提高版本重新发布。", "Mend the line named and release it under a new version."));
  }

  static Fault startHangs(
      PluginJar jar, Duration limit, StackTraceElement[] stack, ClassLoader loader, boolean stuck) {
    return new Fault(
        "START_TIMEOUT",
        jar.module(),
        place(jar, stack, loader),
        new Label(
            "插件未在 " + limit.toMillis() + " 毫秒内启动" + (stuck ? "，且不响应中断，其线程要到服务器重启才会结束。" : "，已中断。"),
            "The plugin did not start within "
                + limit.toMillis()
                + " ms"
                + (stuck
                    ? " and ignores interruption; its thread ends only when the server is restarted."
                    : " and was interrupted.")),
        new Label(
            "构造方法与 register 只应登记；请把等待与循环移出所指行。",
            "A constructor and register only register; move the waiting or looping out of the line named."));
  }

  /** The first frame in the plugin's own code. */
  private static Place place(PluginJar jar, StackTraceElement[] stack, ClassLoader loader) {
    return Arrays.stream(stack)
        .filter(frame -> isOf(frame.getClassName(), loader))
        .findFirst()
        .map(
            frame -> {
              int dot = frame.getClassName().lastIndexOf('.');
              String folder =
                  dot < 0 ? "" : frame.getClassName().substring(0, dot + 1).replace('.', '/');
              return Place.of(folder + frame.getFileName(), Math.max(0, frame.getLineNumber()));
            })
        .orElseGet(() -> Place.of(jar.pluginClass().orElse("META-INF/MANIFEST.MF")));
  }

  private static boolean isOf(String className, ClassLoader loader) {
    return loader.getResource(
                className.replace('.', '/').replaceFirst("\\$\\$Lambda.*", "") + ".class")
            != null
        && !className.startsWith("java.")
        && !className.startsWith("jdk.")
        && !className.startsWith("org.wuyou.spi.");
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }
}
