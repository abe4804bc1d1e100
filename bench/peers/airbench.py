"""
The airbench network of sid4j, trained in PyTorch by the recipe airbench94-muon on CIFAR-10, as a peer in accuracy and time.
README.md beside this says how it is used.
"""

import argparse
import math
import pathlib
import time

import numpy
import torch
import torch.nn.functional as F
from torch import nn

MEAN = torch.tensor([0.4914, 0.4822, 0.4465]).view(1, 3, 1, 1)
DEVIATION = torch.tensor([0.2470, 0.2435, 0.2616]).view(1, 3, 1, 1)
MATRIX_RATE, MATRIX_MOMENTUM, NEWTON_SCHULZ = 0.24, 0.6, 3
# Rates of the other parameters are for the sum of the losses of a batch.
BIAS_RATE, HEAD_RATE, REST_MOMENTUM, DECAY = 0.053, 0.67, 0.85, 2e-6


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=pathlib.Path, help="folder of the binary files of CIFAR-10")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=2000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--precision", choices=["fp32", "bf16"], default="bf16")
    parser.add_argument("--steps", type=int, help="only time so many steps behind three others")
    parser.add_argument("--profile", action="store_true", help="with --steps: show what operations take")
    return parser.parse_args()


def read(paths):
    rows = numpy.concatenate([numpy.fromfile(path, numpy.uint8).reshape(-1, 3073) for path in paths])
    images = torch.from_numpy(rows[:, 1:].copy()).view(-1, 3, 32, 32).float() / 255
    images = (images - MEAN) / DEVIATION
    return images.contiguous(memory_format=torch.channels_last), torch.from_numpy(rows[:, 0].astype("int64"))


class Convolution(nn.Sequential):
    """A convolution that begins as an identity where it can, a norm that only shifts, and GELU."""

    def __init__(self, inputs, outputs, pools):
        conv = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        nn.init.dirac_(conv.weight.data[:inputs])
        norm = nn.BatchNorm2d(outputs, eps=1e-12, momentum=0.4)
        norm.weight.requires_grad = False
        super().__init__(conv, *([nn.MaxPool2d(2)] if pools else []), norm, nn.GELU())


class Airbench(nn.Module):
    """Two convolutions in each of three groups behind a whitening that is not trained."""

    def __init__(self, images, widths=(64, 256, 256), classes=10):
        super().__init__()
        self.whiten = nn.Conv2d(3, 24, 2)
        self.whiten.weight.requires_grad = False
        self.whiten.weight.data[:] = self.filters(images)
        self.whiten.bias.data.zero_()
        inputs = [24, *widths[:-1]]
        groups = [part for i, o in zip(inputs, widths) for part in (Convolution(i, o, True), Convolution(o, o, False))]
        self.layers = nn.Sequential(nn.GELU(), *groups, nn.MaxPool2d(3), nn.Flatten())
        self.head = nn.Linear(widths[-1], classes, bias=False)
        self.head.weight.data /= self.head.weight.data.std()

    @staticmethod
    def filters(images):
        patches = F.unfold(images, 2).transpose(1, 2).reshape(-1, 12)
        values, vectors = torch.linalg.eigh(patches.T @ patches / len(patches))
        scaled = (vectors / torch.sqrt(values + 5e-4)).T.reshape(12, 3, 2, 2)
        return torch.cat((scaled, -scaled))

    def forward(self, x):
        features = self.layers(self.whiten(x))
        return self.head(features) / features.shape[1]


class Muon(torch.optim.Optimizer):
    """Keeps each matrix at one size, and turns it by the nearly orthogonal factor of its momentum."""

    def __init__(self, parameters):
        super().__init__(parameters, {"lr": MATRIX_RATE})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for weight in group["params"]:
                state = self.state[weight]
                velocity = state.setdefault("velocity", torch.zeros_like(weight))
                velocity.mul_(MATRIX_MOMENTUM).add_(weight.grad)
                direction = weight.grad.add(velocity, alpha=MATRIX_MOMENTUM)
                weight.mul_(math.sqrt(len(weight)) / weight.norm())
                weight.sub_(self.orthogonal(direction.flatten(1)).view_as(weight), alpha=group["lr"])

    @staticmethod
    def orthogonal(matrix):
        x = matrix.bfloat16()
        x = x / (x.norm() + 1e-7)
        tall = len(x) > x.shape[1]
        x = x.T if tall else x
        for _ in range(NEWTON_SCHULZ):
            square = x @ x.T
            x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
        return (x.T if tall else x).float()


