package org.wuyou.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A closed loop of connections that each send one POST after another. */
final class HttpLoad {
  private final int port;
  private final byte[] request;

  HttpLoad(int port, String path, String token, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    this.port = port;
    this.request = (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /** Requests per second over that many connections; fails at the first answer that is not 200. */
  double run(int connections, int seconds) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Callable<Long>> loops = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        loops.add(() -> loop(until));
      }
      long total = 0;
      for (Future<Long> loop : threads.invokeAll(loops)) {
        total += loop.get();
      }
      return total / (double) seconds;
    }
  }

  private long loop(long until) throws IOException {
    long answered = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[64 << 10];
      while (System.nanoTime() < until) {
        out.write(request);
        readAnswer(in, buffer);
        answered++;
      }
    }
    return answered;
  }

  private static void readAnswer(InputStream in, byte[] buffer) throws IOException {
    int filled = 0;
    int end = -1;
    int length = 0;
    while (end < 0 || filled < end + length) {
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        throw new IOException("the server closed the connection");
      }
      filled += read;
      if (end < 0) {
        String text = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head >= 0) {
          if (!text.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered " + text);
          }
          end = head + 4;
          int at = text.indexOf("Content-Length: ") + 16;
          length = Integer.parseInt(text.substring(at, text.indexOf("\r\n", at)));
        }
      }
    }
  }
}
