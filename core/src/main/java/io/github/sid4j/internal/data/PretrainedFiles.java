package io.github.sid4j.internal.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a pretrained network, as a provider brought them.
 *
 * @param weights safetensors, whose hash was checked
 * @param config the {@code config.json} next to it; empty if there is none
 * @param source where they came from, with the revision where there is one, without secrets
 */
public record PretrainedFiles(Path weights, Optional<Path> config, String source) {}
