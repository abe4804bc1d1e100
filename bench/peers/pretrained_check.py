"""Compares logits of networks for photos with timm's and torchvision's.

    python pretrained_check.py values           prints what golden/photo-networks.json holds
    python pretrained_check.py weights DIR      writes random weights as DIR/NETWORK/model.safetensors with a config.json
    python pretrained_check.py check DIR        compares DIR/NETWORK/logits.json with timm's logits for these weights

Weights and images of `values` are those of the formula in FormulaWeights.java. `logits.json` is written by
PretrainedLogits.java next to this file; see README.md.
"""

import json
import sys
from pathlib import Path

import numpy as np
import timm
import torch
import torchvision
from safetensors.torch import load_file, save_file
from timm.layers import resample_abs_pos_embed

torch.set_num_threads(1)
BITS = 0xFFFFFFFF
NETWORKS = {
    "efficientnet-lite0": ("tf_efficientnet_lite0", 1.0, [(64, 64), (71, 98)]),
    "resnet18-imagenet": ("resnet18", 0.7, [(64, 64), (71, 98)]),
    "resnet50": ("resnet50", 0.7, [(64, 64)]),
    "vit-tiny-16": ("vit_tiny_patch16_224", 1.0, [(96, 96), (64, 96)]),
    "vit-small-16": ("vit_small_patch16_224", 1.0, [(96, 96)]),
}
TOLERANCE = 1e-4


def noise(count, number):
    x = (np.arange(count, dtype=np.uint64) * np.uint64(2654435761) + np.uint64(number * 97531 + 12345)) & np.uint64(BITS)
    for _ in range(2):
        x = ((x ^ (x >> np.uint64(16))) * np.uint64(73244475)) & np.uint64(BITS)
    return (x ^ (x >> np.uint64(16))).astype(np.float64) / 2**32 * 2 - 1


def weight(name, shape, number, norm=1.0):
    count = int(np.prod(shape))
    u = noise(count, number)
    if name.endswith("running_var"):
        v = 1 + 0.5 * u
    elif name.endswith(("cls_token", "pos_embed")):
        v = 0.5 * u
    elif len(shape) > 1:
        v = u * np.sqrt(6.0 / (count // shape[0]))
    elif name.endswith("weight"):
        v = norm + 0.2 * u
    else:
        v = 0.1 * u
    return torch.tensor(v.astype(np.float32)).reshape(tuple(shape))


def images(count, height, width):
    n, c, y, x = np.meshgrid(*(np.arange(size) for size in (count, 3, height, width)), indexing="ij")
    values = np.sin(0.37 * n + 1.3 * c + 0.05 * y + 0.031 * x) + 0.5 * np.cos(0.11 * y - 0.07 * x)
    return torch.tensor(values.astype(np.float32))


def model(architecture, classes, size):
    sized = {"img_size": size} if architecture.startswith("vit") else {}
    return timm.create_model(architecture, num_classes=classes, **sized).eval()


def shapes(net):
    return {n: list(t.shape) for n, t in net.state_dict().items() if not n.endswith("num_batches_tracked")}


def logits(architecture, weights, pixels):
    size = tuple(pixels.shape[2:])
    classes = next(len(t) for n, t in weights.items() if n in ("fc.bias", "head.bias", "classifier.bias"))
    if "pos_embed" in weights:
        grid = [side // 16 for side in size]
        weights = dict(weights, pos_embed=resample_abs_pos_embed(weights["pos_embed"], new_size=grid, num_prefix_tokens=1))
    net = model(architecture, classes, size)
    net.load_state_dict(weights, strict=False)
    with torch.no_grad():
        given = net(pixels)
        if architecture.startswith("resnet"):
            other = getattr(torchvision.models, architecture)(num_classes=classes).eval()
            other.load_state_dict(weights, strict=False)
            assert (other(pixels) - given).abs().max() < TOLERANCE, "torchvision and timm differ"
    return given


def rounded(values, digits):
    return [round(float(v), digits) for v in values]


def values():
    cases = []
    for network, (architecture, norm, sizes) in NETWORKS.items():
        all_shapes = shapes(model(architecture, 6, (224, 224)))
        weights = {n: weight(n, all_shapes[n], k, norm) for k, n in enumerate(sorted(all_shapes))}
        for height, width in sizes:
            rows = [rounded(row, 5) for row in logits(architecture, weights, images(2, height, width))]
            cases.append({"network": network, "height": height, "width": width, "norm": norm, "logits": rows})
    positions = []
    for rows, columns in [(4, 6), (16, 14), (20, 9)]:
        p = resample_abs_pos_embed(weight("pos_embed", [1, 197, 2], 0), new_size=[rows, columns], num_prefix_tokens=1)
        positions.append({"rows": rows, "columns": columns, "sum": round(float(p.double().abs().sum()), 4),
                          "last": rounded(p[0, -5:].flatten(), 6), "first": rounded(p[0, :4].flatten(), 6)})
    print(json.dumps({"cases": cases, "positions": positions}))


def write_weights(folder):
    for network, (architecture, _, _) in NETWORKS.items():
        place = folder / network
        place.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(1)
        net = model(architecture, 1000, (224, 224))
        for module in net.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.running_mean.normal_(0, 0.1)
                module.running_var.uniform_(0.5, 1.5)
        save_file(net.state_dict(), str(place / "model.safetensors"))
        (place / "config.json").write_text(json.dumps({"architecture": architecture}))


def check(folder):
    worst = 0.0
    for network, (architecture, _, _) in NETWORKS.items():
        place = folder / network
        given = json.loads((place / "logits.json").read_text())
        weights = {n: t for n, t in load_file(str(place / "model.safetensors")).items() if "num_batches" not in n}
        expected = logits(architecture, weights, images(2, given["size"], given["size"]))
        difference = float((torch.tensor(given["logits"]) - expected).abs().max())
        print(f"{network} at {given['size']}: greatest difference {difference:.2e} of {float(expected.abs().max()):.2f}")
        worst = max(worst, difference)
    if worst > TOLERANCE:
        sys.exit(f"expected at most {TOLERANCE}, found {worst}")


if __name__ == "__main__":
    if sys.argv[1:] == ["values"]:
        values()
    elif len(sys.argv) == 3 and sys.argv[1] in ("weights", "check"):
        (write_weights if sys.argv[1] == "weights" else check)(Path(sys.argv[2]))
    else:
        sys.exit(__doc__)
