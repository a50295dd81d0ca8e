package org.wuyou.runtime.policies;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.policy.model.Task;
import org.wuyou.runtime.policies.RuleViews.BundleView;
import org.wuyou.runtime.policies.TaskViews.TaskView;
import org.wuyou.spi.Call;
import org.wuyou.spi.Caller;
import org.wuyou.spi.Resolver;

/** Answers the fields about the text that a region attaches to its bundle. */
final class DocumentFields {
  /** Longer than any policy document; a guard against whole books. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private final Supplier<Bundles> bundles;
  private final AttachedDocuments documents;

  DocumentFields(Supplier<Bundles> bundles, AttachedDocuments documents) {
    this.bundles = bundles;
    this.documents = documents;
  }

  Map<String, Resolver> all() {
    Map<String, Resolver> fields = new LinkedHashMap<>();
    fields.put("PolicyBundle.attachedDocument", this::ofBundle);
    fields.put("PolicyAttachedDocument.matched", DocumentFields::matched);
    fields.put("PolicyAttachedDocument.unmatched", DocumentFields::unmatched);
    fields.put("PolicyAttachedDocument.withoutPlace", DocumentFields::withoutPlace);
    fields.put("PolicyAttachedDocument.lines", DocumentFields::lines);
    fields.put("PolicyAttachedDocument.search", DocumentFields::search);
    fields.put("Mutation.policyDocumentAttach", this::attach);
    fields.put("Mutation.policyDocumentRemove", this::remove);
    return fields;
  }

  record AttachedView(
      Bundles.Deployed deployed,
      DocumentText text,
      String name,
      String digest,
      Instant attachedAt,
      int lineCount) {
    static AttachedView of(Bundles.Deployed deployed, DocumentText text) {
      return new AttachedView(
          deployed, text, text.name(), text.digest(), text.attachedAt(), text.lineCount());
    }

    private static AttachedView source(Call call) {
      return (AttachedView) Objects.requireNonNull(call.source());
    }

    List<TaskView> tasks(Call call, Predicate<Task> which) {
      return deployed.bundle().administration().tasks().values().stream()
          .filter(which)
          .map(task -> TaskView.of(deployed, task, call.snapshot(), Optional.of(text)))
          .toList();
    }

    boolean finds(Task task) {
      return task.text().flatMap(text::find).isPresent();
    }

    LineView line(int number) {
      return new LineView(number, text.line(number), text.anchor(number, number).toString());
    }
  }

  record LineView(int line, String text, String anchor) {}

  record UserErrorView(String code, String message, List<String> path, @Nullable String value) {}

  record PayloadView(@Nullable AttachedView document, List<UserErrorView> userErrors) {}

  private @Nullable AttachedView ofBundle(Call call) {
    Bundles.Deployed deployed = ((BundleView) Objects.requireNonNull(call.source())).deployed();
    return view(deployed);
  }

  private @Nullable AttachedView view(Bundles.Deployed deployed) {
    return documents
        .of(deployed.bundle().id())
        .map(text -> AttachedView.of(deployed, text))
        .orElse(null);
  }

  private static int matched(Call call) {
    AttachedView view = AttachedView.source(call);
    return (int)
        view.deployed().bundle().administration().tasks().values().stream()
            .filter(view::finds)
            .count();
  }

  private static List<TaskView> unmatched(Call call) {
    AttachedView view = AttachedView.source(call);
    return view.tasks(call, task -> task.text().isPresent() && !view.finds(task));
  }

  private static List<TaskView> withoutPlace(Call call) {
    return AttachedView.source(call).tasks(call, task -> task.text().isEmpty());
  }

  private static List<LineView> lines(Call call) {
    AttachedView view = AttachedView.source(call);
    int from = Math.max(1, Objects.requireNonNull(call.<Integer>argument("from")));
    int first = Math.max(0, Objects.requireNonNull(call.<Integer>argument("first")));
    return IntStream.rangeClosed(from, view.lineCount()).limit(first).mapToObj(view::line).toList();
  }

  private static List<LineView> search(Call call) {
    AttachedView view = AttachedView.source(call);
    int first = Math.max(0, Objects.requireNonNull(call.<Integer>argument("first")));
    return view.text().search(text(call, "words")).stream().limit(first).map(view::line).toList();
  }

  private PayloadView attach(Call call) {
    Bundles.Deployed deployed = ownBundle(call);
    String text = text(call, "text");
    if (text.isBlank() || text.length() > MOST_CHARACTERS) {
      boolean chinese = Locale.CHINESE.getLanguage().equals(call.locale().getLanguage());
      String message =
          chinese
              ? "全文应有文字且不超过 " + MOST_CHARACTERS + " 字，请核对文件。"
              : "The text must not be empty nor exceed "
                  + MOST_CHARACTERS
                  + " characters; check the file.";
      return new PayloadView(
          view(deployed),
          List.of(new UserErrorView("TEXT_LENGTH", message, List.of("text"), null)));
    }
    documents.attach(deployed.bundle().id(), text(call, "name"), call.clock().instant(), text);
    return new PayloadView(view(deployed), List.of());
  }

  private PayloadView remove(Call call) {
    documents.remove(ownBundle(call).bundle().id());
    return new PayloadView(null, List.of());
  }

  /** The bundle of the region named, if the caller may write for that region. */
  private Bundles.Deployed ownBundle(Call call) {
    String region = text(call, "region");
    Caller caller = call.caller();
    boolean inScope =
        caller.scope().map(scope -> region.startsWith(Bundles.prefix(scope))).orElse(true);
    if (!(caller.has("admin") || caller.has("officer")) || !inScope) {
      throw RequestFault.forbidden(
          "附政策原文需要该区域经办人（officer）或管理员（admin）令牌。",
          "Attaching a document needs a token of an officer of the region or of an administrator.");
    }
    return bundles
        .get()
        .of(region)
        .orElseThrow(() -> Asked.unknown("UNKNOWN_REGION", region, bundles.get().regions()));
  }

  private static String text(Call call, String argument) {
    return Objects.requireNonNull(call.<String>argument(argument));
  }
}
