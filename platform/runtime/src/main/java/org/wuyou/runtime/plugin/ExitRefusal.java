package org.wuyou.runtime.plugin;

import java.io.IOException;
import java.util.List;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Refuses to define a plugin's class that would end the server. Verification has looked at the
 * classes of the jar; this catches those in jars embedded in it.
 */
final class ExitRefusal implements WeavingHook {
  @Override
  public void weave(WovenClass woven) {
    List<ForbiddenCalls.Found> found;
    try {
      found = ForbiddenCalls.in(woven.getBytes());
    } catch (IOException e) {
      throw new WeavingException(woven.getClassName() + " is not a class file", e);
    }
    if (!found.isEmpty()) {
      throw new WeavingException(woven.getClassName() + " calls " + found.getFirst().call());
    }
  }
}
