"""What logistic regression makes of a pretrained network's features: the peer of `sid train --tune features`.

    photo_features.py WEIGHTS FOLDER --network tf_efficientnet_lite0 --size 128 [--suspects RUN]

FOLDER has train/CLASS and test/CLASS as cifar_folders.py writes them. Features are computed once by timm and kept in
FOLDER/features-SIZE.npz. The penalty is chosen by five-fold cross-validation over the training images. If FOLDER has
a flipped.csv, the average precision of finding these by out-of-fold probabilities is printed: self-confidence, and
cleanlab's scores. With --suspects the folds are those of `sid suspects RUN`, whose average precision is printed, too.
Needs torch, timm, Pillow, scikit-learn, cleanlab.
"""
import argparse
import csv
import json
import pathlib
import time
import warnings

import numpy
import timm
import torch
from PIL import Image
from safetensors.torch import load_file
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
parser = argparse.ArgumentParser()
parser.add_argument("weights")
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--network", default="tf_efficientnet_lite0")
parser.add_argument("--size", type=int, default=128)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--suspects", type=pathlib.Path)
args = parser.parse_args()
torch.set_num_threads(args.threads)


def photos(part):
    return sorted((args.folder / part).glob("*/*.png"))


def features(part, network):
    paths = photos(part)
    names = sorted({path.parent.name for path in paths})
    labels = numpy.array([names.index(path.parent.name) for path in paths])
    mean, deviation = (torch.tensor(network.default_cfg[k]).view(3, 1, 1) for k in ("mean", "std"))
    rows = []
    for i in range(0, len(paths), 64):
        images = [Image.open(path).convert("RGB").resize((args.size, args.size), Image.BICUBIC) for path in paths[i : i + 64]]
        batch = torch.stack([torch.from_numpy(numpy.array(image)).permute(2, 0, 1) / 255 for image in images])
        batch = ((batch - mean) / deviation).to(memory_format=torch.channels_last)
        with torch.inference_mode():
            rows.append(network.forward_head(network.forward_features(batch), pre_logits=True))
    return torch.cat(rows).numpy(), labels


kept = args.folder / f"features-{args.size}.npz"
if not kept.exists():
    # A third less time on processors than with channels in front.
    network = timm.create_model(args.network, pretrained=False).eval().to(memory_format=torch.channels_last)
    network.load_state_dict(load_file(args.weights))
    begin = time.time()
    train, train_labels = features("train", network)
    # A link to the test folder of another subset has its features, too.
    other = (args.folder / "test").resolve().parent / kept.name
    if other.exists():
        test, test_labels = (numpy.load(other)[k] for k in ("test", "test_labels"))
    else:
        test, test_labels = features("test", network)
    seconds = time.time() - begin
    print(f"features: {seconds:.1f} s")
    numpy.savez(kept, train=train, train_labels=train_labels, test=test, test_labels=test_labels)
data = numpy.load(kept)
x, y = data["train"], data["train_labels"]
samples = [path.relative_to(args.folder).as_posix() for path in photos("train")]


def model(penalty):
    return make_pipeline(StandardScaler(), LogisticRegression(C=penalty, max_iter=300))


def folds_of(run):
    """The folds of `sid suspects`, with its beliefs in the labels: of all modules together and of each."""
    last = "-round-2" if (run / "suspects" / "fold-1-round-2.json").exists() else ""
    answers = [json.loads((run / "suspects" / f"fold-{k}{last}.json").read_text())["samples"] for k in range(1, 6)]
    for one in json.loads((run / "suspects" / "suspects.json").read_text())["suspects"]:
        assert samples[one["place"]] == one["sample"], "the run read other photos, or in another order"
    held_out = [numpy.array([one["place"] for one in fold]) for fold in answers]
    beliefs = numpy.empty((len(y), 1 + len(answers[0][0]["modules"])))
    for one in (one for fold in answers for one in fold):
        beliefs[one["place"]] = [one["label_belief"]] + [module["label"] for module in one["modules"]]
    return [(numpy.setdiff1d(numpy.arange(len(y)), part), part) for part in held_out], beliefs


folds = StratifiedKFold(min(5, numpy.bincount(y).min()), shuffle=True, random_state=args.seed)
if args.suspects:
    folds, beliefs = folds_of(args.suspects)
scores = {c: cross_val_score(model(c), x, y, cv=folds).mean() for c in (1e-5, 1e-4, 1e-3, 1e-2, 1e-1)}
best = max(scores, key=scores.get)
fitted = model(best).fit(x, y)
print(f"logistic regression: C {best}, test accuracy {100 * fitted.score(data['test'], data['test_labels']):.2f} %")
if (args.folder / "flipped.csv").exists():
    from cleanlab.rank import get_label_quality_scores

    with open(args.folder / "flipped.csv", newline="") as file:
        flipped = numpy.isin(samples, [row["sample"] for row in csv.DictReader(file)])
    shares = cross_val_predict(model(best), x, y, cv=folds, method="predict_proba")
    for method in ("self_confidence", "normalized_margin", "confidence_weighted_entropy"):
        quality = get_label_quality_scores(y, shares, method=method)
        print(f"average precision, cleanlab {method} {average_precision_score(flipped, -quality):.4f}")
    if args.suspects:
        print(f"average precision, sid suspects {average_precision_score(flipped, -beliefs[:, 0]):.4f}")
        for k in range(1, beliefs.shape[1]):
            print(f"average precision, module {k} alone {average_precision_score(flipped, -beliefs[:, k]):.4f}")
