package io.github.sid4j.internal.datasets;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.internal.data.DatasetProvider;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.fetch.FetchPolicy;
import io.github.sid4j.internal.fetch.Fetcher;
import io.github.sid4j.internal.fetch.PublicDatasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Opens MNIST, Fashion-MNIST, CIFAR and Tiny-ImageNet, and fetches those with a public home. */
public final class PublicDatasetProvider implements DatasetProvider {
  private static final Map<String, Loader> LOADERS =
      Map.of(
          "mnist", MnistLoader::loadDigits,
          "fashion-mnist", MnistLoader::loadFashion,
          "cifar10", CifarLoader::load10,
          "cifar100", CifarLoader::load100,
          "tiny-imagenet", TinyImageNetLoader::load);

  private interface Loader {
    Dataset load(DatasetRequest request) throws IOException;
  }

  /** For {@link java.util.ServiceLoader}. */
  public PublicDatasetProvider() {}

  @Override
  public Set<String> names() {
    return LOADERS.keySet();
  }

  @Override
  public Dataset open(DatasetRequest request) throws IOException {
    return LOADERS.get(request.name()).load(request);
  }

  @Override
  public void fetch(String name, Path folder, ProgressListener progress) throws IOException {
    new Fetcher(FetchPolicy.standard())
        .fetch(PublicDatasets.find(name).orElseThrow(), folder, progress);
  }
}
