package io.github.sid4j.network;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses maps of the JDK that have no order of their own: sums over parameters would round
 * otherwise in every process.
 */
final class MapOrder {
  private static final Class<?> IMMUTABLE = Map.of(1, 1, 2, 2).getClass();

  private static final List<Class<?>> UNORDERED =
      List.of(
          HashMap.class,
          Hashtable.class,
          IdentityHashMap.class,
          WeakHashMap.class,
          ConcurrentHashMap.class,
          IMMUTABLE);

  private MapOrder() {}

  static void check(Map<?, ?> map) {
    boolean ordered =
        map.size() < 2
            || map instanceof LinkedHashMap
            || UNORDERED.stream().noneMatch(kind -> kind.isInstance(map));
    if (!ordered) {
      throw new IllegalArgumentException(
          "expected a map in a fixed order, found one without, of "
              + map.keySet()
              + "; use a LinkedHashMap, or Parameters.and for each part");
    }
  }
}
