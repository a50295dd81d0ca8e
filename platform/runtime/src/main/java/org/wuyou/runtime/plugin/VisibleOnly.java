package org.wuyou.runtime.plugin;

import java.util.Collection;
import java.util.Set;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Lets a resolution see only the chosen bundles, besides the framework. */
final class VisibleOnly implements ResolverHook {
  private static final long FRAMEWORK = 0;
  private final Set<Long> visible;

  VisibleOnly(Set<Long> visible) {
    this.visible = visible;
  }

  @Override
  public void filterMatches(
      BundleRequirement requirement, Collection<BundleCapability> candidates) {
    candidates.removeIf(
        candidate -> {
          long id = candidate.getRevision().getBundle().getBundleId();
          return id != FRAMEWORK && !visible.contains(id);
        });
  }

  @Override
  public void filterResolvable(Collection<BundleRevision> candidates) {
    candidates.removeIf(
        candidate -> {
          long id = candidate.getBundle().getBundleId();
          return id != FRAMEWORK && !visible.contains(id);
        });
  }

  @Override
  public void filterSingletonCollisions(
      BundleCapability singleton, Collection<BundleCapability> collisions) {
    collisions.clear(); // versions live side by side while requests move over
  }

  @Override
  public void end() {}
}
