package io.github.sid4j.examples.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.model.Networks;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PredictionServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int BYTES = 4000;

  private static Trained trained;
  private static PredictionServer server;

  @BeforeAll
  static void serve() throws IOException {
    trained =
        Training.builder()
            .data(Datasets.digits())
            .network(Networks.mlp(16, 16))
            .epochs(1)
            .batchSize(32)
            .seed(1)
            .fit();
    server = PredictionServer.start(trained.classifier(), 0, new ServingLimits(BYTES, 1, 1));
  }

  @AfterAll
  static void stop() {
    server.close();
    trained.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder numbers(String json) {
    return to("/predictions")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private static String json(float[] numbers) {
    return IntStream.range(0, numbers.length)
        .mapToObj(i -> Float.toString(numbers[i]))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void aPingNamesTheClasses() throws IOException, InterruptedException {
    HttpResponse<String> answer = send(to("/ping"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("[\"0\",\"1\"");
    assertThat(send(to("/ping").DELETE()).statusCode()).isEqualTo(405);
  }

  @Test
  void anImageAndNumbersAreClassifiedAsTheClassifierDoes()
      throws IOException, InterruptedException {
    float[] stroke = new float[64];
    Arrays.fill(stroke, 24, 40, 16);
    Prediction expected = trained.classifier().classify(stroke);
    HttpResponse<String> answer = send(numbers(json(stroke)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"modules\":" + expected.depth())
        .contains("\"name\":\"" + expected.best().name() + "\"")
        .contains("\"probability\":" + expected.best().probability());
    byte[] png = trained.data().test().png(0).orElseThrow();
    HttpResponse<String> image = send(to("/predictions").POST(BodyPublishers.ofByteArray(png)));
    assertThat(image.statusCode()).isEqualTo(200);
  }

  @Test
  void whatCannotBeReadIsRefusedWithTheReason() throws IOException, InterruptedException {
    HttpResponse<String> text = send(to("/predictions").POST(BodyPublishers.ofString("no image")));
    assertThat(text.statusCode()).isEqualTo(400);
    assertThat(text.body()).contains("the body: expected a PNG, JPEG or WebP image");
    HttpResponse<String> few = send(numbers("[1, 2]"));
    assertThat(few.statusCode()).isEqualTo(400);
    assertThat(few.body()).contains("expected 64 levels, found 2");
    assertThat(send(numbers("[1, ")).statusCode()).isEqualTo(400);
    assertThat(send(numbers("null")).statusCode()).isEqualTo(400);
    assertThat(send(to("/predictions")).statusCode()).isEqualTo(405);
    assertThat(send(to("/predictions/digits").POST(BodyPublishers.noBody())).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aLargeBodyIsRefused() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(to("/predictions").POST(BodyPublishers.ofByteArray(new byte[BYTES + 1])));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void ofManyAtOnceEachIsAnsweredOrRefusedForTheMoment() throws IOException {
    HttpRequest request = numbers(json(new float[64])).build();
    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, 40)
            .mapToObj(i -> CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
            .toList();
    List<HttpResponse<String>> answers = sent.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(HttpResponse::statusCode).contains(200).isSubsetOf(200, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 503)
        .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
  }
}
