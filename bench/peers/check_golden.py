"""
Shows that methods.py computes the right thing: check_golden.py FILE... holds it, in double
precision, to files of core/src/test/resources/golden, which hold sid4j too. Exits 1 if it differs.
"""

import json
import math
import sys

import torch
import torch.nn.functional as F

from cascade import Cascade, SimpleCnn
from methods import Backprop, DeepSupervision, Sid

TOLERANCE = 1e-9
worst = 0.0


def close(what, found, expected, scale=0.0):
    """Relative to the expected number, or to a scale where that is the measure of rounding."""
    global worst
    difference = abs(found - expected) / max(abs(expected), scale)
    worst = max(worst, difference)
    if not difference <= TOLERANCE:
        sys.exit(f"{what}: expected {expected}, found {found}")


def closes(what, found, expected):
    expected = torch.tensor(expected, dtype=torch.float64)
    for f, e in zip(found.flatten().tolist(), expected.flatten().tolist()):
        close(what, f, e)


def fill(cascade):
    """Parameter number k, flat index j: sin(0.37 j + 1.3 k + 0.1) / sqrt(fan_in)."""
    with torch.no_grad():
        for k, p in enumerate(cascade.parameters()):
            fan_in = p.numel() // p.shape[0] if p.dim() > 1 else p.shape[0]
            j = torch.arange(p.numel(), dtype=torch.float64)
            p.copy_((torch.sin(0.37 * j + 1.3 * k + 0.1) / math.sqrt(fan_in)).reshape(p.shape))


def problem(case):
    """The cascade of a case, its images and its labels."""
    cascade = Cascade(SimpleCnn(case["channels"]), case["modules"], case["classes"]).double()
    fill(cascade)
    shape = (case["batch"], case["channels"], case["size"], case["size"])
    j = torch.arange(math.prod(shape), dtype=torch.float64)
    labels = [(7 * i + 3) % case["classes"] for i in range(case["batch"])]
    return cascade, torch.cos(0.011 * j).reshape(shape), torch.tensor(labels)


def beliefs(cascade, x):
    with torch.no_grad():
        z = cascade.extractor(x)
        all_of_them = [cascade.first_belief(z)]
        for part in cascade.parts():
            all_of_them.append(F.softmax(part(all_of_them[-1], z), 1))
    return all_of_them[1:]


def check_step(step, x, y, expected):
    found_beliefs = beliefs(step.cascade, x)
    closes("beliefs", torch.stack(found_beliefs[-len(expected["beliefs"]) :]), expected["beliefs"])
    close("loss", step.run(x, y), expected["loss"])
    for i, (fidelity, consistency) in enumerate(getattr(step, "measured", [])):
        close(f"fidelity of module {i + 1}", fidelity.item(), expected["fidelity"][i])
        close(f"consistency of module {i + 1}", consistency.item(), expected["consistency"][i])
    for name, p in step.cascade.named_parameters():
        norm = expected["grad_l2"][name]
        close(f"gradient of {name}", p.grad.norm().item(), norm)
        for found, head in zip(p.grad.flatten().tolist(), expected["grad_head"][name]):
            close(f"gradient of {name}", found, head, norm / math.sqrt(p.numel()))
        close(f"{name} after", p.norm().item(), expected["param_l2_after"][name])


def check_deep_supervision(case, expected):
    """No file has it: its loss is SID's at first, its gradient is held to differences of it."""
    cascade, x, y = problem(case)
    step = DeepSupervision(cascade, alpha=case["alpha"])
    loss = step.loss(x, y)
    close("loss of deep supervision", loss.item(), expected)
    loss.backward()
    # Along the gradient itself: the loss rises by the square of its length.
    gradients = [p.grad for p in cascade.parameters()]
    slope = sum(g.square().sum().item() for g in gradients)
    h = 1e-5
    with torch.no_grad():
        for p, g in zip(cascade.parameters(), gradients):
            p.add_(g, alpha=h)
        above = step.loss(x, y).item()
        for p, g in zip(cascade.parameters(), gradients):
            p.sub_(g, alpha=2 * h)
        below = step.loss(x, y).item()
    measured = (above - below) / (2 * h)
    if not abs(slope - measured) <= 1e-6 * abs(measured):
        sys.exit(f"slope of deep supervision: expected {measured}, found {slope}")


def main(files):
    for file in files:
        with open(file) as f:
            golden = json.load(f)
        case = golden["case"]
        if case.get("divergence", "forward") != "forward" or case.get("label_smoothing", 0) != 0:
            sys.exit(f"{file}: the peer has forward divergence and one-hot targets only")
        cascade, x, y = problem(case)
        names = [[name, list(p.shape)] for name, p in cascade.named_parameters()]
        if names != golden["parameters"]:
            sys.exit(f"{file}: expected parameters {golden['parameters']}, found {names}")
        method = Sid if case["method"] == "sid" else Backprop
        step = method(cascade, alpha=case.get("alpha", 0.5), lr=case["lr"])
        for expected in golden["steps"]:
            check_step(step, x, y, expected)
        closes("final beliefs", torch.stack(beliefs(cascade, x)), golden["final_beliefs"])
        if case["method"] == "sid":
            check_deep_supervision(case, golden["steps"][0]["loss"])
    print(f"{len(files)} files hold, largest relative difference {worst:.1e}")


if __name__ == "__main__":
    main(sys.argv[1:])
