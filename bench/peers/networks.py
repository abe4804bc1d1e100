"""The networks of exported safetensors: their tensors have the names that docs/guides/export.md gives."""

import torch
import torch.nn.functional as F
from torch import nn

from cascade import MlpModule, SimpleCnn


def at_most(x, side):
    """Images averaged down to a number of pixels; smaller ones stay as they are."""
    return F.adaptive_avg_pool2d(x, (min(x.shape[2], side), min(x.shape[3], side)))


class Shared(nn.Module):
    """A network that all modules read."""

    def __init__(self, network, classes, depth):
        super().__init__()
        self.network = network
        self.classes = classes
        self.belief_modules = nn.ModuleList(MlpModule(classes) for _ in range(depth))

    def forward(self, x):
        z = self.network(x)
        belief = torch.full((len(x), self.classes), 1 / self.classes)
        beliefs = []
        for module in self.belief_modules:
            belief = F.softmax(module(belief, z), 1)
            beliefs.append(belief)
        return beliefs


class BasicBlock(nn.Module):
    """torchvision's."""

    def __init__(self, channels, out, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, out, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(out)
        self.conv2 = nn.Conv2d(out, out, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(out)
        self.downsample = None
        if stride != 1 or channels != out:
            shortcut = nn.Conv2d(channels, out, 1, stride, bias=False)
            self.downsample = nn.Sequential(shortcut, nn.BatchNorm2d(out))

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


class ConvPooling(nn.Module):
    """Images to a vector, by two convolutions."""

    def __init__(self, channels, width):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, width, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(at_most(x, 8))))
        if min(y.shape[2:]) > 2:
            y = F.max_pool2d(y, 2)
        return at_most(F.relu(self.bn2(self.conv2(y))), 2).flatten(1)


class GlobalAverage(nn.Module):
    def forward(self, x):
        return x.mean((2, 3))


class Head(nn.Module):
    """A belief and a stage's features to the logits of the next belief."""

    def __init__(self, pool, width, classes, hidden):
        super().__init__()
        self.pool = pool
        self.fc1 = nn.Linear(classes + width, hidden)
        self.fc2 = nn.Linear(hidden, classes)

    def forward(self, belief, x):
        return self.fc2(F.relu(self.fc1(torch.cat((belief, self.pool(x)), 1))))


class StagedResNet18(nn.Module):
    """ResNet-18 for small images, with a head behind each of its stages."""

    def __init__(self, channels, classes, cuts, hidden=256, width=128):
        super().__init__()
        self.classes = classes
        self.cuts = cuts
        self.conv1 = nn.Conv2d(channels, 64, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.layer1 = nn.Sequential(BasicBlock(64, 64, 1), BasicBlock(64, 64, 1))
        self.layer2 = nn.Sequential(BasicBlock(64, 128, 2), BasicBlock(128, 128, 1))
        self.layer3 = nn.Sequential(BasicBlock(128, 256, 2), BasicBlock(256, 256, 1))
        self.layer4 = nn.Sequential(BasicBlock(256, 512, 2), BasicBlock(512, 512, 1))
        widths = [64, 64, 64, 128, 128, 256, 256, 512, 512]
        heads = [
            Head(ConvPooling(widths[cut - 1], width), 4 * width, classes, hidden) for cut in cuts
        ]
        heads.append(Head(GlobalAverage(), 512, classes, hidden))
        self.heads = nn.ModuleList(heads)

    def forward(self, x):
        blocks = [lambda y: F.relu(self.bn1(self.conv1(y)))]
        for layer in (self.layer1, self.layer2, self.layer3, self.layer4):
            blocks.extend(layer)
        belief = torch.full((len(x), self.classes), 1 / self.classes)
        beliefs = []
        for i, block in enumerate(blocks):
            x = block(x)
            if i + 1 in self.cuts or i + 1 == len(blocks):
                belief = F.softmax(self.heads[len(beliefs)](belief, x), 1)
                beliefs.append(belief)
        return beliefs


def of(network, channels, classes, depth, cuts):
    """The network of exported tensors, by what their metadata says."""
    if network == "simple-cnn" and not cuts:
        return Shared(SimpleCnn(channels), classes, depth)
    if network == "resnet18" and cuts:
        return StagedResNet18(channels, classes, cuts)
    raise ValueError(f"expected simple-cnn shared or resnet18 staged, found {network} {cuts}")


def load(model, tensors):
    """Fills a network; every tensor has to be there, and no other."""
    if isinstance(model, Shared):
        # The network's own names stand at the top of the file.
        ours = {k: v for k, v in tensors.items() if k.startswith("belief_modules.")}
        model.network.load_state_dict({k: v for k, v in tensors.items() if k not in ours})
        model.belief_modules.load_state_dict({k.split(".", 1)[1]: v for k, v in ours.items()})
    else:
        model.load_state_dict(tensors)
    return model.eval()
