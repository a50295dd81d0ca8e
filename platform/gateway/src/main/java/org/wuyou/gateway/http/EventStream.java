package org.wuyou.gateway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.gateway.Answer;

/**
 * One operation over server-sent events, in the distinct connections mode of graphql-sse. The next
 * answer is asked for only when the client has taken the last, so a slow client holds back its own
 * subscription and nothing else.
 */
final class EventStream implements Flow.Subscriber<Answer> {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final byte[] STILL_HERE = ":\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEXT = "event: next\ndata: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEXT_END = "\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMPLETE =
      "event: complete\ndata:\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Response response;
  private final Callback callback;
  private final Duration keepAlive;
  private final BooleanSupplier stillAdmitted;

  /** At most one answer, because one is asked for at a time, and the end. */
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

  private volatile Flow.@Nullable Subscription subscription;

  private sealed interface Signal {
    record Next(Answer answer) implements Signal {}

    record End() implements Signal {}
  }

  EventStream(
      Response response, Callback callback, Duration keepAlive, BooleanSupplier stillAdmitted) {
    this.response = response;
    this.callback = callback;
    this.keepAlive = keepAlive;
    this.stillAdmitted = stillAdmitted;
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(1);
  }

  @Override
  public void onNext(Answer answer) {
    signals.add(new Signal.Next(answer));
  }

  @Override
  public void onError(Throwable failure) {
    LOG.error("A subscription failed", failure);
    end();
  }

  @Override
  public void onComplete() {
    end();
  }

  /** Ends the stream in order. */
  void end() {
    signals.add(new Signal.End());
  }

  /** Writes until the end; cancels the subscription whatever the end was. */
  void run() {
    try {
      begin();
      boolean open = true;
      while (open) {
        open = write(signals.poll(keepAlive.toMillis(), TimeUnit.MILLISECONDS));
      }
      callback.succeeded();
    } catch (IOException clientIsGone) {
      callback.failed(clientIsGone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      callback.failed(stopped);
    } finally {
      cancel();
    }
  }

  private void begin() throws IOException {
    response.setStatus(200);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, Media.EVENT_STREAM.contentType());
    // Proxies that gather answers before passing them on would gather for ever.
    headers.put("X-Accel-Buffering", "no");
    Replies.secure(headers);
    send(false, STILL_HERE);
  }

  private boolean write(@Nullable Signal signal) throws IOException {
    return switch (signal) {
      case null -> {
        boolean admitted = stillAdmitted.getAsBoolean();
        send(!admitted, admitted ? STILL_HERE : COMPLETE);
        yield admitted;
      }
      case Signal.Next next -> {
        send(false, event(next.answer));
        requestNext();
        yield true;
      }
      case Signal.End end -> {
        send(true, COMPLETE);
        yield false;
      }
    };
  }

  private void send(boolean last, byte[] bytes) throws IOException {
    Content.Sink.write(response, last, ByteBuffer.wrap(bytes));
  }

  private void requestNext() {
    Flow.Subscription current = subscription;
    if (current != null) {
      current.request(1);
    }
  }

  private void cancel() {
    Flow.Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
  }

  private static byte[] event(Answer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    bytes.writeBytes(NEXT);
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      Json.writeAnswer(out, answer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    bytes.writeBytes(NEXT_END);
    return bytes.toByteArray();
  }
}
