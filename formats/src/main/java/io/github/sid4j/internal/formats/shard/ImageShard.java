package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file of images whose index is known: how many there are, their labels, and blocks of neighbours
 * that are read together. Safe for several threads.
 */
public interface ImageShard {
  /** The file. */
  Path file();

  /** How many samples it has. */
  int size();

  /**
   * The label of a sample.
   *
   * @return its number in {@link LabelTexts}; -1 if it has none
   */
  int label(int sample);

  /**
   * Where the block of a sample begins.
   *
   * @return a sample of the same block, at most the given one
   */
  int blockStart(int sample);

  /** By what a person finds a sample in the file: the number of a row, or the name of a member. */
  String name(int sample);

  /**
   * Opens the block of a sample.
   *
   * @param sample the first one to be read
   * @throws InputException if the block is damaged
   * @throws IOException if it cannot be read
   */
  SampleReader open(int sample) throws IOException;

  /** Adds what identifies the file's contents, as far as the index knows them. */
  void fingerprint(MessageDigest digest);
}
