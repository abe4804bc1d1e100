package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.TensorMemory;

/** Lends the memory of tensors to the internals of the engine. */
final class MemoryAccess implements TensorMemory.Access {
  @Override
  public org.bytedeco.pytorch.Tensor pointer(Tensor tensor) {
    return tensor.pointer();
  }

  @Override
  public long[] strides(Tensor tensor) {
    long[] strides = new long[(int) tensor.pointer().dim()];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = tensor.pointer().stride(i);
    }
    return strides;
  }

  @Override
  public Tensor strided(DType type, long[] shape, long... strides) {
    return TensorFactory.strided(type, shape, strides);
  }

  @Override
  public Tensor flat(Tensor tensor) {
    return new Tensor(tensor.pointer().detach().as_strided(new long[] {tensor.count()}, 1));
  }

  @Override
  public Tensor inRows(Tensor tensor) {
    return new Tensor(tensor.pointer().detach().contiguous());
  }
}
