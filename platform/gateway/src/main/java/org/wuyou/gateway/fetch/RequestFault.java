package org.wuyou.gateway.fetch;

import java.util.Map;
import org.wuyou.spi.model.Label;

/** A request, or one field of it, that cannot be answered, told to the client with its code. */
public final class RequestFault extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;
  private final transient Label label;
  private final transient Map<String, Object> extensions;

  public RequestFault(String code, Label label, Map<String, Object> extensions) {
    super(code, null, false, false);
    this.code = code;
    this.label = label;
    this.extensions = Map.copyOf(extensions);
  }

  public static RequestFault badRequest(String reason, String zh, String en) {
    return new RequestFault("BAD_REQUEST", new Label(zh, en), Map.of("reason", reason));
  }

  public static RequestFault forbidden(String zh, String en) {
    return new RequestFault("FORBIDDEN", new Label(zh, en), Map.of());
  }

  public String code() {
    return code;
  }

  public Label label() {
    return label;
  }

  public Map<String, Object> extensions() {
    return extensions;
  }
}
