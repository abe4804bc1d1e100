package io.github.sid4j.internal.cluster;

import io.github.sid4j.internal.engine.Meeting;
import io.github.sid4j.internal.engine.PeerException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;

/** Where the processes of a run find each other. */
public sealed interface MeetingPlace {
  /**
   * Opens it.
   *
   * @param rank of this process
   * @param patience until who serves is there
   * @throws PeerException if nobody is by then
   */
  Meeting open(int rank, Duration patience);

  /**
   * The address of this machine that the others can reach.
   *
   * @throws PeerException if there is no way to them
   */
  String ownAddress(Duration patience);

  /**
   * A file, for processes of one machine: nothing listens but on 127.0.0.1.
   *
   * @param path of the file
   */
  record InFile(Path path) implements MeetingPlace {
    @Override
    public Meeting open(int rank, Duration patience) {
      return Meeting.inFile(path);
    }

    @Override
    public String ownAddress(Duration patience) {
      return "127.0.0.1";
    }

    @Override
    public String toString() {
      return "file:" + path;
    }
  }

  /**
   * A port of one of the machines.
   *
   * @param host name or address
   * @param port 1 to 65535
   * @param launcherServes whether the launcher has opened the port; else rank 0 does
   */
  record BehindPort(String host, int port, boolean launcherServes) implements MeetingPlace {
    @Override
    public Meeting open(int rank, Duration patience) {
      resolved(patience);
      return Meeting.behindPort(host, port, rank == 0 && !launcherServes, patience);
    }

    /**
     * The one from which packets to the host would leave: a name of one's own may mean loopback.
     */
    @Override
    public String ownAddress(Duration patience) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.connect(new InetSocketAddress(resolved(patience), port));
        return socket.getLocalAddress().getHostAddress();
      } catch (SocketException e) {
        throw Lost.way("there is no way to " + this + ": " + e.getMessage());
      }
    }

    /** Names of machines that are being started may come late. */
    private InetAddress resolved(Duration patience) {
      long end = System.nanoTime() + patience.toNanos();
      while (true) {
        try {
          return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
          if (System.nanoTime() > end) {
            throw Lost.way("the name of " + this + " is not known");
          }
        }
        Lost.pause();
      }
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}
