package org.wuyou.runtime;

import org.wuyou.runtime.plugin.JarMaker;

/** A small module with one entity, a computed field, a command and a check, in many versions. */
public final class Things {
  private Things() {}

  public static final String SDL =
      """
      "物品 | Thing"
      type Thing @entity(key: ["code"]) {
        "代码 | Code"
        code: String!
        "数量 | Amount"
        amount: Int
        "版本 | Version of the code"
        release: String! @computed
      }
      """;

  public static JarMaker version(String version) {
    return JarMaker.jar("things", version)
        .schema("things.graphqls", SDL)
        .registering("registration.field(\"Thing\", \"release\", call -> \"" + version + "\");");
  }

  public static JarMaker version(String version, String moreFields) {
    return JarMaker.jar("things", version)
        .schema("things.graphqls", SDL.strip().replaceFirst("}$", moreFields + "\n}"))
        .registering("registration.field(\"Thing\", \"release\", call -> \"" + version + "\");");
  }
}
