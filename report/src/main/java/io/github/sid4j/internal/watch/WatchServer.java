package io.github.sid4j.internal.watch;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Shows one run at an address that only this machine can reach. It knows two routes, the page and
 * what of it changes, takes no input, and reads no other files than those of the run.
 */
public final class WatchServer implements AutoCloseable {
  /** Where it is to be found if nothing else is asked for and the port is free. */
  public static final int PORT = 7430;

  private static final int PORTS_TRIED = 20;
  private static final int HIGHEST_PORT = 65_535;
  private static final int BACKLOG = 256;

  private final int port;
  private final WatchPage page;
  private final Set<String> hosts;
  private final HttpLoop loop;

  private WatchServer(ServerSocketChannel server, WatchPage page, ServerLimits limits)
      throws IOException {
    this.port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    this.page = page;
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.loop = new HttpLoop(server, limits, WatchPage.HEADERS, this::answer);
  }

  /**
   * Begins to show a run.
   *
   * @param run its folder, which need not be there yet
   * @param port to be found at; 0 for any that is free, empty for {@link #PORT} or the next free
   *     one
   * @return running until it is closed
   * @throws InputException when the folder is none of a run or the port is taken
   * @throws IOException when the folder cannot be read
   */
  public static WatchServer start(Path run, OptionalInt port) throws IOException {
    LiveRunReader reader = new LiveRunReader(run);
    reader.check();
    return show(reader::look, port);
  }

  static WatchServer show(Supplier<WatchedRun> run, OptionalInt port) throws IOException {
    return show(run, port, ServerLimits.USUAL);
  }

  static WatchServer show(Supplier<WatchedRun> run, OptionalInt port, ServerLimits limits)
      throws IOException {
    return new WatchServer(bind(port), new WatchPage(run), limits);
  }

  private static ServerSocketChannel bind(OptionalInt wanted) throws IOException {
    if (wanted.isPresent() && (wanted.getAsInt() < 0 || wanted.getAsInt() > HIGHEST_PORT)) {
      throw new InputException(
          "port",
          "a number from 0 to " + HIGHEST_PORT,
          Integer.toString(wanted.getAsInt()),
          "choose another, or 0 for any that is free");
    }
    // By number, since a name may be configured to mean another address.
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    int first = wanted.orElse(PORT);
    int last = wanted.isPresent() ? first : first + PORTS_TRIED - 1;
    for (int port = first; port <= last; port++) {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        return channel.bind(new InetSocketAddress(loopback, port), BACKLOG);
      } catch (BindException e) {
        // Taken by another; the next may be free.
        channel.close();
      }
    }
    throw InputException.ofSetting(
        "port",
        "a free port",
        first == last ? first + ", which is taken" : first + " to " + last + ", which are taken",
        "choose another, or 0 for any that is free");
  }

  /**
   * Where the page is.
   *
   * @return for example {@code http://127.0.0.1:7430/}
   */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  private Response answer(RequestHead request) {
    // A page of another site may have its name mean this machine; its host gives it away.
    if (!hosts.contains(request.host())) {
      return Response.plain("403 Forbidden", "ask for " + uri() + "\n");
    }
    if (!request.method().equals("GET")) {
      return Response.WRONG_METHOD;
    }
    return switch (request.path()) {
      case "/" -> Response.page(page.whole());
      case "/now" -> Response.page(page.now());
      default -> Response.NOT_FOUND;
    };
  }

  /** Shows nothing any more. */
  @Override
  public void close() {
    loop.close();
  }
}
