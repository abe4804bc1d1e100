/** Loaders of data sets that others published. */
module io.github.sid4j.datasets {
  requires transitive io.github.sid4j.core;
  requires org.apache.commons.compress;
  requires org.apache.commons.io;

  provides io.github.sid4j.internal.data.DatasetProvider with
      io.github.sid4j.internal.datasets.PublicDatasetProvider;
  provides io.github.sid4j.internal.data.PretrainedProvider with
      io.github.sid4j.internal.fetch.PretrainedFetcher;
}
