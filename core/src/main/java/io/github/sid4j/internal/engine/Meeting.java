package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.FileStore;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.PrefixStore;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.StringVector;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Where processes find each other: a table of texts in a file, for processes of one machine, or
 * behind a port that one of them opens. Closing it ends the port. For one thread at a time.
 */
public final class Meeting implements AutoCloseable {
  private static final long LOOK_AGAIN_MILLIS = 20;

  /**
   * The one object for its own calls. It is given to no constructor: that would own what a
   * constructor made, and so does Java, which frees it once more. What native methods return, such
   * as a clone, has counted owners.
   */
  private final Store store;

  private Meeting(Store store) {
    this.store = store;
  }

  /**
   * Meets in a file.
   *
   * @param file in a folder that is there; made if it is not
   */
  public static Meeting inFile(Path file) {
    torch.initLogging(); // Reads TORCH_CPP_LOG_LEVEL, which only Python does by itself.
    // Nobody counts those who left: the owner of the folder removes the file.
    return new Meeting(new FileStore(file.toString(), -1));
  }

  /**
   * Meets behind a port. Its traffic is neither encrypted nor authenticated.
   *
   * @param host name or address of who serves
   * @param port 1 to 65535
   * @param serves whether this process opens the port, on all addresses of its machine
   * @param patience until the port is open
   * @throws PeerException if it is not by then, or cannot be opened
   */
  public static Meeting behindPort(String host, int port, boolean serves, Duration patience) {
    try (Scope scope = Scope.open()) {
      torch.initLogging();
      TCPStoreOptions options = new TCPStoreOptions();
      options.port((short) port); // An unsigned number in a signed type.
      options.isServer(serves);
      options.waitWorkers(false);
      options.timeout(new Milliseconds(patience.toMillis()));
      TCPStore store = new TCPStore(host, options);
      store.retainReference();
      return new Meeting(store);
    } catch (RuntimeException e) {
      throw new PeerException(0, String.valueOf(e.getMessage()), e);
    }
  }

  /** Writes a text for the others. */
  public void put(String key, String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    asked(
        () -> {
          store.set(key, Base64.getEncoder().encodeToString(plain));
          return true;
        });
  }

  /** Reads what another has written; empty if nobody has. */
  public Optional<String> look(String key) {
    return asked(
        () ->
            store.check(new StringVector(new BytePointer(key)))
                ? Optional.of(
                    new String(
                        Base64.getDecoder().decode(store.get_to_str(key)), StandardCharsets.UTF_8))
                : Optional.empty());
  }

  /**
   * Waits for what another writes.
   *
   * @return empty if the time is over
   */
  public Optional<String> await(String key, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Optional<String> found = look(key);
    while (found.isEmpty() && System.nanoTime() < end) {
      pause();
      found = look(key);
    }
    return found;
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PeerException(0, "interrupted while waiting for other processes", e);
    }
  }

  /** Counts a call, over all processes. Gives how many there were, with this one. */
  public long count(String key) {
    return asked(() -> store.add(key, 1));
  }

  private <T> T asked(Supplier<T> question) {
    try (Scope scope = Scope.open()) {
      return question.get();
    } catch (PeerException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new PeerException(0, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Connects the processes to each other. All of them call it with the same names in the same
   * order.
   *
   * @param names of the groups, each with connections of its own
   * @param address of this machine that the others can reach
   * @param patience until all are connected
   * @return a group for each name
   * @throws PeerException if they are not by then
   */
  public List<RankGroup> connect(
      int rank, int size, String address, Duration patience, String... names) {
    return OutputShield.during(
        () -> {
          List<RankGroup> groups = new ArrayList<>();
          for (String name : names) {
            groups.add(asked(() -> group(name, rank, size, address, patience)));
          }
          return groups;
        });
  }

  private RankGroup group(String name, int rank, int size, String address, Duration patience) {
    NamedLibraries.loadForRanks();
    ProcessGroupGloo.Options options =
        ProcessGroupGloo.Options.create(new Milliseconds(patience.toMillis()));
    options.devices(new GlooDeviceVector(ProcessGroupGloo.createDeviceForHostname(address)));
    Store own = new PrefixStore(name, store.clone()).clone();
    ProcessGroupGloo group = new ProcessGroupGloo(own, rank, size, options);
    group.retainReference(); // It outlives the scope.
    return new RankGroup(group);
  }

  @Override
  public void close() {
    store.close();
  }
}
