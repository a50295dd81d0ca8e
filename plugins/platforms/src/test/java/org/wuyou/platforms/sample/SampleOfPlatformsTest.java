package org.wuyou.platforms.sample;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.SampleMaker;

@DisplayName("The sample of the platforms module")
class SampleOfPlatformsTest {
  @Test
  void is_what_its_maker_makes() {
    SampleMaker files = SampleMaker.open();
    new SamplePlatforms(files).write();
    new SampleAlliances(files).write();
    new SampleSharing(files).write();
    files.check("plugins/platforms");
  }
}
