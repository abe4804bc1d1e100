package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.FetchedWeights;
import io.github.sid4j.internal.data.PretrainedFiles;
import io.github.sid4j.internal.data.PretrainedProvider;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.data.UserCache;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches pretrained networks from repositories that speak the protocol of huggingface.co, and from
 * https addresses.
 */
public final class PretrainedFetcher implements PretrainedProvider {
  private static final String WEIGHTS = "model.safetensors";
  private static final String CONFIG = "config.json";
  private static final String ENDING = ".safetensors";

  private final FetchPolicy policy;
  private final Map<String, String> environment;
  private final Path home;
  private final ModelCache cache;

  /** For {@link java.util.ServiceLoader}: with the user's variables and cache. */
  public PretrainedFetcher() {
    this(
        FetchPolicy.standard(),
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        UserCache.folder("models"));
  }

  PretrainedFetcher(FetchPolicy policy, Map<String, String> environment, Path home, Path cache) {
    this.policy = policy;
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.cache = new ModelCache(cache);
  }

  @Override
  public PretrainedFiles fetch(String address, ProgressListener progress) throws IOException {
    HubAccess access = HubAccess.of(environment, home);
    return address.startsWith("hf:")
        ? ofHub(HubRepository.of(address), access, progress)
        : ofWeb(address, access, progress);
  }

  private PretrainedFiles ofHub(
      HubRepository repository, HubAccess access, ProgressListener progress) throws IOException {
    if (access.offline()) {
      return kept(repository);
    }
    RemoteFiles servers = new RemoteFiles(policy, access);
    URI address = repository.file(access.endpoint(), WEIGHTS);
    RemoteFile weights =
        servers
            .ofHub(repository.toString(), address, WEIGHTS)
            .orElseThrow(
                () ->
                    new InputException(
                        repository.toString(),
                        "a repository with " + WEIGHTS,
                        "none; files of PyTorch are programs, and are not fetched",
                        "choose another; sid models lists some"));
    Optional<RemoteFile> config =
        servers.ofHub(repository.toString(), repository.file(access.endpoint(), CONFIG), CONFIG);
    String source = "hf:" + repository.name() + "@" + weights.commit().orElse("");
    Path file = bring(weights, repository, source, access, progress);
    Optional<Path> next =
        config.isPresent()
            ? Optional.of(bring(config.get(), repository, source, access, progress))
            : Optional.empty();
    return new PretrainedFiles(file, next, source);
  }

  private Path bring(
      RemoteFile file,
      HubRepository repository,
      String source,
      HubAccess access,
      ProgressListener progress)
      throws IOException {
    Optional<Path> here = cache.find(file);
    if (here.isPresent()) {
      return here.get();
    }
    // What the hub's own client has fetched need not come again.
    Path theirs =
        access
            .hubCache()
            .resolve(repository.folder())
            .resolve("blobs")
            .resolve(file.checksum().hex());
    if (Files.isRegularFile(theirs) && file.checksum().of(theirs).equals(file.checksum())) {
      return theirs;
    }
    return cache.fetch(file, source, policy, access, progress);
  }

  /** What was fetched of a repository before. */
  private PretrainedFiles kept(HubRepository repository) throws IOException {
    String begin = "hf:" + repository.name() + "@";
    boolean any = repository.revision().equals("main");
    List<FetchedWeights> files =
        cache.list().stream()
            .filter(file -> file.source().startsWith(begin))
            .filter(file -> any || file.source().equals(begin + repository.revision()))
            .toList();
    Optional<FetchedWeights> weights =
        files.stream().filter(file -> file.file().endsWith(WEIGHTS)).findFirst();
    if (weights.isEmpty()) {
      throw new InputException(
          repository.toString(),
          "files in " + cache.folder() + ", since HF_HUB_OFFLINE is set",
          "none",
          "unset it, or name a file");
    }
    Optional<Path> config =
        files.stream()
            .filter(file -> file.source().equals(weights.get().source()))
            .map(FetchedWeights::file)
            .filter(file -> file.endsWith(CONFIG))
            .findFirst();
    return new PretrainedFiles(weights.get().file(), config, weights.get().source());
  }

  private PretrainedFiles ofWeb(String text, HubAccess access, ProgressListener progress)
      throws IOException {
    WebAddress address = WebAddress.of(text, ENDING);
    RemoteFiles servers = new RemoteFiles(policy, access);
    RemoteFile weights =
        servers
            .ofWeb(address.uri(), address.name(), address.checksum())
            .orElseThrow(
                () ->
                    new InputException(
                        address.shown(), "a file that can be read", "none", "correct the address"));
    Optional<RemoteFile> config =
        servers.ofWeb(address.sibling(CONFIG), CONFIG, Checksum.unstated());
    Path file = cache.bring(weights, address.shown(), policy, access, progress);
    Optional<Path> next =
        config.isPresent()
            ? Optional.of(cache.bring(config.get(), address.shown(), policy, access, progress))
            : Optional.empty();
    return new PretrainedFiles(file, next, address.shown());
  }

  @Override
  public Path cacheFolder() {
    return cache.folder();
  }

  @Override
  public List<FetchedWeights> cached() throws IOException {
    return cache.list();
  }

  @Override
  public long clearCache() throws IOException {
    return cache.clear();
  }
}
