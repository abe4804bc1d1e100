package io.github.sid4j.internal.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Orientation, fit and resizing are Pillow's, to the last level of every pixel. */
class PillowTest {
  @Test
  void everyFitFilterAndOrientationGivesPillowsLevels() throws Exception {
    int cases = 0;
    for (JsonNode one : golden().get("cases")) {
      byte[] levels = resampled(one);
      assertThat(sha256(levels)).as(one.toString()).isEqualTo(one.get("sha256").asText());
      cases++;
    }
    assertThat(cases).isEqualTo(122);
  }

  @Test
  void rowsThatComeAgainReplaceThoseOfAnEarlierPass() {
    for (int tag : new int[] {1, 6}) {
      Resampler twice = Resampler.of(9, 7, 3, Orientation.ofTag(tag), ImageRules.DEFAULT, 4);
      for (int y = 0; y < 7; y++) {
        twice.row(y, new byte[27]);
      }
      Resampler once = Resampler.of(9, 7, 3, Orientation.ofTag(tag), ImageRules.DEFAULT, 4);
      for (int y = 0; y < 7; y++) {
        twice.row(y, row(9, 3, y));
        once.row(y, row(9, 3, y));
      }
      assertThat(twice.result()).isEqualTo(once.result());
    }
  }

  private static byte[] resampled(JsonNode one) {
    int width = one.get("width").asInt();
    int height = one.get("height").asInt();
    int channels = one.get("channels").asInt();
    ImageRules rules =
        new ImageRules(
            ImageFit.valueOf(one.get("fit").asText().toUpperCase(Locale.ROOT)),
            Interpolation.valueOf(one.get("kind").asText().toUpperCase(Locale.ROOT)),
            one.get("share").asDouble(),
            Background.WHITE);
    Orientation orientation = Orientation.ofTag(one.get("tag").asInt());
    Resampler resampler =
        Resampler.of(width, height, channels, orientation, rules, one.get("side").asInt());
    for (int y = 0; y < height; y++) {
      resampler.row(y, row(width, channels, y));
    }
    return resampler.result();
  }

  /** The formula of pillow_golden.py. */
  private static byte[] row(int width, int channels, int y) {
    byte[] row = new byte[width * channels];
    for (int c = 0; c < channels; c++) {
      for (int x = 0; x < width; x++) {
        int wave = (x * x * 7 + y * y * 3 + x * y * (5 + c) + 31 * c) % 251;
        row[c * width + x] = (byte) (wave + (x / 5 + y / 7) % 2 * 4);
      }
    }
    return row;
  }

  private static JsonNode golden() throws IOException {
    try (InputStream in = PillowTest.class.getResourceAsStream("/golden/pillow.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static String sha256(byte[] levels) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(levels));
  }
}