def optimizers(network, batch):
    biases = [p for name, p in network.named_parameters() if p.requires_grad and p.dim() == 1]
    decay = DECAY * batch
    rest = torch.optim.SGD(
        [
            {"params": biases, "lr": BIAS_RATE, "weight_decay": decay / BIAS_RATE},
            {"params": [network.head.weight], "lr": HEAD_RATE, "weight_decay": decay / HEAD_RATE},
        ],
        lr=BIAS_RATE,
        momentum=REST_MOMENTUM,
        nesterov=True,
    )
    both = [rest, Muon([p for p in network.parameters() if p.requires_grad and p.dim() == 4])]
    for optimizer in both:
        for group in optimizer.param_groups:
            group["highest"] = group["lr"]
    return both


def crop(images, chosen, mirrored):
    """Moves each image by up to two pixels, with a reflected border."""
    batch = F.pad(images[chosen], (2,) * 4, "reflect")
    batch[mirrored[chosen]] = batch[mirrored[chosen]].flip(-1)
    moves = torch.randint(5, (len(batch), 2))
    out = torch.empty_like(images[chosen])
    for y in range(5):
        for x in range(5):
            mask = (moves[:, 0] == y) & (moves[:, 1] == x)
            out[mask] = batch[mask, :, y : y + 32, x : x + 32]
    return out.contiguous(memory_format=torch.channels_last)


def step(network, both, x, y, precision):
    with torch.autocast("cpu", torch.bfloat16, enabled=precision == "bf16"):
        logits = network(x)
    F.cross_entropy(logits.float(), y, label_smoothing=0.2, reduction="sum").backward()
    for optimizer in both:
        optimizer.step()
        optimizer.zero_grad()


@torch.no_grad()
def accuracy(network, images, labels, precision):
    """With six views of each image."""
    network.eval()
    right = 0
    for x, y in zip(images.split(1000), labels.split(1000)):
        padded = F.pad(x, (1,) * 4, "reflect")
        views = [(x, 0.25), (padded[:, :, :32, :32], 0.125), (padded[:, :, 2:, 2:], 0.125)]
        with torch.autocast("cpu", torch.bfloat16, enabled=precision == "bf16"):
            logits = sum(share * (network(view).float() + network(view.flip(-1)).float()) for view, share in views)
        right += (logits.argmax(1) == y).sum().item()
    network.train()
    return 100 * right / len(labels)


def train(args, seed, training, test):
    torch.manual_seed(seed)
    images, labels = training
    network = Airbench(images[:5000]).to(memory_format=torch.channels_last)
    both = optimizers(network, args.batch)
    mirrored = torch.rand(len(images)) < 0.5
    in_epoch = len(images) // args.batch
    total = args.epochs * in_epoch
    start = time.time()
    for epoch in range(args.epochs):
        order = torch.randperm(len(images))
        for i in range(in_epoch):
            for group in (group for optimizer in both for group in optimizer.param_groups):
                group["lr"] = group["highest"] * (1 - (epoch * in_epoch + i) / total)
            chosen = order[i * args.batch : (i + 1) * args.batch]
            step(network, both, crop(images, chosen, mirrored), labels[chosen], args.precision)
        mirrored = ~mirrored
    seconds = time.time() - start
    found = accuracy(network, *test, args.precision)
    print(f"seed {seed}: test accuracy {found:.2f} %, training {seconds:.0f} s", flush=True)
    return found


def time_steps(args, training):
    torch.manual_seed(1)
    images, labels = training
    network = Airbench(images[:5000]).to(memory_format=torch.channels_last)
    both = optimizers(network, args.batch)
    x, y = images[: args.batch], labels[: args.batch]
    for _ in range(3):
        step(network, both, x, y, args.precision)
    seconds = []
    with torch.profiler.profile() if args.profile else torch.enable_grad() as profile:
        for _ in range(args.steps):
            start = time.time()
            step(network, both, x, y, args.precision)
            seconds.append(time.time() - start)
    if args.profile:
        print(profile.key_averages().table(sort_by="self_cpu_time_total", row_limit=15, max_name_column_width=60))
    print(f"median of {args.steps} steps of {args.batch}: {1000 * numpy.median(seconds):.0f} ms")


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    training = read([args.data / f"data_batch_{i}.bin" for i in range(1, 6)])
    if args.steps:
        time_steps(args, training)
        return
    test = read([args.data / "test_batch.bin"])
    found = [train(args, seed, training, test) for seed in args.seeds]
    print(f"mean of {len(found)}: {numpy.mean(found):.2f} %")


if __name__ == "__main__":
    main()
