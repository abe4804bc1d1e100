"""The cascade that torch_step.py trains, named and numbered as sid4j names its parameters."""

import torch
import torch.nn.functional as F
from torch import nn

FEATURES = 128
HIDDEN = 256


class SimpleCnn(nn.Module):
    """Images [B, C, H, W] to features [B, 128]."""

    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, 32, 3, padding=1)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.conv3 = nn.Conv2d(64, 128, 3, padding=1)
        self.conv4 = nn.Conv2d(128, 128, 3, padding=1)
        self.fc = nn.Linear(128, FEATURES)

    def forward(self, x):
        x = F.relu(self.conv1(x))
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = F.relu(self.conv3(x))
        x = F.max_pool2d(F.relu(self.conv4(x)), 2)
        return self.fc(x.mean((2, 3)))


class MlpModule(nn.Module):
    """A belief [B, N] and features [B, 128] to the logits of the next belief."""

    def __init__(self, classes):
        super().__init__()
        self.fc1 = nn.Linear(classes + FEATURES, HIDDEN)
        self.fc2 = nn.Linear(HIDDEN, classes)

    def forward(self, belief, features):
        return self.fc2(F.relu(self.fc1(torch.cat((belief, features), 1))))


EXTRACTORS = {"simple-cnn": SimpleCnn}


class Cascade(nn.Module):
    """An extractor, and modules that all read its features."""

    def __init__(self, extractor, depth, classes):
        super().__init__()
        self.classes = classes
        self.extractor = extractor
        for i in range(1, depth + 1):
            self.add_module(f"module{i}", MlpModule(classes))

    def parts(self):
        """The modules of the cascade, in order of depth."""
        return [part for name, part in self.named_children() if name != "extractor"]

    def first_belief(self, features):
        """Every class alike, in single precision even where the features have less."""
        kind = torch.float64 if features.dtype == torch.float64 else torch.float32
        return torch.full((features.shape[0], self.classes), 1 / self.classes, dtype=kind)
