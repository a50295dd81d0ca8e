package org.wuyou.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The administrator's token of a demonstration. A server shows its token once; a demonstration
 * keeps it in a file, readable by its owner only, so that it can be shown at every start.
 */
record DemoToken(String secret, Path file) {
  private static final int BYTES = 20;

  /** The token of the demonstration in {@code data}: kept, given by the environment, or made. */
  static DemoToken in(Path data) throws IOException {
    Path file = data.resolve("token");
    if (Files.exists(file)) {
      return new DemoToken(Files.readString(file).strip(), file);
    }
    Optional<String> given = ServerOptions.givenToken();
    String secret = given.isPresent() ? given.get() : made();
    if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, secret + "\n");
    return new DemoToken(secret, file);
  }

  private static String made() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
