"""Writes subsets of CIFAR-10 as folders of PNG files, for measurements with networks for photos.

    cifar_folders.py CIFAR-10-BATCHES-BIN OUT --per-class 50 --subset 1 [--test 10000] [--flip 0.1]

OUT has train/CLASS/ with that many images of each class, drawn from the 50,000 with the subset as seed, and
test/CLASS/ with the first images of the test part. A smaller subset is part of a larger one with the same seed. With
--flip that share of the training images lies in the folder of another class; OUT/flipped.csv names these, and their
classes. Needs NumPy and Pillow.
"""
import argparse
import csv
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


def flip(labels, chosen, share, draw):
    flipped = draw.permutation(numpy.array(chosen, int))[: round(share * len(chosen))]
    changed = labels.copy()
    changed[flipped] = (labels[flipped] + draw.integers(1, len(NAMES), len(flipped))) % len(NAMES)
    return changed, sorted(flipped)


parser = argparse.ArgumentParser()
parser.add_argument("source", type=pathlib.Path)
parser.add_argument("out", type=pathlib.Path)
parser.add_argument("--per-class", type=int, default=50)
parser.add_argument("--subset", type=int, default=1)
parser.add_argument("--test", type=int, default=10_000)
parser.add_argument("--flip", type=float, default=0)
args = parser.parse_args()

labels, images = part(args.source, [f"data_batch_{i}.bin" for i in range(1, 6)])
draw = numpy.random.default_rng(args.subset)
chosen = [i for c in range(10) for i in draw.permutation(numpy.flatnonzero(labels == c))[: args.per_class]]
changed, flipped = flip(labels, chosen, args.flip, draw)
write(args.out / "train", changed, images, chosen)
if args.flip:
    with open(args.out / "flipped.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["sample", "class"])
        rows.writerows([f"train/{NAMES[changed[i]]}/{i:05d}.png", NAMES[labels[i]]] for i in flipped)
labels, images = part(args.source, ["test_batch.bin"])
write(args.out / "test", labels, images, range(args.test))
