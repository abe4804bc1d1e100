package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.Engine;

/** A process that computes where libtorch cannot be used, and prints what it gets for it. */
public final class UnusableLibraries {
  private UnusableLibraries() {}

  public static void main(String[] args) {
    for (int i = 0; i < 2; i++) {
      try (Scope scope = Scope.open()) {
        Engine.start();
        System.out.println(Tensor.full(1, DType.FLOAT32, 2, 2).sum().item());
      } catch (NativeLibraryException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
