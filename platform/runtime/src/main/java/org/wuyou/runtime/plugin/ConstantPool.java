package org.wuyou.runtime.plugin;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** As much of a class file's constant pool as tells which methods the class names. */
final class ConstantPool {
  private final String[] texts;
  private final int[] first;
  private final int[] second;
  private final byte[] tags;

  private ConstantPool(int size) {
    texts = new String[size];
    first = new int[size];
    second = new int[size];
    tags = new byte[size];
  }

  static ConstantPool read(DataInputStream in) throws IOException {
    ConstantPool pool = new ConstantPool(in.readUnsignedShort());
    for (int i = 1; i < pool.tags.length; i++) {
      byte tag = in.readByte();
      pool.tags[i] = tag;
      switch (tag) {
        case 1 -> pool.texts[i] = in.readUTF();
        case 3, 4 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // a long or double takes two places
        }
        case 7, 8, 16, 19, 20 -> pool.first[i] = in.readUnsignedShort();
        case 15 -> in.skipNBytes(3);
        case 9, 10, 11, 12, 17, 18 -> {
          pool.first[i] = in.readUnsignedShort();
          pool.second[i] = in.readUnsignedShort();
        }
        default -> throw new IOException("constant pool tag " + tag);
      }
    }
    return pool;
  }

  String text(int index) {
    return texts[index];
  }

  String className(int index) {
    return texts[first[index]];
  }

  /** The methods named by the class that are among {@code wanted}: readable name by pool index. */
  Map<Integer, String> methodsAmong(Map<String, Set<String>> wanted) {
    Map<Integer, String> found = new HashMap<>();
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == 10) {
        String owner = className(first[i]);
        String name = texts[first[second[i]]];
        if (wanted.getOrDefault(owner, Set.of()).contains(name)) {
          found.put(i, owner.substring(owner.lastIndexOf('/') + 1) + "." + name);
        }
      }
    }
    return found;
  }
}
