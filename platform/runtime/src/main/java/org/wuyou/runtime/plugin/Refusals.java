package org.wuyou.runtime.plugin;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.Label;

/** The words in which jars are refused before any of their code has run. */
final class Refusals {
  private static final Place MANIFEST = Place.of("META-INF/MANIFEST.MF");

  private Refusals() {}

  static Fault notAJar(String file, String reason) {
    return new Fault(
        "NOT_A_JAR",
        file,
        Place.of(file),
        new Label("不是可读的 jar 文件（" + reason + "）。", "This is not a readable jar (" + reason + ")."),
        new Label(
            "请上传构建产物 target/*.jar，并核对传输是否完整。",
            "Send the built target/*.jar, and check that it was transferred whole."));
  }

  static Fault headerMissing(String plugin, String header) {
    return new Fault(
        "HEADER_MISSING",
        plugin,
        MANIFEST,
        new Label("清单缺少 " + header + "。", "The manifest has no " + header + "."),
        new Label(
            "用 bnd.bnd 或 src/main/policy 构建插件，清单会自动写好。",
            "Build the plugin with a bnd.bnd or a src/main/policy folder; the manifest is then written for you."));
  }

  static Fault headerInvalid(String plugin, String header, String value, String expected) {
    return new Fault(
        "HEADER_INVALID",
        plugin,
        MANIFEST,
        new Label(
            "清单 " + header + " 的值“" + value + "”无效，应为 " + expected + "。",
            header + " has the value \"" + value + "\"; expected is " + expected + "."),
        new Label("请改正该项后重新构建。", "Correct the header and build again."));
  }

  static Fault headerForbidden(String plugin, String header) {
    return new Fault(
        "HEADER_FORBIDDEN",
        plugin,
        MANIFEST,
        new Label("插件不得使用 " + header + "。", "A plugin may not use " + header + "."),
        new Label(
            "请删除该项；依赖其他模块用 Wuyou-Requires 与 Import-Package 声明。",
            "Remove it; declare what is needed with Wuyou-Requires and Import-Package."));
  }

  static Fault moduleReserved(String module) {
    return new Fault(
        "MODULE_RESERVED",
        module,
        MANIFEST,
        new Label(
            "模块名“" + module + "”为平台保留。",
            "The module name \"" + module + "\" is the platform's own."),
        new Label("请在 Wuyou-Module 中另取名称。", "Choose another name in Wuyou-Module."));
  }

  static Fault notUtf8(String plugin, String entry) {
    return new Fault(
        "NOT_UTF_8",
        plugin,
        Place.of(entry),
        new Label("文本不是 UTF-8 编码。", "The text is not UTF-8."),
        new Label("请以 UTF-8 保存该文件。", "Save the file as UTF-8."));
  }

  static Fault tooLarge(String plugin, String entry, long limit) {
    return new Fault(
        "JAR_TOO_LARGE",
        plugin,
        Place.of(entry),
        new Label("解开后超过 " + limit + " 字节。", "Unpacked it exceeds " + limit + " bytes."),
        new Label(
            "请移除多余文件；数据请用文件导入。",
            "Leave out what is not code or text; load data through the file import."));
  }

  static Fault forbiddenCall(String plugin, ForbiddenCalls.Found found) {
    return new Fault(
        "FORBIDDEN_CALL",
        plugin,
        Place.of(found.file(), found.line()),
        new Label(
            "类 " + found.className() + " 调用了 " + found.call() + "，会终止整个服务器或载入本机代码。",
            "Class "
                + found.className()
                + " calls "
                + found.call()
                + ", which would end the server or load native code."),
        new Label("请改为抛出异常。", "Throw an exception instead."));
  }

  static Fault unsigned(String plugin) {
    return new Fault(
        "UNSIGNED",
        plugin,
        Place.of(plugin + ".jar.sig"),
        new Label("插件没有签名。", "The plugin is not signed."),
        new Label(
            "请随 jar 附上 Ed25519 签名文件（<jar>.sig），或仅在试用时以开发模式启动。",
            "Send its Ed25519 signature (<jar>.sig) along, or start in development mode for a trial."));
  }

  static Fault untrusted(String plugin, Collection<String> trusted) {
    return new Fault(
        "SIGNATURE_UNTRUSTED",
        plugin,
        Place.of(plugin + ".jar.sig"),
        new Label(
            "签名与任何受信公钥都不符（受信：" + trusted + "）。",
            "The signature matches none of the trusted keys " + trusted + "."),
        new Label(
            "请用受信私钥对这一 jar 重新签名，或由管理员把公钥放入 trusted 目录。",
            "Sign this very jar with a trusted key, or have the administrator add the public key to the trusted folder."));
  }

