package org.wuyou.store.disk;

import java.nio.file.Path;
import org.eclipse.serializer.afs.types.AFile;
import org.eclipse.serializer.persistence.types.Persistence;
import org.eclipse.serializer.persistence.types.PersistenceTypeDictionaryFileHandler;
import org.eclipse.serializer.persistence.types.PersistenceTypeDictionaryIoHandler;
import org.eclipse.serializer.persistence.types.PersistenceTypeDictionaryStorer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the type dictionary so that a cut at any moment leaves the old or the new one: the library
 * truncates the file and writes it again in place.
 */
final class AtomicTypeDictionary implements PersistenceTypeDictionaryIoHandler {
  private final AFile file;
  private final Path path;
  private final @Nullable PersistenceTypeDictionaryStorer listener;

  AtomicTypeDictionary(AFile file, Path path, @Nullable PersistenceTypeDictionaryStorer listener) {
    this.file = file;
    this.path = path;
    this.listener = listener;
  }

  @Override
  public synchronized String loadTypeDictionary() {
    return PersistenceTypeDictionaryFileHandler.readTypeDictionary(file);
  }

  @Override
  public synchronized void storeTypeDictionary(String dictionary) {
    Forcing.replace(path, dictionary.getBytes(Persistence.standardCharset()));
    PersistenceTypeDictionaryStorer told = listener;
    if (told != null) {
      told.storeTypeDictionary(dictionary);
    }
  }
}
