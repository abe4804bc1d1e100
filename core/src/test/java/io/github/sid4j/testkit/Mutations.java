package io.github.sid4j.testkit;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Damage as disks, networks and attackers do it to files. */
public final class Mutations {
  private static final int SECTOR = 512;

  /** Numbers that lengths and counts are compared with, in four bytes. */
  private static final int[] LIMITS = {
    0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x00FFFFFF, 0x7FFF0000
  };

  private Mutations() {}

  /**
   * Damaged copies of a file.
   *
   * @param whole what is damaged in one to four places
   * @return each another one
   */
  public static Arbitrary<byte[]> of(byte[] whole) {
    return Arbitraries.randomValue(random -> damaged(whole, random));
  }

  static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole;
    for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int end = at + random.nextInt(bytes.length - at + 1);
    return switch (random.nextInt(9)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> filled(bytes, at / SECTOR * SECTOR, at / SECTOR * SECTOR + SECTOR, 0);
      case 2 -> filled(bytes, at, end, random.nextBoolean() ? 0 : 0xFF);
      case 3 -> put(bytes, at, LIMITS[random.nextInt(LIMITS.length)]);
      case 4 -> spliced(bytes, at, Arrays.copyOfRange(bytes, at, end), at);
      case 5 -> spliced(bytes, at, new byte[0], end);
      case 6 -> spliced(bytes, at, noise(random), at);
      case 7 -> noise(random);
      default -> filled(bytes, at, at + 1, random.nextInt(256));
    };
  }

  private static byte[] filled(byte[] bytes, int from, int to, int value) {
    byte[] changed = bytes.clone();
    Arrays.fill(changed, from, Math.min(to, changed.length), (byte) value);
    return changed;
  }

  private static byte[] put(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    for (int i = at; i < Math.min(at + 4, changed.length); i++) {
      changed[i] = (byte) (value >> (8 * (at + 3 - i)));
    }
    return changed;
  }

  /** The bytes up to one place, others, and the bytes from another place on. */
  private static byte[] spliced(byte[] bytes, int at, byte[] between, int from) {
    byte[] changed = Arrays.copyOf(bytes, at + between.length + bytes.length - from);
    System.arraycopy(between, 0, changed, at, between.length);
    System.arraycopy(bytes, from, changed, at + between.length, bytes.length - from);
    return changed;
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(100)];
    random.nextBytes(noise);
    return noise;
  }
}
