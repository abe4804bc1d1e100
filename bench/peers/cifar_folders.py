"""Writes subsets of CIFAR-10 as folders of PNG files, for measurements with networks for photos.

    cifar_folders.py CIFAR-10-BATCHES-BIN OUT --per-class 50 --subset 1 [--test 10000]

OUT has train/CLASS/ with that many images of each class, drawn from the 50,000 with the subset as seed, and
test/CLASS/ with the first images of the test part. Needs NumPy and Pillow.
"""
import argparse
import pathlib

import numpy
from PIL import Image

NAMES = "airplane automobile bird cat deer dog frog horse ship truck".split()


def part(folder, files):
    rows = numpy.concatenate([numpy.fromfile(folder / name, numpy.uint8).reshape(-1, 3073) for name in files])
    return rows[:, 0], rows[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)


def write(to, labels, images, wanted):
    for i in wanted:
        folder = to / NAMES[labels[i]]
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(images[i]).save(folder / f"{i:05d}.png")


parser = argparse.ArgumentParser()
parser.add_argument("source", type=pathlib.Path)
parser.add_argument("out", type=pathlib.Path)
parser.add_argument("--per-class", type=int, default=50)
parser.add_argument("--subset", type=int, default=1)
parser.add_argument("--test", type=int, default=10_000)
args = parser.parse_args()

labels, images = part(args.source, [f"data_batch_{i}.bin" for i in range(1, 6)])
draw = numpy.random.default_rng(args.subset)
chosen = [i for c in range(10) for i in draw.permutation(numpy.flatnonzero(labels == c))[: args.per_class]]
write(args.out / "train", labels, images, chosen)
labels, images = part(args.source, ["test_batch.bin"])
write(args.out / "test", labels, images, range(args.test))
