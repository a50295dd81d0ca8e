package org.wuyou.registry;

import jakarta.inject.Inject;
import org.wuyou.registry.division.DivisionFields;
import org.wuyou.registry.enterprise.EnterpriseFields;
import org.wuyou.registry.evidence.EvidenceFields;
import org.wuyou.registry.group.GroupFields;
import org.wuyou.registry.hnte.HnteFields;
import org.wuyou.registry.scale.ScaleFields;
import org.wuyou.registry.soe.SoeFields;
import org.wuyou.registry.title.TitleFields;
import org.wuyou.registry.yearly.ReturnFields;
import org.wuyou.spi.Plugin;
import org.wuyou.spi.Registration;

/** The code of the registry: what its SDL declares as computed, and the rules its rows obey. */
public final class RegistryPlugin implements Plugin {
  @Inject
  public RegistryPlugin() {}

  @Override
  public void register(Registration registration) {
    EnterpriseFields.register(registration);
    DivisionFields.register(registration);
    ScaleFields.register(registration);
    ReturnFields.register(registration);
    EvidenceFields.register(registration);
    TitleFields.register(registration);
    HnteFields.register(registration);
    SoeFields.register(registration);
    GroupFields.register(registration);
  }
}
