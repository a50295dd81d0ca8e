package org.wuyou.runtime.plugin;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Walks the methods of a class file and notes the lines at which certain methods are called. */
final class CodeLines {
  private static final int INVOKE_VIRTUAL = 182;
  private static final int INVOKE_SPECIAL = 183;
  private static final int INVOKE_STATIC = 184;
  private static final int TABLE_SWITCH = 170;
  private static final int LOOKUP_SWITCH = 171;
  private static final int WIDE = 196;
  private static final int IINC = 132;

  /** A call instruction: its source line, or 0, and the pool index of the method. */
  record Call(int line, int method) implements Comparable<Call> {
    @Override
    public int compareTo(Call other) {
      return line != other.line
          ? Integer.compare(line, other.line)
          : Integer.compare(method, other.method);
    }
  }

  private final ConstantPool pool;
  private final Set<Integer> methods;
  private final Set<Call> calls;

  CodeLines(ConstantPool pool, Set<Integer> methods, Set<Call> calls) {
    this.pool = pool;
    this.methods = methods;
    this.calls = calls;
  }

  void skipMembers(DataInputStream in) throws IOException {
    int members = in.readUnsignedShort();
    for (int i = 0; i < members; i++) {
      in.skipNBytes(6);
      int attributes = in.readUnsignedShort();
      for (int j = 0; j < attributes; j++) {
        in.skipNBytes(2);
        in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
      }
    }
  }

  void readMembers(DataInputStream in) throws IOException {
    int members = in.readUnsignedShort();
    for (int i = 0; i < members; i++) {
      in.skipNBytes(6);
      int attributes = in.readUnsignedShort();
      for (int j = 0; j < attributes; j++) {
        String name = pool.text(in.readUnsignedShort());
        byte[] body = in.readNBytes(in.readInt());
        if (name.equals("Code")) {
          readCode(new DataInputStream(new ByteArrayInputStream(body)));
        }
      }
    }
  }

  private void readCode(DataInputStream in) throws IOException {
    in.skipNBytes(4);
    byte[] code = in.readNBytes(in.readInt());
    in.skipNBytes(8L * in.readUnsignedShort());
    List<int[]> lines = new ArrayList<>();
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      String name = pool.text(in.readUnsignedShort());
      int length = in.readInt();
      if (name.equals("LineNumberTable")) {
        int entries = in.readUnsignedShort();
        for (int j = 0; j < entries; j++) {
          lines.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
        }
      } else {
        in.skipNBytes(Integer.toUnsignedLong(length));
      }
    }
    for (int at = 0; at < code.length; at += length(code, at)) {
      int opcode = code[at] & 0xff;
      if (opcode >= INVOKE_VIRTUAL && opcode <= INVOKE_STATIC && opcode != INVOKE_SPECIAL) {
        int method = unsignedShort(code, at + 1);
        if (methods.contains(method)) {
          calls.add(new Call(lineAt(lines, at), method));
        }
      }
    }
  }

  private static int lineAt(List<int[]> lines, int at) {
    int line = 0;
    int best = -1;
    for (int[] entry : lines) {
      if (entry[0] <= at && entry[0] > best) {
        best = entry[0];
        line = entry[1];
      }
    }
    return line;
  }

  /** Length of the instruction at {@code at}, operands included (JVM specification, chapter 6). */
  private static int length(byte[] code, int at) {
    int opcode = code[at] & 0xff;
    return switch (opcode) {
      case TABLE_SWITCH -> {
        int operands = (at | 3) + 1;
        yield operands + 12 + 4 * (intAt(code, operands + 8) - intAt(code, operands + 4) + 1) - at;
      }
      case LOOKUP_SWITCH -> {
        int operands = (at | 3) + 1;
        yield operands + 8 + 8 * intAt(code, operands + 4) - at;
      }
      case WIDE -> (code[at + 1] & 0xff) == IINC ? 6 : 4;
      case 16, 18, 188 -> 2; // bipush, ldc, newarray
      case 17, 19, 20, IINC -> 3; // sipush, ldc_w, ldc2_w, iinc
      case 185, 186, 200, 201 -> 5; // invokeinterface, invokedynamic, goto_w, jsr_w
      case 197 -> 4; // multianewarray
      default -> {
        if ((opcode >= 21 && opcode <= 25) || (opcode >= 54 && opcode <= 58) || opcode == 169) {
          yield 2; // loads and stores of numbered locals, ret
        }
        boolean shortOperand =
            (opcode >= 153 && opcode <= 168)
                || (opcode >= 178 && opcode <= 184)
                || opcode == 187
                || opcode == 189
                || opcode == 192
                || opcode == 193
                || opcode == 198
                || opcode == 199;
        yield shortOperand ? 3 : 1;
      }
    };
  }

  private static int intAt(byte[] code, int at) {
    return (unsignedShort(code, at) << 16) | unsignedShort(code, at + 2);
  }

  private static int unsignedShort(byte[] code, int at) {
    return ((code[at] & 0xff) << 8) | (code[at + 1] & 0xff);
  }
}
