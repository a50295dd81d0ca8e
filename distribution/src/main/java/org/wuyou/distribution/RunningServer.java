package org.wuyou.distribution;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import org.wuyou.console.cli.Cli;
import org.wuyou.console.cli.CommandFailure;
import org.wuyou.console.cli.Output;
import org.wuyou.console.cli.Server;
import org.wuyou.runtime.Product;
import org.wuyou.runtime.ProductSettings;

/** The product in the foreground of this process, until it is told to stop. */
final class RunningServer implements AutoCloseable {
  private final Product product;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private RunningServer(Product product) {
    this.product = product;
  }

  /** Starts; what stands in the way is a sentence with a remedy. */
  static RunningServer start(ProductSettings settings, Output output) {
    try {
      RunningServer server = new RunningServer(Product.start(settings));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      return server;
    } catch (IOException | RuntimeException e) {
      if (portTaken(e)) {
        throw new CommandFailure.Refused(
            "PORT_TAKEN", output.texts().say("start.portTaken", settings.http().port() + ""));
      }
      throw new CommandFailure.Refused(
          "START",
          output.texts().say("start.failed", settings.data(), String.valueOf(e.getMessage())));
    }
  }

  Product product() {
    return product;
  }

  /** Waits for SIGTERM or Ctrl-C. */
  void await() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Opens a shell on this terminal, and stops at its end. */
  void shell(Server connected, Output output, Home home) throws IOException {
    Cli.openShell(connected, output.texts(), home.workbench(output.texts()));
    close();
  }

  /** Requests under way finish, then everything is closed in order. */
  @Override
  public synchronized void close() {
    if (stopped.getCount() > 0) {
      product.close();
      stopped.countDown();
    }
  }

  private static boolean portTaken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }
}
