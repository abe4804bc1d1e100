package io.github.sid4j.examples.serving;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a server for predictions of a file and prints how long answers take.
 *
 * <pre>{@code
 * LoadGenerator URL FILE [REQUESTS [CLIENTS]]
 * }</pre>
 */
public final class LoadGenerator {
  private static final int REQUESTS = 500;
  private static final int WARM_UP = 50;
  private static final double NANOS = 1e6;

  private LoadGenerator() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(args[0]))
            .POST(HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(Path.of(args[1]))))
            .build();
    int requests = args.length > 2 ? Integer.parseInt(args[2]) : REQUESTS;
    int clients = args.length > 3 ? Integer.parseInt(args[3]) : 1;
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Callable<Long> one = () -> ask(client, request);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long[] times = new long[requests];
    double seconds;
    try {
      threads.invokeAll(Collections.nCopies(WARM_UP, one));
      long begin = System.nanoTime();
      List<Future<Long>> asked = threads.invokeAll(Collections.nCopies(requests, one));
      seconds = (System.nanoTime() - begin) / (NANOS * 1000);
      for (int i = 0; i < requests; i++) {
        times[i] = asked.get(i).get();
      }
    } finally {
      threads.shutdown();
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "requests %d, clients %d, p50 %.2f ms, p99 %.2f ms, %.1f a second%n",
        times.length,
        clients,
        times[times.length / 2] / NANOS,
        times[times.length * 99 / 100] / NANOS,
        times.length / seconds);
  }

  /** How long an answer takes, in nanoseconds. */
  private static long ask(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    long nanos = System.nanoTime() - begin;
    if (answer.statusCode() != PredictionHandler.OK) {
      throw new IOException("status " + answer.statusCode() + ": " + answer.body());
    }
    return nanos;
  }
}
