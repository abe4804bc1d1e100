package io.github.sid4j.internal.data.format;

import io.github.sid4j.internal.data.format.SkippedFiles.Reason;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The image files in a folder and in all folders below it. Links to folders are followed, but never
 * to a folder that they are in, so that every walk ends; and no folder is read twice.
 */
public final class ImageTree {
  private final SkippedFiles skipped;
  private final List<Path> images = new ArrayList<>();
  private final Set<Path> read = new HashSet<>();

  /** The folders that the one that is read is in, from the root of the data on, without links. */
  private final Deque<Path> above = new ArrayDeque<>();

  private boolean links;

  private ImageTree(SkippedFiles skipped) {
    this.skipped = skipped;
  }

  /**
   * Walks through a folder.
   *
   * @param folder to begin with; its own name may be hidden
   * @param skipped gets what is no image
   * @return what is in it
   * @throws io.github.sid4j.error.InputException if a folder cannot be read
   */
  public static ImageTree of(Path folder, SkippedFiles skipped) {
    ImageTree tree = new ImageTree(skipped);
    // Links may lead to what is above the first folder, too.
    for (Path up = folder; up != null && !up.equals(skipped.root()); up = up.getParent()) {
      if (up.getParent() != null) {
        tree.above.addLast(FolderListing.real(up.getParent()));
      }
    }
    tree.walk(folder);
    tree.images.sort(FolderListing.BY_NAME);
    return tree;
  }

  /**
   * The images.
   *
   * @return paths that begin with that of the folder, in an order that depends on nothing but them
   */
  public List<Path> images() {
    return List.copyOf(images);
  }

  /**
   * Whether a link was followed, so that a file may also be elsewhere.
   *
   * @return false if every image is in this folder alone
   */
  public boolean hasLinks() {
    return links;
  }

  private void walk(Path folder) {
    Path real = FolderListing.real(folder);
    if (above.stream().anyMatch(one -> one.startsWith(real))) {
      skipped.add(Reason.LOOP, folder);
      return;
    }
    if (!read.add(real)) {
      skipped.add(Reason.AGAIN, folder);
      return;
    }
    FolderListing listing = FolderListing.of(folder, ImageFile::isNamedLikeOne, skipped);
    links |= listing.hasLinks();
    images.addAll(listing.files());
    boolean empty = listing.files().isEmpty() && listing.folders().isEmpty();
    if (empty && !folder.equals(skipped.root())) {
      skipped.add(Reason.EMPTY, folder);
    }
    above.push(real);
    listing.folders().forEach(this::walk);
    above.pop();
  }
}
