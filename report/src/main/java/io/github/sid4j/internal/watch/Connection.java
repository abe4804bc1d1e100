package io.github.sid4j.internal.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * One request of one client: its head arrives, its answer leaves, and it ends. Each of these has a
 * deadline as a whole, so that sending a byte now and then does not hold it open.
 */
final class Connection {
  /** What it is at. */
  enum State {
    READING,
    /** The head is there, the answer is not. */
    WAITING,
    WRITING,
    /** The answer is sent; what the client may still send is read, and not looked at. */
    RESTING
  }

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ServerLimits limits;
  private final byte[] head;
  private int length;
  private ByteBuffer answer = ByteBuffer.allocate(0);
  private State state = State.READING;
  private long deadline;

  Connection(SocketChannel channel, SelectionKey key, ServerLimits limits) {
    this.channel = channel;
    this.key = key;
    this.limits = limits;
    this.head = new byte[limits.headBytes()];
    enter(State.READING, SelectionKey.OP_READ, limits.head());
  }

  State state() {
    return state;
  }

  /** Whether a part of a request is there. A browser may open a connection and not use it. */
  boolean isHalfRead() {
    return state == State.READING && length > 0;
  }

  /** Whether its request is there and its answer is not sent. */
  boolean isAnswered() {
    return state == State.WAITING || state == State.WRITING;
  }

  byte[] head() {
    return head;
  }

  /** Nanoseconds of {@link System#nanoTime} that are left. */
  long left(long now) {
    return deadline - now;
  }

  /**
   * Reads what has arrived.
   *
   * @return bytes of the head once it is whole; -1 before; 0 if it is longer than it may be
   * @throws IOException also when the client ended the connection before
   */
  int read() throws IOException {
    int count = channel.read(ByteBuffer.wrap(head, length, head.length - length));
    if (count < 0) {
      throw new IOException("ended by the client");
    }
    length += count;
    int end = RequestHead.end(head, length);
    return end < 0 && length == head.length ? 0 : end;
  }

  /** Reads nothing until there is an answer. */
  void await() {
    enter(State.WAITING, 0, limits.answer());
  }

  /** Begins to send. */
  void send(ByteBuffer bytes) throws IOException {
    answer = bytes;
    enter(State.WRITING, SelectionKey.OP_WRITE, limits.answer());
    write();
  }

  /** Sends what the client takes. */
  void write() throws IOException {
    channel.write(answer);
    if (!answer.hasRemaining()) {
      // To close with bytes unread would take the answer back from a client that still sends.
      channel.shutdownOutput();
      enter(State.RESTING, SelectionKey.OP_READ, limits.rest());
    }
  }

  /** Reads what does not matter any more. */
  void rest() throws IOException {
    if (channel.read(ByteBuffer.wrap(head)) < 0) {
      close();
    }
  }

  private void enter(State next, int interest, Duration limit) {
    state = next;
    key.interestOps(interest);
    deadline = System.nanoTime() + limit.toNanos();
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
