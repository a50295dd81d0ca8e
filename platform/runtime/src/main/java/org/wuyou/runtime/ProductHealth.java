package org.wuyou.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import org.wuyou.gateway.http.Health;
import org.wuyou.runtime.plugin.Generations;
import org.wuyou.spi.model.Label;
import org.wuyou.store.WuyouStore;

/** Ready when the store is open, a generation answers, and the first queries have been run. */
final class ProductHealth implements Health {
  private final WuyouStore store;
  private final Generations generations;
  private final AtomicBoolean warm = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();

  ProductHealth(WuyouStore store, Generations generations) {
    this.store = store;
    this.generations = generations;
  }

  /** The first queries have been answered. */
  void warmedUp() {
    warm.set(true);
  }

  void stopping() {
    stopping.set(true);
  }

  @Override
  public Report live() {
    return Report.of(new Check("process", true, new Label("进程正常", "The process works")));
  }

  @Override
  public Report ready() {
    return Report.of(
        new Check("store", true, new Label("第 " + version() + " 次提交", "Commit " + version())),
        check(
            "schema",
            generations.begun(),
            new Label("模式已发布", "The schema is published"),
            new Label("模式尚未发布，请稍候", "The schema is not published yet; wait")),
        check(
            "warm",
            warm.get(),
            new Label("已预热", "Warmed up"),
            new Label("正在预热，请稍候", "Warming up; wait")),
        check(
            "stopping",
            !stopping.get(),
            new Label("未在停止", "Not stopping"),
            new Label("正在停止，请改用其他实例", "Stopping; use another instance")));
  }

  private long version() {
    return store.snapshot().version();
  }

  private static Check check(String name, boolean good, Label yes, Label no) {
    return new Check(name, good, good ? yes : no);
  }
}
