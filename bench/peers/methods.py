"""One training step of each method, as a loss to be minimised."""

import contextlib

import torch
import torch.nn.functional as F


def full(logits):
    """Beliefs and losses are computed in single precision or better, whatever gave the logits."""
    return logits.float() if logits.dtype == torch.bfloat16 else logits


class Step:
    """The parts that the methods share: target, precision, optimizers."""

    def __init__(self, cascade, alpha=0.5, lr=1e-3, bf16=False):
        self.cascade = cascade
        self.alpha = alpha
        self.bf16 = bf16
        self.optimizers = [torch.optim.Adam(p, lr=lr) for p in self.groups()]

    def groups(self):
        """The parameters, one list for each optimizer."""
        return [list(self.cascade.parameters())]

    def precision(self):
        """
        A context for forward passes. Passes without gradients need one of their own: autocast
        keeps the weights that it has cast, and those cast without gradients would get none later.
        """
        return torch.autocast("cpu", dtype=torch.bfloat16) if self.bf16 else contextlib.nullcontext()

    def run(self, x, y):
        """Takes one step and gives its loss before the update."""
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=True)
        loss = self.loss(x, y)
        loss.backward()
        for optimizer in self.optimizers:
            optimizer.step()
        return loss.item()

    def loss(self, x, y):
        """A scalar, mean over the batch, in nats."""
        raise NotImplementedError


class Sid(Step):
    """Two phases: teacher beliefs without gradients, then every module on its teacher."""

    def groups(self):
        c = self.cascade
        return [list(part.parameters()) for part in [c.extractor] + c.parts()]

    def loss(self, x, y):
        with self.precision():
            z = self.cascade.extractor(x)
        with torch.no_grad(), self.precision():
            teachers = [self.cascade.first_belief(z)]
            for part in self.cascade.parts():
                teachers.append(F.softmax(full(part(teachers[-1], z)), 1))
        target = F.one_hot(y, self.cascade.classes).to(teachers[0].dtype)
        with self.precision():
            logits = [part(p, z) for part, p in zip(self.cascade.parts(), teachers)]
        self.measured = []
        total = 0.0
        for before, given in zip(teachers, logits):
            log_p = F.log_softmax(full(given), 1)
            fidelity = F.kl_div(log_p, target, reduction="batchmean")
            consistency = F.kl_div(log_p, before, reduction="batchmean")
            self.measured.append((fidelity, consistency))
            total = total + self.alpha * fidelity + (1 - self.alpha) * consistency
        return total


class Backprop(Step):
    """The same cascade as one graph, cross-entropy on the last belief."""

    def loss(self, x, y):
        with self.precision():
            z = self.cascade.extractor(x)
            p = self.cascade.first_belief(z)
            for part in self.cascade.parts():
                logits = full(part(p, z))
                p = F.softmax(logits, 1)
        return F.cross_entropy(logits, y)


class DeepSupervision(Step):
    """The losses of SID summed over one graph: no gradient stops, also not in the belief before."""

    def loss(self, x, y):
        with self.precision():
            z = self.cascade.extractor(x)
            p = self.cascade.first_belief(z)
            logs = [p.log()]
            for part in self.cascade.parts():
                logits = full(part(p, z))
                p = F.softmax(logits, 1)
                logs.append(F.log_softmax(logits, 1))
        total = 0.0
        for before, log_p in zip(logs, logs[1:]):
            # With a one-hot target the divergence to it is the cross-entropy.
            fidelity = F.nll_loss(log_p, y)
            consistency = F.kl_div(log_p, before, reduction="batchmean", log_target=True)
            total = total + self.alpha * fidelity + (1 - self.alpha) * consistency
        return total


METHODS = {"sid": Sid, "backprop": Backprop, "deep-supervision": DeepSupervision}
