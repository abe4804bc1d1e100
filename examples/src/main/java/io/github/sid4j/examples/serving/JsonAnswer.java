package io.github.sid4j.examples.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer to a request. Immutable, and so safe for several threads.
 *
 * @param status of HTTP
 * @param json the body
 */
record JsonAnswer(int status, String json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static JsonAnswer of(int status, Object body) {
    try {
      return new JsonAnswer(status, JSON.writeValueAsString(body) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + body, e);
    }
  }

  static JsonAnswer refused(int status, String reason) {
    return of(status, Map.of("error", reason));
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (status == PredictionHandler.BUSY) {
      exchange.getResponseHeaders().set("Retry-After", "1");
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
