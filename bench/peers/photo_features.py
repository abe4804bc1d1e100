"""What logistic regression makes of a pretrained network's features: the peer of `sid train --tune features`.

    photo_features.py WEIGHTS FOLDER --network tf_efficientnet_lite0 --size 128 [--flip 0.1 --cleanlab]

FOLDER has train/CLASS and test/CLASS as cifar_folders.py writes them. Features are computed once by timm and kept in
FOLDER/features-SIZE.npz. The penalty is chosen by five-fold cross-validation over the training images. With --flip
that share of the training labels is changed, and the average precision of finding them by out-of-fold
probabilities is printed: self-confidence, and cleanlab's scores. Needs torch, timm, Pillow, scikit-learn, cleanlab.
"""
import argparse
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
parser.add_argument("--flip", type=float, default=0)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--cleanlab", action="store_true")
args = parser.parse_args()
torch.set_num_threads(args.threads)


def features(part, network):
    paths = sorted((args.folder / part).glob("*/*.png"))
    names = sorted({path.parent.name for path in paths})
    labels = numpy.array([names.index(path.parent.name) for path in paths])
    mean, deviation = (torch.tensor(network.default_cfg[k]).view(3, 1, 1) for k in ("mean", "std"))
    rows = []
    for i in range(0, len(paths), 64):
        images = [Image.open(path).convert("RGB").resize((args.size, args.size), Image.BICUBIC) for path in paths[i : i + 64]]
        batch = torch.stack([torch.from_numpy(numpy.array(image)).permute(2, 0, 1) / 255 for image in images])
        with torch.inference_mode():
            rows.append(network.forward_head(network.forward_features((batch - mean) / deviation), pre_logits=True))
    return torch.cat(rows).numpy(), labels


kept = args.folder / f"features-{args.size}.npz"
if not kept.exists():
    network = timm.create_model(args.network, pretrained=False).eval()
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
x, y = data["train"], data["train_labels"].copy()
flipped = numpy.zeros(len(y), bool)
if args.flip:
    draw = numpy.random.default_rng(args.seed)
    flipped[draw.permutation(len(y))[: round(args.flip * len(y))]] = True
    y[flipped] = (y[flipped] + draw.integers(1, y.max() + 1, flipped.sum())) % (y.max() + 1)


def model(penalty):
    return make_pipeline(StandardScaler(), LogisticRegression(C=penalty, max_iter=300))


folds = StratifiedKFold(min(5, numpy.bincount(y).min()), shuffle=True, random_state=args.seed)
scores = {c: cross_val_score(model(c), x, y, cv=folds).mean() for c in (1e-5, 1e-4, 1e-3, 1e-2, 1e-1)}
best = max(scores, key=scores.get)
fitted = model(best).fit(x, y)
print(f"logistic regression: C {best}, test accuracy {100 * fitted.score(data['test'], data['test_labels']):.2f} %")
if args.flip:
    shares = cross_val_predict(model(best), x, y, cv=folds, method="predict_proba")
    own = shares[numpy.arange(len(y)), y]
    print(f"average precision, self-confidence {average_precision_score(flipped, -own):.4f}")
    if args.cleanlab:
        from cleanlab.rank import get_label_quality_scores

        for method in ("self_confidence", "normalized_margin", "confidence_weighted_entropy"):
            quality = get_label_quality_scores(y, shares, method=method)
            print(f"average precision, cleanlab {method} {average_precision_score(flipped, -quality):.4f}")
