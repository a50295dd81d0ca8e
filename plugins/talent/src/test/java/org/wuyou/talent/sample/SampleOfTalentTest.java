package org.wuyou.talent.sample;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.SampleMaker;

@DisplayName("The sample of the talent module")
class SampleOfTalentTest {
  @Test
  void is_what_its_maker_makes() {
    SampleMaker files = SampleMaker.open();
    new SampleTalent(files).write();
    files.check("plugins/talent");
  }
}
