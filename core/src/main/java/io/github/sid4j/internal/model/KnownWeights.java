package io.github.sid4j.internal.model;

import io.github.sid4j.internal.data.PhotoPreparation;
import io.github.sid4j.model.PhotoNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Weights that others published for a {@link PhotoNetwork}, by the names of timm, with the numbers
 * of its own tables. Of each network the first are assumed where nothing says which they are.
 */
public enum KnownWeights {
  LITE0(
      PhotoNetwork.EFFICIENTNET_LITE0,
      "tf_efficientnet_lite0.in1k",
      "apache-2.0",
      false,
      0.875,
      "bicubic"),
  RESNET18_A1(
      PhotoNetwork.RESNET18_IMAGENET, "resnet18.a1_in1k", "apache-2.0", true, 0.95, "bicubic"),
  RESNET18_TV(
      PhotoNetwork.RESNET18_IMAGENET, "resnet18.tv_in1k", "bsd-3-clause", true, 0.875, "bilinear"),
  RESNET18_SSL(
      PhotoNetwork.RESNET18_IMAGENET,
      "resnet18.fb_ssl_yfcc100m_ft_in1k",
      "cc-by-nc-4.0",
      true,
      0.875,
      "bilinear"),
  RESNET50_A1(PhotoNetwork.RESNET50, "resnet50.a1_in1k", "apache-2.0", true, 0.95, "bicubic"),
  RESNET50_TV(PhotoNetwork.RESNET50, "resnet50.tv_in1k", "bsd-3-clause", true, 0.875, "bilinear"),
  VIT_TINY(
      PhotoNetwork.VIT_TINY_16,
      "vit_tiny_patch16_224.augreg_in21k_ft_in1k",
      "apache-2.0",
      false,
      0.9,
      "bicubic"),
  DEIT_TINY(
      PhotoNetwork.VIT_TINY_16,
      "deit_tiny_patch16_224.fb_in1k",
      "apache-2.0",
      true,
      0.9,
      "bicubic"),
  VIT_SMALL(
      PhotoNetwork.VIT_SMALL_16,
      "vit_small_patch16_224.augreg_in21k_ft_in1k",
      "apache-2.0",
      false,
      0.9,
      "bicubic"),
  VIT_SMALL_DINO(
      PhotoNetwork.VIT_SMALL_16, "vit_small_patch16_224.dino", "apache-2.0", true, 0.9, "bicubic"),
  DEIT_SMALL(
      PhotoNetwork.VIT_SMALL_16,
      "deit_small_patch16_224.fb_in1k",
      "apache-2.0",
      true,
      0.9,
      "bicubic");

  private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);
  private static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);
  private static final List<Double> IMAGENET_DEVIATION = List.of(0.229, 0.224, 0.225);
  private static final int SIZE = 224;

  private final PhotoNetwork network;
  private final String wireName;
  private final String licence;
  private final boolean imageNetMean;
  private final double cropShare;
  private final String interpolation;

  KnownWeights(
      PhotoNetwork network,
      String wireName,
      String licence,
      boolean imageNetMean,
      double cropShare,
      String interpolation) {
    this.network = network;
    this.wireName = wireName;
    this.licence = licence;
    this.imageNetMean = imageNetMean;
    this.cropShare = cropShare;
    this.interpolation = interpolation;
  }

  /**
   * Finds weights by their name.
   *
   * @param wireName any word
   * @return empty if it names none of these
   */
  public static Optional<KnownWeights> named(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }

  /**
   * Those of a network.
   *
   * @param network which
   * @return at least one; the first are assumed where nothing says which they are
   */
  public static List<KnownWeights> of(PhotoNetwork network) {
    return Arrays.stream(values()).filter(one -> one.network == network).toList();
  }

  /**
   * What they fit.
   *
   * @return the network
   */
  public PhotoNetwork network() {
    return network;
  }

  /**
   * Their name.
   *
   * @return an architecture of timm and a tag
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Their licence.
   *
   * @return its SPDX name in lower case
   */
  public String licence() {
    return licence;
  }

  /**
   * Where they are.
   *
   * @return an address that {@code pretrained} takes
   */
  public String source() {
    return "hf:timm/" + wireName;
  }

  /**
   * How photos are prepared for them.
   *
   * @return the numbers of timm's table
   */
  public PhotoPreparation preparation() {
    return new PhotoPreparation(
        imageNetMean ? IMAGENET_MEAN : HALF,
        imageNetMean ? IMAGENET_DEVIATION : HALF,
        SIZE,
        cropShare,
        interpolation,
        "crop");
  }
}
