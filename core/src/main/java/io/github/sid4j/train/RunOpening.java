package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.engine.Device;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.model.Networks;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a stored run is opened again: with what a program brought when it was trained. Immutable.
 *
 * @param folder of the run
 * @param movedData where the files of its data are now; empty if they are where the run read them
 * @param network that it was trained with if it is one's own; any other stands for the one that its
 *     settings name
 * @param data that it was trained on; empty for data that its settings name
 * @param device to compute on, whichever the run was trained on
 */
public record RunOpening(
    Path folder,
    Optional<Path> movedData,
    NetworkChoice network,
    Optional<Dataset> data,
    Device device) {
  /**
   * Opens a run of a built-in network on data that its settings name.
   *
   * @param folder of the run; it must have finished an epoch
   * @return to be completed
   */
  public static RunOpening of(Path folder) {
    return new RunOpening(folder, Optional.empty(), Networks.auto(), Optional.empty(), Device.CPU);
  }

  /**
   * With files that have moved.
   *
   * @param now where they are
   * @return a copy
   */
  public RunOpening movedData(Path now) {
    return new RunOpening(folder, Optional.of(now), network, data, device);
  }

  /**
   * With the own network of the run.
   *
   * @param choice as for training
   * @return a copy
   */
  public RunOpening network(NetworkChoice choice) {
    return new RunOpening(folder, movedData, choice, data, device);
  }

  /**
   * With the own data of the run.
   *
   * @param dataset with the same examples as for training
   * @return a copy
   */
  public RunOpening data(Dataset dataset) {
    return new RunOpening(folder, movedData, network, Optional.of(dataset), device);
  }

  /**
   * On another device than the processor.
   *
   * @param other which is there
   * @return a copy
   */
  public RunOpening on(Device other) {
    return new RunOpening(folder, movedData, network, data, other);
  }

  /**
   * Makes the cascade that the run's settings name.
   *
   * @return of an own network, what its factory makes, cut off and grown as the settings say
   */
  public CascadeFactory cascades() {
    return Cascades.of(network.own());
  }
}
