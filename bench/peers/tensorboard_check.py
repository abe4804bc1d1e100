"""Reads what sid4j wrote for TensorBoard with TensorBoard's own code, and prints what it found.

    tensorboard_check.py RUN/tensorboard [RUN/metrics.jsonl]

With the metrics it also compares every scalar that both have, and ends with 1 if one differs.
"""

import json
import math
import os
import struct
import sys

from tensorboard.backend.event_processing import event_accumulator
from tensorboard.util import tensor_util


def accumulated(folder):
    events = event_accumulator.EventAccumulator(
        folder, size_guidance=event_accumulator.STORE_EVERYTHING_SIZE_GUIDANCE
    )
    return events.Reload()


def values(events, plugin):
    """For each tag of a plugin its tensors by step."""
    return {
        tag: [(event.step, tensor_util.make_ndarray(event.tensor_proto)) for event in events.Tensors(tag)]
        for tag in sorted(events.PluginTagToContent(plugin))
    }


def expected(metrics):
    """The scalars of metrics.jsonl by tag and epoch."""
    found = {}
    for line in open(metrics, encoding="utf-8"):
        epoch = json.loads(line)
        step = epoch["epoch"]
        for name in ("learning_rate", "samples_per_second", "train_accuracy", "validation_accuracy"):
            found["run/" + name, step] = epoch[name]
        for module in epoch["modules"]:
            for part in ("train", "validation"):
                for name, value in (module[part] or {}).items():
                    if name not in ("kl_target_bound", "kl_target_rate"):
                        found[f"{part}_{name}/module_{module['index']}", step] = value
    return {key: value for key, value in found.items() if value is not None}


def main(folder, metrics=None):
    events = accumulated(folder)
    files = sorted(name for name in os.listdir(folder) if "tfevents" in name)
    print("files", len(files))
    scalars = {tag: [(e.step, e.value) for e in events.Scalars(tag)] for tag in events.Tags()["scalars"]}
    print("scalars", len(scalars), "tags")
    for tag, series in scalars.items():
        if tag.startswith("run/"):
            print("  ", tag, [(step, round(value, 6)) for step, value in series])
    for tag, series in values(events, "histograms").items():
        for step, rows in series:
            assert rows.shape[1] == 3 and rows[0][0] == 0 and rows[-1][1] == 1, rows
        print("histogram", tag, "steps", [s for s, _ in series], "samples", int(series[-1][1][:, 2].sum()))
    for tag, series in values(events, "images").items():
        for step, (width, height, png) in series:
            assert struct.unpack(">II", png[16:24]) == (int(width), int(height)), tag
        print("image", tag, "steps", [s for s, _ in series], int(width), "x", int(height))
    for tag, series in values(events, "text").items():
        print("text", tag, "steps", [s for s, _ in series])
        print(series[-1][1][0].decode("utf-8"))
    if metrics is None:
        return 0
    reported = {(tag, step): value for tag, series in scalars.items() for step, value in series}
    count = sum(len(series) for series in scalars.values())
    wanted = expected(metrics)
    wrong = [key for key in wanted.keys() | reported.keys() if not close(wanted.get(key), reported.get(key))]
    print("compared", len(wanted), "scalars with", metrics, "-", len(wrong), "differ,", count - len(reported), "reported twice")
    return 1 if wrong or count != len(reported) else 0


def close(wanted, found):
    return wanted is not None and found is not None and math.isclose(wanted, found, rel_tol=1e-6)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
