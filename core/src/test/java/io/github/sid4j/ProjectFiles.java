package io.github.sid4j;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The files of the project that people write: no build output, no runs, no data. */
final class ProjectFiles {
  /** Tests run in the folder of their module. */
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Set<String> NOT_OURS =
      Set.of(".git", ".idea", "target", "/runs", "/data", "/shared");

  private ProjectFiles() {}

  /**
   * Finds files.
   *
   * @param wanted by the path from the root, with slashes
   * @return paths from the root, in order
   */
  static List<Path> where(Predicate<String> wanted) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean top = ROOT.equals(folder.getParent());
            return NOT_OURS.contains(name) || (top && NOT_OURS.contains("/" + name))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path path = ROOT.relativize(file);
            if (wanted.test(path.toString().replace('\\', '/'))) {
              found.add(path);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(found);
    return found;
  }

  static String text(Path path) throws IOException {
    return Files.readString(ROOT.resolve(path));
  }
}
