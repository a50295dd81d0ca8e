package org.wuyou.ip.sample;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.SampleMaker;

@DisplayName("The sample of the ip module")
class SampleOfIpTest {
  @Test
  void is_what_its_maker_makes() {
    SampleMaker files = SampleMaker.open();
    new SampleRights(files).write();
    new SampleDeals(files).write();
    files.check("plugins/ip");
  }
}
