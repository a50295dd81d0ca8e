package org.wuyou.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/** Byte buffers in which answers are composed, used again once they are sent. */
final class AnswerBuffers {
  private static final int KEPT = 256;
  private static final int FIRST_BYTES = 8 << 10;

  /** Larger ones are rare and left to the collector. */
  private static final int KEPT_BYTES = 256 << 10;

  private final ArrayBlockingQueue<AnswerBuffer> free = new ArrayBlockingQueue<>(KEPT);

  AnswerBuffer take() {
    AnswerBuffer buffer = free.poll();
    return buffer == null ? new AnswerBuffer() : buffer;
  }

  void giveBack(AnswerBuffer buffer) {
    if (buffer.capacity() <= KEPT_BYTES) {
      buffer.reset();
      free.offer(buffer);
    }
  }

  /** Grows as needed and shows its bytes without a copy. */
  static final class AnswerBuffer extends ByteArrayOutputStream {
    private AnswerBuffer() {
      super(FIRST_BYTES);
    }

    ByteBuffer bytes() {
      return ByteBuffer.wrap(buf, 0, count);
    }

    byte[] array() {
      return buf;
    }

    private int capacity() {
      return buf.length;
    }
  }
}
