package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.RowKey;

@DisplayName("A subscription")
class SubscriptionsTest {
  @TempDir Path directory;
  private Register register;

  @BeforeEach
  void open() {
    register = Register.open(directory);
  }

  @AfterEach
  void close() {
    register.close();
  }

  /** A client that asks for all it can get. */
  private static final class Client implements Flow.Subscriber<Answer> {
    final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    final CountDownLatch completed = new CountDownLatch(1);
    Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Answer answer) {
      answers.add(Register.json(answer.toMap()));
    }

    @Override
    public void onError(Throwable thrown) {
      answers.add(thrown.toString());
    }

    @Override
    public void onComplete() {
      completed.countDown();
    }

    String next() throws InterruptedException {
      String answer = answers.poll(20, TimeUnit.SECONDS);
      assertNotNull(answer, "an answer within 20 s");
      return answer;
    }
  }

  private Client subscribe(String query, Caller caller) {
    Client client = new Client();
    register.gateway.subscribe(Operation.of(query), caller).subscribe(client);
    return client;
  }

  private void rename(String uscc, String name) {
    register.commit(new Change.Update("Enterprise", RowKey.key(uscc), null, Map.of("name", name)));
  }

  @Test
  void tells_of_each_change_of_the_rows_chosen_as_they_were_after_it() throws Exception {
    Client client =
        subscribe(
            "subscription{enterpriseChanged(where:{divisionCode:{within:\"140581\"}}){effect enterprise{name standing{word}}}}",
            Register.READER);
    rename(Register.B, "乙新");
    rename(Register.A, "甲一");
    rename(Register.A, "甲二");
    register.commit(new Change.Remove("Enterprise", RowKey.key(Register.C), null));
    assertEquals(
        "{'data':{'enterpriseChanged':{'effect':'UPDATED','enterprise':{'name':'甲一','standing':{'word':'甲一'}}}}}",
        client.next());
    assertEquals(
        "{'data':{'enterpriseChanged':{'effect':'UPDATED','enterprise':{'name':'甲二','standing':{'word':'甲二'}}}}}",
        client.next());
    assertEquals(
        "{'data':{'enterpriseChanged':{'effect':'REMOVED','enterprise':null}}}", client.next());
  }

  @Test
  void tells_one_confined_to_a_region_of_its_rows_only() throws Exception {
    Client client =
        subscribe("subscription{enterpriseChanged{enterprise{name}}}", Register.JINCHENG);
    rename(Register.D, "丁新");
    rename(Register.A, "甲新");
    assertTrue(client.next().contains("甲新"));
  }

  @Test
  void completes_when_its_generation_retires() throws Exception {
    Client client = subscribe("subscription{enterpriseChanged{id}}", Register.READER);
    register.gateway.publish(Samples.composed(Samples.registry()));
    assertTrue(client.completed.await(20, TimeUnit.SECONDS));
    rename(Register.A, "甲新");
    assertTrue(client.answers.isEmpty());
  }

  @Test
  void that_is_refused_gets_one_answer_with_the_code() throws Exception {
    Client client = subscribe("subscription{enterpriseChanged{nope}}", Register.READER);
    assertTrue(client.next().contains("'code':'VALIDATION'"));
    assertTrue(client.completed.await(20, TimeUnit.SECONDS));
  }

  @Test
  void of_a_query_gets_its_one_answer() throws Exception {
    Client client = subscribe("{today}", Register.READER);
    assertEquals("{'data':{'today':'2026-11-22'}}", client.next());
    assertTrue(client.completed.await(20, TimeUnit.SECONDS));
  }
}
