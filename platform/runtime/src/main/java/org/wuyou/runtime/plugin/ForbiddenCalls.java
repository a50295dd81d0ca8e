package org.wuyou.runtime.plugin;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds calls in class files that would end the JVM or load native code. Reads the class file
 * itself: the constant pool says whether there is such a call at all, the line table where.
 */
final class ForbiddenCalls {
  private static final Map<String, Set<String>> FORBIDDEN =
      Map.of(
          "java/lang/System", Set.of("exit", "load", "loadLibrary", "setSecurityManager"),
          "java/lang/Runtime", Set.of("exit", "halt", "load", "loadLibrary", "addShutdownHook"));

  /** A forbidden call; line 0 if the class carries no line numbers. */
  record Found(String className, String file, int line, String call) {}

  private ForbiddenCalls() {}

  /** All forbidden calls of one class file, by line. */
  static List<Found> in(byte[] classFile) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.skipNBytes(8);
    ConstantPool pool = ConstantPool.read(in);
    Map<Integer, String> forbidden = pool.methodsAmong(FORBIDDEN);
    if (forbidden.isEmpty()) {
      return List.of();
    }
    in.skipNBytes(2);
    String className = pool.className(in.readUnsignedShort()).replace('/', '.');
    in.skipNBytes(2);
    in.skipNBytes(2L * in.readUnsignedShort());
    Set<CodeLines.Call> calls = new TreeSet<>();
    CodeLines code = new CodeLines(pool, forbidden.keySet(), calls);
    code.skipMembers(in);
    code.readMembers(in);
    String file = className.replace('.', '/').replaceFirst("\\$.*", "") + ".java";
    List<Found> found = new ArrayList<>();
    for (CodeLines.Call call : calls) {
      found.add(
          new Found(
              className, file, call.line(), Objects.requireNonNull(forbidden.get(call.method()))));
    }
    if (found.isEmpty()) {
      // A method handle or reference: in the pool, but at no call instruction.
      forbidden.values().forEach(call -> found.add(new Found(className, file, 0, call)));
    }
    return List.copyOf(found);
  }
}
