"""Peers for tables: logistic regression, a perceptron and XGBoost's trees, each chosen by validation data.

    table_peers.py TRAIN.csv [--test TEST.csv] [--header none] [--label-column c5] [--folds 5] [--models xgboost]

Prints a line of JSON for each: the accuracy on the test file, or the mean and deviation over stratified folds of the
one file. Needs scikit-learn, pandas and xgboost.
"""
import argparse
import json
import statistics

import pandas
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import LabelEncoder, OneHotEncoder, StandardScaler
from xgboost import XGBClassifier

MODELS = {
    "logistic regression": [LogisticRegression(C=c, max_iter=2000) for c in (0.1, 1, 10)],
    "perceptron": [MLPClassifier((128, 128), alpha=a, early_stopping=True, random_state=1) for a in (1e-4, 1e-2)],
    "xgboost": [
        XGBClassifier(n_estimators=n, max_depth=d, learning_rate=0.1, n_jobs=1)
        for d in (4, 6)
        for n in (100, 300)
    ],
}


def read(path, args):
    header = None if args.header == "none" else 0
    table = pandas.read_csv(path, header=header, skipinitialspace=True, na_values="?")
    if header is None:
        table.columns = [f"c{i + 1}" for i in range(table.shape[1])]
    return table.drop(columns=args.label_column), table[args.label_column].astype(str)


def fitted(model, rows, labels):
    numbers = make_pipeline(SimpleImputer(strategy="mean", add_indicator=True), StandardScaler())
    categories = OneHotEncoder(handle_unknown="ignore")
    columns = make_column_transformer(
        (numbers, make_column_selector(dtype_include="number")),
        (categories, make_column_selector(dtype_exclude="number")),
    )
    return make_pipeline(columns, model).fit(rows, labels)


def chosen(models, rows, labels, seed):
    """The model that is best on a tenth of the training data."""
    rows, held, labels, answers = train_test_split(rows, labels, test_size=0.1, random_state=seed, stratify=labels)
    return max(models, key=lambda model: fitted(model, rows, labels).score(held, answers))


parser = argparse.ArgumentParser()
parser.add_argument("train")
parser.add_argument("--test")
parser.add_argument("--header", choices=["first-line", "none"], default="first-line")
parser.add_argument("--label-column", default="label")
parser.add_argument("--folds", type=int, default=5)
parser.add_argument("--models", type=lambda names: names.split(","), default=list(MODELS))
parser.add_argument("--seed", type=int, default=1)
args = parser.parse_args()

rows, labels = read(args.train, args)
encoder = LabelEncoder().fit(labels)
labels = encoder.transform(labels)
for name in args.models:
    if args.test:
        test, answers = read(args.test, args)
        model = fitted(chosen(MODELS[name], rows, labels, args.seed), rows, labels)
        found = {"test_accuracy": round(model.score(test, encoder.transform(answers)), 4)}
    else:
        scores = []
        for train, test in StratifiedKFold(args.folds, shuffle=True, random_state=args.seed).split(rows, labels):
            model = chosen(MODELS[name], rows.iloc[train], labels[train], args.seed)
            model = fitted(model, rows.iloc[train], labels[train])
            scores.append(model.score(rows.iloc[test], labels[test]))
        found = {"test_accuracy": round(statistics.mean(scores), 4), "deviation": round(statistics.stdev(scores), 4)}
    print(json.dumps({"model": name} | found), flush=True)