  static Fault duplicate(PluginId id, String keptSha256, String sha256) {
    return new Fault(
        "DUPLICATE_VERSION",
        id.module(),
        MANIFEST,
        new Label(
            id + " 已存在且内容不同（" + brief(keptSha256) + " / " + brief(sha256) + "）。",
            id
                + " is already here with other contents ("
                + brief(keptSha256)
                + " / "
                + brief(sha256)
                + ")."),
        new Label("请提高 Bundle-Version 后重新构建。", "Raise Bundle-Version and build again."));
  }

  static Fault requirement(String plugin, PluginJar.Requirement requirement, String present) {
    return new Fault(
        "REQUIREMENT_UNMET",
        plugin,
        MANIFEST,
        new Label(
            "需要模块 " + requirement + "，现有：" + present + "。",
            "It needs " + requirement + "; present is " + present + "."),
        new Label(
            "请先安装所需版本，或放宽 Wuyou-Requires 的范围。",
            "Install that first, or widen the range in Wuyou-Requires."));
  }

  static Fault unresolved(String plugin, String requirement) {
    return new Fault(
        "IMPORT_UNRESOLVED",
        plugin,
        MANIFEST,
        new Label("无人提供 " + requirement + "。", "Nothing here provides " + requirement + "."),
        new Label(
            "插件只能引用平台公开的包与所依赖模块导出的包；请移除该引用，或把库打进 jar。",
            "A plugin sees the packages of the platform's SPI and those its required modules export;"
                + " remove the import, or embed the library in the jar."));
  }

  static Fault alreadyRuns(PluginId id) {
    return new Fault(
        "ALREADY_INSTALLED",
        id.module(),
        MANIFEST,
        new Label(id + " 已在运行。", id + " already runs."),
        new Label(
            "请用更新（pluginUpdate、wuyou plugin update）。",
            "Use update (pluginUpdate, wuyou plugin update)."));
  }

  static Fault notRunning(String module) {
    return new Fault(
        "NOT_INSTALLED",
        module,
        MANIFEST,
        new Label("模块 " + module + " 未在运行。", "The module " + module + " does not run."),
        new Label("请核对模块名，或先安装。", "Check the name, or install it first."));
  }

  static Fault notKept(String module, @Nullable String version, Collection<String> kept) {
    String wanted = version == null ? module : module + " " + version;
    return new Fault(
        "VERSION_NOT_KEPT",
        module,
        MANIFEST,
        new Label(
            "没有可回到的版本 " + wanted + "，保留有：" + kept + "。",
            "There is no kept version " + wanted + " to go back to; kept are " + kept + "."),
        new Label("请从保留的版本中选择，或重新上传该版本。", "Choose a kept version, or send that version again."));
  }

  static Fault stillNeeded(String module, Collection<String> dependents) {
    return new Fault(
        "STILL_NEEDED",
        module,
        MANIFEST,
        new Label("仍有模块依赖它：" + dependents + "。", "Other modules need it: " + dependents + "."),
        new Label(
            "请先移除它们，或选择连同依赖模块一起移除（cascade）。",
            "Remove those first, or remove all together (cascade)."));
  }

  static Fault noUpload(String upload) {
    return new Fault(
        "UPLOAD_NOT_FOUND",
        upload,
        Place.of(upload),
        new Label("没有标识为 " + upload + " 的上传。", "There is no upload " + upload + "."),
        new Label(
            "请先把 jar 发送到 POST /plugins?mode=preview，并使用报告中的 upload。",
            "Send the jar to POST /plugins?mode=preview first and use the upload of its report."));
  }

  static List<Fault> losses(String module, List<Impact.MigrationStep> steps) {
    return steps.stream()
        .filter(Impact.MigrationStep::lossy)
        .map(
            step ->
                new Fault(
                    "MIGRATION_LOSSY",
                    module,
                    Place.of(step.coordinate()),
                    step.message(),
                    new Label(
                        "请改为不丢数据的变更（新增字段、@renamedFrom），或备份后以 allowLoss 确认。",
                        "Change it so that nothing is lost (a new field, @renamedFrom), or back up and confirm with allowLoss.")))
        .toList();
  }

  static Fault swapFailed(String module, Exception cause) {
    return new Fault(
        "SWAP_FAILED",
        module,
        MANIFEST,
        new Label(
            "替换未能完成（" + cause.getMessage() + "），原有版本继续运行。",
            "The swap could not be finished ("
                + cause.getMessage()
                + "); what ran before goes on."),
        new Label("请检查磁盘空间与服务器日志后重试。", "Check disk space and the server's log, then try again."));
  }

  static Fault notDropped(PluginId id, Exception cause) {
    return new Fault(
        "JAR_NOT_DROPPED",
        id.module(),
        Place.of(id.fileName()),
        new Label(
            "旧版本的 jar 未能删除（" + cause.getMessage() + "）；部署本身已完成。",
            "The jar of an old version could not be deleted ("
                + cause.getMessage()
                + "); the deployment itself is done."),
        new Label(
            "请检查数据目录 plugins 的权限。", "Check the permissions of plugins in the data directory."));
  }

  private static String brief(String sha256) {
    return sha256.substring(0, Math.min(12, sha256.length()));
  }
}
