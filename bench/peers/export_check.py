"""
Shows that exported files predict what sid predicts, in Python's ONNX Runtime and in PyTorch:

    export_check.py images test_batch.bin IMAGES --count 1000
    sid predict RUN IMAGES --json --beliefs > predictions.jsonl
    export_check.py compare IMAGES predictions.jsonl --onnx FILE --safetensors FILE

Exits 1 where a prediction differs, or a probability by more than 1e-4. README.md says more.
"""

import argparse
import json
import pathlib
import sys

import numpy as np

TOLERANCE = 1e-4
BATCH = 100


def write_images(records, folder, count):
    """The first images of a binary file of CIFAR-10: a byte of class, then three planes of 32x32."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    data = np.fromfile(records, np.uint8).reshape(-1, 1 + 3 * 32 * 32)
    if len(data) < count:
        sys.exit(f"{records}: expected at least {count} images, found {len(data)}")
    for i, record in enumerate(data[:count]):
        pixels = record[1:].reshape(3, 32, 32).transpose(1, 2, 0)
        Image.fromarray(pixels).save(folder / f"{i:05}.png")
    print(f"{count} images in {folder}")


def read_images(folder):
    """Levels [n, 3, H, W], in the order of the names."""
    from PIL import Image

    images = [np.asarray(Image.open(file).convert("RGB")) for file in sorted(folder.glob("*.png"))]
    return np.stack(images).transpose(0, 3, 1, 2).astype(np.float32)


def predicted(file):
    """What sid predict said: beliefs [modules, n, classes]."""
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    return np.array([line["beliefs"] for line in lines], np.float32).transpose(1, 0, 2)


def by_onnx(file, levels):
    import onnxruntime

    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    names = [each.name for each in session.get_outputs() if each.name != "belief"]
    parts = [
        session.run(names, {"input": levels[i : i + BATCH]}) for i in range(0, len(levels), BATCH)
    ]
    return np.stack([np.concatenate(each) for each in zip(*parts)])


def by_torch(file, levels, depth):
    import safetensors
    import safetensors.torch
    import torch

    import networks

    with safetensors.safe_open(str(file), "pt") as opened:
        metadata = opened.metadata()
    description = json.loads(metadata["model"])
    cuts = [int(cut) for cut in metadata.get("cuts", "").split(",") if cut]
    channels, classes = description["input_shape"][0], len(description["class_names"])
    model = networks.of(metadata["network"], channels, classes, depth, cuts)
    networks.load(model, safetensors.torch.load_file(str(file)))
    mean, deviation = (
        torch.tensor(description["input"][key], dtype=torch.float32).reshape(1, -1, 1, 1)
        for key in ("mean", "deviation")
    )
    parts = []
    with torch.inference_mode():
        for i in range(0, len(levels), BATCH):
            x = torch.from_numpy(levels[i : i + BATCH]) / 255
            parts.append(torch.stack(model((x - mean) / deviation)).numpy())
    return np.concatenate(parts, axis=1)


def compare(name, found, expected):
    """Whether the predictions agree; says so in one line."""
    if found.shape != expected.shape:
        print(f"{name}: expected beliefs {expected.shape}, found {found.shape}")
        return False
    same = int((found[-1].argmax(1) == expected[-1].argmax(1)).sum())
    worst = float(np.abs(found - expected).max())
    print(
        f"{name}: {same} of {expected.shape[1]} predictions the same, "
        f"probabilities of {len(expected)} modules within {worst:.1e}"
    )
    return same == expected.shape[1] and worst <= TOLERANCE


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    commands = parser.add_subparsers(dest="command", required=True)
    images = commands.add_parser("images", help="writes images of CIFAR-10 as files")
    images.add_argument("records", type=pathlib.Path)
    images.add_argument("folder", type=pathlib.Path)
    images.add_argument("--count", type=int, default=1000)
    comparing = commands.add_parser("compare", help="holds exported files to sid's predictions")
    comparing.add_argument("folder", type=pathlib.Path)
    comparing.add_argument("predictions", type=pathlib.Path)
    comparing.add_argument("--onnx", type=pathlib.Path)
    comparing.add_argument("--safetensors", type=pathlib.Path)
    args = parser.parse_args()
    if args.command == "images":
        write_images(args.records, args.folder, args.count)
        return
    levels, expected = read_images(args.folder), predicted(args.predictions)
    good = True
    if args.onnx:
        good &= compare("onnx", by_onnx(args.onnx, levels), expected)
    if args.safetensors:
        found = by_torch(args.safetensors, levels, len(expected))
        good &= compare("safetensors in torch", found, expected)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
