package org.wuyou.projects;

import jakarta.inject.Inject;
import org.wuyou.spi.Plugin;
import org.wuyou.spi.Registration;

/** Registers the rules on rows. */
public final class ProjectsPlugin implements Plugin {
  @Inject
  public ProjectsPlugin() {}

  @Override
  public void register(Registration registration) {
    registration.check("Bid", new OneWinner());
  }
}
