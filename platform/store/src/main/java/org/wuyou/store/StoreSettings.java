package org.wuyou.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.wuyou.spi.model.Model;

/**
 * Where and how to open a store.
 *
 * @param directory made if it is not there
 * @param model what the first snapshot answers for; none: no entity, and what is kept stays as it
 *     is until the first migration
 * @param openLimit how long opening the files may take
 * @param backups directory whose newest backup is opened if the files cannot be; none: opening
 *     fails
 */
public record StoreSettings(
    Path directory,
    Optional<Model> model,
    Clock clock,
    Duration openLimit,
    Optional<Path> backups) {

  public static StoreSettings of(Path directory, Model model) {
    return of(directory, Optional.of(model));
  }

  /** For a model that is known later. */
  public static StoreSettings of(Path directory) {
    return of(directory, Optional.empty());
  }

  private static StoreSettings of(Path directory, Optional<Model> model) {
    return new StoreSettings(
        directory, model, Clock.systemUTC(), Duration.ofSeconds(60), Optional.empty());
  }

  public StoreSettings withBackups(Path newBackups) {
    return new StoreSettings(directory, model, clock, openLimit, Optional.of(newBackups));
  }
}
