package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.evaluate.Ruling;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.model.Rule;
import org.wuyou.spi.Call;

/** What a client asks of an evaluation, checked against the bundle it is asked of. */
final class Asked {
  private Asked() {}

  static Evaluation evaluation(Call call, PolicyBundle bundle) {
    return new Evaluation(
        Optional.ofNullable(call.<LocalDate>argument("asOf")),
        year(call),
        Optional.ofNullable(call.<String>argument("scope")).map(scope -> scope(scope, bundle)),
        readings(call, bundle),
        values(call, "parameters", "parameter", bundle.parameters().keySet()),
        values(call, "figures", "indicator", bundle.indicators().keySet()));
  }

  /**
   * The version that is to answer: the one named, else the one in force on the day asked about,
   * which is today unless the client says otherwise.
   */
  static Bundles.Deployed inForce(Call call, Bundles.Deployed deployed) {
    String version = call.argument("bundleVersion");
    return version == null ? deployed.on(call.asOf()) : deployed.named(version, call.asOf());
  }

  /** The version that is to answer a question about something of this one for a day, if any. */
  static Bundles.Deployed inForce(Optional<LocalDate> day, Bundles.Deployed shown) {
    return day.map(shown::on).orElse(shown);
  }

  /** The bundle of the region asked about. */
  static Bundles.Deployed region(Call call, Bundles bundles) {
    String region = text(call, "region");
    return bundles
        .of(region)
        .orElseThrow(() -> unknown("UNKNOWN_REGION", region, bundles.regions()));
  }

  /** The rule asked for, which must rule on single subjects. */
  static Rule ruling(Call call, Bundles.Deployed deployed) {
    String id = text(call, "rule");
    return deployed
        .bundle()
        .rule(id)
        .filter(rule -> Ruling.entity(rule).isPresent())
        .orElseThrow(
            () ->
                unknown(
                    "UNKNOWN_RULE",
                    id,
                    deployed
                        .bundle()
                        .rules()
                        .filter(rule -> Ruling.entity(rule).isPresent())
                        .map(Rule::id)
                        .toList()));
  }

  static OptionalInt year(Call call) {
    Integer year = call.argument("year");
    return year == null ? OptionalInt.empty() : OptionalInt.of(year);
  }

  private static String scope(String scope, PolicyBundle bundle) {
    if (!scope.startsWith(Bundles.prefix(bundle.region()))) {
      throw RequestFault.badRequest(
          "SCOPE_OUTSIDE_REGION",
          scope + " 不在 " + bundle.region() + " 之内，请给出该区域内的区划代码。",
          scope + " does not lie within " + bundle.region() + "; give a division of that region.");
    }
    return scope;
  }

  private static Map<String, String> readings(Call call, PolicyBundle bundle) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (Map<String, Object> choice : inputs(call, "readings")) {
      String id = String.valueOf(choice.get("reading"));
      String taken = String.valueOf(choice.get("choice"));
      Reading reading = bundle.readings().get(id);
      if (reading == null) {
        throw unknown("UNKNOWN_READING", id, bundle.readings().keySet());
      }
      if (!reading.choices().containsKey(taken)) {
        throw unknown("UNKNOWN_READING", id + " " + taken, reading.choices().keySet());
      }
      chosen.put(id, taken);
    }
    return chosen;
  }

  private static Map<String, Exact> values(
      Call call, String argument, String name, java.util.Set<String> known) {
    Map<String, Exact> values = new LinkedHashMap<>();
    for (Map<String, Object> given : inputs(call, argument)) {
      String id = String.valueOf(given.get(name));
      if (!known.contains(id)) {
        throw unknown(
            name.equals("parameter") ? "UNKNOWN_PARAMETER" : "UNKNOWN_INDICATOR", id, known);
      }
      values.put(id, Exact.of((BigDecimal) Objects.requireNonNull(given.get("value"))));
    }
    return values;
  }

  /** The files given as one bundle, under the bundle in force that it inherits, if any. */
  static BundleSource bundle(List<Map<String, String>> given, Bundles inUse, LocalDate day) {
    SortedMap<String, String> files = new TreeMap<>();
    for (Map<String, String> file : given) {
      files.put(Objects.requireNonNull(file.get("path")), Objects.requireNonNull(file.get("text")));
    }
    return new BundleSource(files).under(inUse.sources(day));
  }

  /** The argument, which the schema requires. */
  static String text(Call call, String argument) {
    return Objects.requireNonNull(call.<String>argument(argument));
  }

  static RequestFault unknown(String code, String written, java.util.Collection<String> known) {
    String all = String.join(", ", known);
    return RequestFault.badRequest(
        code, "没有 " + written + "；可用：" + all, "There is no " + written + "; known: " + all);
  }

  private static List<Map<String, Object>> inputs(Call call, String argument) {
    @Nullable List<Map<String, Object>> given = call.argument(argument);
    return given == null ? List.of() : given;
  }
}
