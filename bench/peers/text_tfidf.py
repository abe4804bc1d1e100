"""The linear baseline for texts: TF-IDF of words and pairs of words, and logistic regression.

    text_tfidf.py TRAIN.csv [--test TEST.csv] [--validation DEV.csv] [--text-columns title,text] [--folds 5]

Prints a line of JSON: the accuracy on the test file, or the mean and deviation over stratified folds of the one file.
The strength of the regularisation is chosen by validation data, or by a tenth of the training data. Needs scikit-learn.
"""
import argparse
import csv
import json
import statistics

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, train_test_split
from sklearn.pipeline import make_pipeline

STRENGTHS = [1, 3, 10, 30, 100]


def read(path, args):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = args.text_columns or [name for name in rows[0] if name != args.label_column]
    return ["\n".join(row[name] for name in columns) for row in rows], [row[args.label_column] for row in rows]


def fitted(strength, texts, labels):
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\w+|[^\w\s]+")
    return make_pipeline(words, LogisticRegression(C=strength, max_iter=2000)).fit(texts, labels)


def chosen(texts, labels, validation, seed):
    """The strength that is best on validation data, the weakest model of equals."""
    if validation is None:
        texts, held, labels, answers = train_test_split(texts, labels, test_size=0.1, random_state=seed, stratify=labels)
        validation = held, answers
    return max(STRENGTHS, key=lambda strength: (fitted(strength, texts, labels).score(*validation), -strength))


parser = argparse.ArgumentParser()
parser.add_argument("train")
parser.add_argument("--test")
parser.add_argument("--validation")
parser.add_argument("--label-column", default="label")
parser.add_argument("--text-columns", type=lambda names: names.split(","))
parser.add_argument("--folds", type=int, default=5)
parser.add_argument("--seed", type=int, default=1)
args = parser.parse_args()

texts, labels = read(args.train, args)
validation = read(args.validation, args) if args.validation else None
if args.test:
    strength = chosen(texts, labels, validation, args.seed)
    accuracy = fitted(strength, texts, labels).score(*read(args.test, args))
    print(json.dumps({"test_accuracy": round(accuracy, 4), "strength": strength}))
else:
    scores = []
    for train, test in StratifiedKFold(args.folds, shuffle=True, random_state=args.seed).split(texts, labels):
        of = lambda places: ([texts[i] for i in places], [labels[i] for i in places])
        strength = chosen(*of(train), None, args.seed)
        scores.append(fitted(strength, *of(train)).score(*of(test)))
    print(json.dumps({"test_accuracy": round(statistics.mean(scores), 4), "deviation": round(statistics.stdev(scores), 4)}))
