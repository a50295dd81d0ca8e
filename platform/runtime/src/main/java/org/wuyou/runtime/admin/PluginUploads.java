package org.wuyou.runtime.admin;

import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.wuyou.gateway.http.HttpAnswer;
import org.wuyou.gateway.http.HttpCall;
import org.wuyou.gateway.http.HttpRefusal;
import org.wuyou.gateway.http.HttpRoute;
import org.wuyou.runtime.control.Json;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.Deployer;
import org.wuyou.runtime.plugin.Terms;
import org.wuyou.runtime.security.Tokens;
import org.wuyou.spi.model.Label;

/**
 * {@code POST /plugins?mode=preview|commit[&intent=install|update][&allowLoss=true]} with the bytes
 * of a jar; its signature in the header {@code Wuyou-Signature} (Base64). Answers the report of the
 * deployment: 200, or 422 if it is refused.
 */
public final class PluginUploads implements HttpRoute {
  private static final long MOST_BYTES = 128L << 20;

  private final PluginOperations operations;

  public PluginUploads(PluginOperations operations) {
    this.operations = operations;
  }

  @Override
  public String prefix() {
    return "/plugins";
  }

  @Override
  public long maxBodyBytes() {
    return MOST_BYTES;
  }

  @Override
  public HttpAnswer handle(HttpCall call) throws IOException {
    call.allow("POST");
    if (!call.caller().has(Tokens.ADMIN) || call.caller().scope().isPresent()) {
      throw new HttpRefusal(
          403,
          "FORBIDDEN",
          new Label("部署插件需要管理员（admin）令牌。", "Deploying needs an administrator's (admin) token."));
    }
    boolean rehearse =
        switch (call.parameter("mode").orElse("preview")) {
          case "preview" -> true;
          case "commit" -> false;
          default ->
              throw HttpRefusal.badRequest("mode 应为 preview 或 commit", "mode is preview or commit");
        };
    Deployer.Intent intent =
        switch (call.parameter("intent").orElse("either")) {
          case "either" -> Deployer.Intent.EITHER;
          case "install" -> Deployer.Intent.INSTALL;
          case "update" -> Deployer.Intent.UPDATE;
          default ->
              throw HttpRefusal.badRequest(
                  "intent 应为 install 或 update", "intent is install or update");
        };
    boolean allowLoss = call.parameter("allowLoss").map("true"::equals).orElse(false);
    DeployReport report =
        operations.receive(
            call.body(),
            signature(call),
            intent,
            new Terms(call.caller().name(), rehearse, allowLoss));
    return answer(report, call.locale());
  }

  private static Optional<byte[]> signature(HttpCall call) {
    try {
      return call.header("Wuyou-Signature").map(Base64.getMimeDecoder()::decode);
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.badRequest(
          "Wuyou-Signature 应为 Base64 编码的签名", "Wuyou-Signature is a signature in Base64");
    }
  }

  private static HttpAnswer answer(DeployReport report, Locale locale) throws IOException {
    int status = report.outcome() == DeployReport.Outcome.REFUSED ? 422 : 200;
    return HttpAnswer.bytes(
        status,
        "application/json; charset=utf-8",
        Json.MAPPER.writeValueAsBytes(ReportView.of(report, locale)));
  }
}
