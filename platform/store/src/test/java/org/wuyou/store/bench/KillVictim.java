package org.wuyou.store.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Transaction;
import org.wuyou.store.Sample;
import org.wuyou.store.ScaleModel;
import org.wuyou.store.StoreSettings;
import org.wuyou.store.WuyouStore;

/**
 * Writes until it is killed and prints the code of each enterprise once its commit has returned.
 */
public final class KillVictim {
  private KillVictim() {}

  public static void main(String[] args) {
    int round = Integer.parseInt(args[1]);
    AtomicInteger next = new AtomicInteger(round * 20_000);
    WuyouStore store = WuyouStore.open(StoreSettings.of(Path.of(args[0]), ScaleModel.model()));
    System.out.println("ready");
    for (int t = 0; t < 8; t++) {
      Random random = new Random(t);
      Thread.ofPlatform()
          .start(
              () -> {
                while (true) {
                  int number = next.incrementAndGet();
                  var enterprise = ScaleModel.enterprise(random, number);
                  String code = (String) enterprise.get("uscc");
                  var filing = Sample.values("enterprise", RowKey.key(code), "year", 2023);
                  CommitResult result =
                      store.commit(
                          new Transaction(
                              "kill",
                              List.of(
                                  new Change.Insert("Enterprise", enterprise),
                                  new Change.Insert("YearlyReturn", filing))));
                  if (result instanceof CommitResult.Committed) {
                    System.out.println(code + ";");
                  }
                }
              });
    }
  }
}
