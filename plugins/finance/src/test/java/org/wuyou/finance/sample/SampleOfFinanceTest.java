package org.wuyou.finance.sample;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.SampleMaker;

@DisplayName("The sample of the finance module")
class SampleOfFinanceTest {
  @Test
  void is_what_its_maker_makes() {
    SampleMaker files = SampleMaker.open();
    new SampleFinance(files).write();
    files.check("plugins/finance");
  }
}
