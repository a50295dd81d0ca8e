package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Body;
import org.wuyou.policy.model.Head;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/** Reads the bodies of the organisation; each names the one above it, which comes before it. */
final class BodyReader {
  private static final Text NAMELESS = new Text("", "");

  private final HeadReader heads;
  private final Choices choices;
  private final Problems problems;

  BodyReader(HeadReader heads, Choices choices, Problems problems) {
    this.heads = heads;
    this.choices = choices;
    this.problems = problems;
  }

  Optional<Body> read(BundleFiles.Entry entry, Registers<Body> above) {
    Keys keys = entry.keys();
    Head head = heads.head(entry);
    Optional<Body.Kind> kind = choices.word(keys, "kind", Body.Kind.class);
    Optional<Body.Level> level = choices.word(keys, "level", Body.Level.class);
    Optional<String> under = keys.scalar("under").flatMap(above::find).map(Body::id);
    List<String> at = heads.departments(keys.scalars("at"));
    boolean each = keys.truth("each").orElse(false);
    List<String> members = heads.departments(keys.scalars("members"));
    List<Body.Role> roles = new ArrayList<>();
    for (Yaml item : keys.items("roles")) {
      Keys role = Keys.of(item, problems);
      Optional<Yaml.Scalar> id = role.requiredScalar("id");
      Text name = role.bilingual("name", ProblemCode.MISSING_KEY).orElse(NAMELESS);
      Text holder = role.bilingual("holder", ProblemCode.MISSING_KEY).orElse(NAMELESS);
      role.close();
      id.ifPresent(known -> roles.add(new Body.Role(known.text(), name, holder)));
    }
    keys.close();
    return kind.isEmpty() || level.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Body(
                head,
                kind.get(),
                level.get(),
                under,
                at.stream().findFirst(),
                each,
                members,
                roles));
  }
}
