package io.github.sid4j.internal.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Fetches pretrained networks that others published, and keeps them. Found by {@link
 * java.util.ServiceLoader}; the artefact {@code sid4j-datasets} has one. Implementations are safe
 * for use by several threads.
 */
public interface PretrainedProvider {
  /**
   * Brings the files of a network, from the cache where they are there.
   *
   * @param address {@code hf:ORG/NAME}, {@code hf:ORG/NAME@REVISION}, or the https address of a
   *     file of safetensors
   * @param progress hears how far each download has come
   * @return checked against the hashes that the server states
   * @throws io.github.sid4j.error.InputException if the address is none, or there is no such file
   * @throws IOException if it cannot be fetched or written; what has come is kept
   */
  PretrainedFiles fetch(String address, ProgressListener progress) throws IOException;

  /**
   * Where fetched files are kept.
   *
   * @return a folder, which need not exist
   */
  Path cacheFolder();

  /**
   * What is kept.
   *
   * @return in the order of their sources
   * @throws IOException if the folder cannot be read
   */
  List<FetchedWeights> cached() throws IOException;

  /**
   * Removes what is kept.
   *
   * @return how many bytes that were
   * @throws IOException if a file cannot be removed
   */
  long clearCache() throws IOException;
}
