package io.github.sid4j.internal.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what Gloo prints away from the standard output, whose lines are results: it prints one when
 * it connects. Meanwhile all that is printed goes to a file; what is not Gloo's follows after.
 */
final class OutputShield {
  private static final int OUT = 1;
  private static final int WRITE_ONLY = 1;
  private static final Pattern GLOO = Pattern.compile("\\[Gloo\\][^\n]*\n?");

  /** Threads that work behind the shield now; the first raises it, the last takes it away. */
  private static final Set<Thread> BEHIND = new HashSet<>();

  private static final AtomicInteger KEPT = new AtomicInteger(-1);
  private static final AtomicReference<Path> MEANWHILE = new AtomicReference<>();

  private OutputShield() {}

  /** The part of the C library that is called. */
  interface CLibrary extends Library {
    int dup(int descriptor);

    int dup2(int from, int to);

    int open(String path, int mode);

    int close(int descriptor);

    int fflush(@Nullable Pointer stream);
  }

  static <T> T during(Supplier<T> work) {
    if (Platform.isWindows()) {
      return work.get(); // Its C library has other names.
    }
    CLibrary c = Native.load("c", CLibrary.class);
    raise(c);
    try {
      return work.get();
    } finally {
      lower(c);
    }
  }

  private static void raise(CLibrary c) {
    synchronized (BEHIND) {
      BEHIND.add(Thread.currentThread());
      if (KEPT.get() >= 0) {
        return;
      }
      try {
        Path file = Files.createTempFile("sid-output-", ".txt");
        MEANWHILE.set(file);
        int shield = c.open(file.toString(), WRITE_ONLY);
        c.fflush(null);
        KEPT.set(c.dup(OUT));
        c.dup2(shield, OUT);
        c.close(shield);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void lower(CLibrary c) {
    synchronized (BEHIND) {
      BEHIND.remove(Thread.currentThread());
      if (!BEHIND.isEmpty() || KEPT.get() < 0) {
        return;
      }
      c.fflush(null); // What is in a buffer would come later.
      c.dup2(KEPT.get(), OUT);
      c.close(KEPT.getAndSet(-1));
      Path file = MEANWHILE.get();
      try {
        // Byte by byte as it was, since it may be no text.
        String printed = Files.readString(file, StandardCharsets.ISO_8859_1);
        byte[] others = GLOO.matcher(printed).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
        if (others.length > 0) {
          // Not closed, since it is the process's own.
          new FileOutputStream(FileDescriptor.out).write(others);
        }
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
