"""
Training steps in PyTorch behind a line protocol, so that they can be timed between those of sid4j.
README.md beside this says what is spoken and what is computed.
"""

import argparse
import json
import sys
import time

import torch

from cascade import EXTRACTORS, Cascade
from methods import METHODS

WARM_UP_STEPS = 3


class Unfit(Exception):
    """A request that cannot be met, with the line that says so."""


class Arguments(argparse.ArgumentParser):
    def error(self, message):
        raise Unfit(message)


def arguments():
    parser = Arguments(description="PyTorch's training step behind a line protocol.")
    parser.add_argument("--network", default="simple-cnn")
    parser.add_argument("--modules", type=int, default=10)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--classes", type=int, default=10)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--method", choices=METHODS, default="sid")
    parser.add_argument("--execution", default="two-phase", help="SID here has two phases only")
    parser.add_argument("--precision", choices=["fp32", "bf16"], default="fp32")
    parser.add_argument("--image", default="3x32x32", help="channels x height x width")
    parser.add_argument("--channels-last", action="store_true")
    return parser.parse_args()


def memory_of_process(field):
    """A field of /proc/self/status in bytes."""
    with open("/proc/self/status") as status:
        for line in status:
            name, _, value = line.partition(":")
            if name == field:
                return int(value.split()[0]) * 1024
    raise Unfit(f"/proc/self/status has no {field}")


def shape(image):
    """[C, H, W] of a text such as 3x32x32."""
    sizes = image.split("x")
    if len(sizes) != 3 or not all(size.isdecimal() for size in sizes):
        raise Unfit(f"image: expected channels x height x width such as 3x32x32, found {image}")
    return [int(size) for size in sizes]


class Peer:
    """A network, its step and one batch that is used again and again."""

    def __init__(self, args):
        if args.network not in EXTRACTORS:
            known = ", ".join(EXTRACTORS)
            raise Unfit(f"network: expected one of {known}, found {args.network}")
        torch.set_num_threads(args.threads)
        torch.manual_seed(1)
        # An operation first, so that the threads are not counted as part of the training.
        torch.randn(64, 64).mm(torch.randn(64, 64))
        self.baseline = memory_of_process("VmRSS")
        image = shape(args.image)
        cascade = Cascade(EXTRACTORS[args.network](image[0]), args.modules, args.classes)
        self.x = torch.randn(args.batch, *image)
        self.y = torch.randint(args.classes, (args.batch,))
        if args.channels_last:
            cascade = cascade.to(memory_format=torch.channels_last)
            self.x = self.x.contiguous(memory_format=torch.channels_last)
        self.parameters = sum(p.numel() for p in cascade.parameters())
        self.step = METHODS[args.method](cascade, bf16=args.precision == "bf16")
        layout = "channels-last" if args.channels_last else "nchw"
        method = "sid two-phase" if args.method == "sid" else args.method
        self.name = f"pytorch {method} {args.precision} {layout}"

    def steps(self, count):
        """Wall time of each of so many training steps, in seconds."""
        seconds = []
        for _ in range(count):
            start = time.perf_counter()
            self.step.run(self.x, self.y)
            seconds.append(time.perf_counter() - start)
        return seconds

    def memory(self, count):
        """The highest resident memory during so many steps, and that without a network."""
        with open("/proc/self/clear_refs", "w") as clear:
            clear.write("5")
        self.steps(count)
        return {"peak_rss_bytes": memory_of_process("VmHWM"), "baseline_rss_bytes": self.baseline}


def say(answer):
    print(json.dumps(answer), flush=True)


def answer(peer, line):
    words = line.split()
    if len(words) != 2 or not words[1].isdecimal():
        raise Unfit(f"expected steps K, profile K, memory K or quit, found {line.strip()}")
    command, count = words[0], int(words[1])
    if command == "steps":
        return {"seconds": peer.steps(count)}
    if command == "memory":
        return peer.memory(count)
    if command == "profile":
        return {}
    raise Unfit(f"expected steps K, profile K, memory K or quit, found {line.strip()}")


def main():
    try:
        peer = Peer(arguments())
        peer.steps(WARM_UP_STEPS)
        say(
            {
                "ready": True,
                "name": peer.name,
                "version": torch.__version__,
                "parameters": peer.parameters,
            }
        )
        for line in sys.stdin:
            if line.strip() == "quit":
                break
            say(answer(peer, line))
    except (Unfit, ValueError, OSError, RuntimeError) as e:
        say({"error": str(e)})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
