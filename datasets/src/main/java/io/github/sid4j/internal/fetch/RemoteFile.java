package io.github.sid4j.internal.fetch;

import java.net.URI;
import java.util.Optional;

/**
 * What a server states of a file before it is fetched.
 *
 * @param address that was asked, without secrets
 * @param name plain, as it is stored
 * @param bytes its size
 * @param checksum what it must hash to
 * @param commit version of the repository that it is from; empty outside of a hub
 */
record RemoteFile(
    URI address, String name, long bytes, Checksum checksum, Optional<String> commit) {}
