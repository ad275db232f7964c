"""Fits the weights of pipeline/sameness on labelled names: `python -m benchmarks.fit_institutions NAMES.csv [--all]`.

NAMES.csv has the columns record, name, country_code. Two thirds of the records are fitted on (by a digest of the
record, see `part`), the rest is left for measuring. Names are shown to the model in several densities, because a
brochure has a few names a country, where a register has hundreds with all their translations.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import md5
from pathlib import Path
from typing import Any

import numpy as np
import pycountry
from numpy.typing import NDArray

from pipeline.sameness import context, features, places
from pipeline.sameness.candidates import candidates
from pipeline.sameness.engine import alike, look
from pipeline.sameness.model import Logistic
from pipeline.sameness.read import parsed
from pipeline.sameness.tokens import Parsed
from pipeline.sameness.vectors import Vectors, vectors

WEIGHTS = Path(__file__).parents[1] / "pipeline" / "sameness"
KEEP = -4.0
DENSITIES = ((1.0, 1.0), (1.0, 1.0), (0.5, 0.6), (0.25, 0.5), (0.1, 0.45))  # shares of records, of names of each

SHORT = (
    ("University", "Univ."),
    ("University of", "U. of"),
    ("Institute", "Inst."),
    ("Technology", "Tech."),
    (" and ", " & "),
)
PARTS = ("Main Campus", "Research", "Library", "Laboratories", "Medical Center")
DEPARTMENTS = (
    "Department of Computer Science",
    "Dept. of Physics",
    "School of Engineering",
    "Faculty of Law",
    "Institute of Mathematics",
    "Chemistry Department",
    "Research Group for History",
    "College of Arts and Sciences",
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A name with the record it belongs to."""

    record: str
    name: str
    country_code: str | None


def read(path: Path) -> list[Labelled]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Labelled(r["record"], r["name"], r["country_code"] or None) for r in csv.DictReader(file)]


def part(record: str) -> int:
    """0 is for measuring, 1 and 2 for fitting."""
    return int(md5(record.encode()).hexdigest(), 16) % 3


@dataclass(frozen=True, slots=True)
class Shown:
    """Names as arrays, and the record of each."""

    v: Vectors
    record: NDArray[np.int64]


def shown(names: Sequence[Labelled], read_as: Sequence[Parsed]) -> Shown:
    chief, _ = alike(read_as, [one.country_code for one in names])
    names, read_as = [names[at] for at in chief], [read_as[at] for at in chief]
    v = vectors(read_as, [one.country_code for one in names], [one.name for one in names])
    return Shown(v, np.unique([one.record for one in names], return_inverse=True)[1])


def thinned(names: Sequence[Labelled], share: tuple[float, float], seed: int) -> list[int]:
    """Places of a share of the records, and of each a share of its names, one at least."""
    rng = np.random.default_rng(seed)
    of: dict[str, list[int]] = {}
    for at, one in enumerate(names):
        of.setdefault(one.record, []).append(at)
    kept: list[int] = []
    for members in of.values():
        if rng.random() < share[0]:
            chosen = [at for at in members if rng.random() < share[1]]
            kept += chosen or [int(rng.choice(members))]
    return sorted(kept)


def stateless(names: Sequence[Labelled]) -> list[Labelled]:
    """A part of the names without their countries."""
    return [replace(names[at], country_code=None) for at in thinned(names, (0.3, 0.8), 9)]


def affiliations(names: Sequence[Labelled], seed: int) -> list[Labelled]:
    """Names as authors give them under papers: with a department, a city, a country or short forms, and no code."""
    rng = np.random.default_rng(100 + seed)
    of: dict[str, list[Labelled]] = {}
    for one in names:
        if one.name.isascii():
            of.setdefault(one.record, []).append(one)
    made = []
    for record, ones in sorted(of.items()):
        if rng.random() < 0.25:
            for _ in range(1 + int(rng.exponential(8))):
                one = ones[int(rng.integers(len(ones)))]
                made.append(Labelled(record, affiliation(one, rng), None))
    return list(dict.fromkeys(made))


def affiliation(one: Labelled, rng: np.random.Generator) -> str:
    """One name with what stands around it; the city is one of the country's, the same for the record."""
    cities = sorted(set(places.spellings(places.load(), one.country_code).of.values())) or ["x"]
    city = cities[int(md5(one.record.encode()).hexdigest(), 16) % len(cities)].title()
    country = getattr(pycountry.countries.get(alpha_2=one.country_code), "name", "Kosovo")
    name = one.name
    for long, short in SHORT:
        if rng.random() < 0.3:
            name = name.replace(long, short)
    if rng.random() < 0.15:
        name = name.replace("University of ", "").replace(" University", "")
    if rng.random() < 0.1:
        name = f"{name} {PARTS[int(rng.integers(len(PARTS)))]}"
    parts = [name]
    if rng.random() < 0.4:
        parts.insert(0, DEPARTMENTS[int(rng.integers(len(DEPARTMENTS)))])
    parts += [part for part in (city, country) if rng.random() < 0.5]
    return ", ".join(parts)


def fit(names: Sequence[Labelled]) -> dict[str, Any]:
    """The weights, as plain JSON values."""
    read_as = parsed([(one.name, one.country_code) for one in names])
    views = []
    for seed, share in enumerate(DENSITIES):
        kept = thinned(names, share, seed)
        views.append(shown([names[at] for at in kept], [read_as[at] for at in kept]))
    made = (stateless(names), affiliations(names, 0), affiliations(names, 1))
    views += [shown(ones, parsed([(one.name, None) for one in ones], whole=False)) for ones in made]
    logistic = fit_logistic(*map(np.concatenate, zip(*map(first_view, views), strict=True)))
    seen = [second_view(view, logistic) for view in views]
    trees = fit_trees(*map(np.concatenate, zip(*seen, strict=True)))
    weight = [float(f"{w:.6g}") for w in logistic.weight]
    return {"first": {"weight": weight, "bias": float(f"{logistic.bias:.6g}")}, "trees": exported(trees), "keep": KEEP}


def first_view(view: Shown) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    left, right = candidates(view.v)
    return features.features(view.v, left, right), view.record[left] == view.record[right]


def second_view(view: Shown, logistic: Logistic) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    seen = look(view.v, logistic, KEEP)
    around = context.context(seen.first, seen.left, seen.right, len(view.v))
    return np.concatenate([around, np.concatenate(seen.x)], 1), view.record[seen.left] == view.record[seen.right]


def fit_logistic(x: NDArray[np.float32], same: NDArray[np.bool_]) -> Logistic:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415

    scale = StandardScaler().fit(x)
    fitted = LogisticRegression(max_iter=400).fit(scale.transform(x), same)
    weight = fitted.coef_[0] / scale.scale_
    return Logistic(weight, float(fitted.intercept_[0] - (weight * scale.mean_).sum()))


def fit_trees(x: NDArray[np.float32], same: NDArray[np.bool_]) -> Any:
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415

    return HistGradientBoostingClassifier(
        max_iter=120,
        learning_rate=0.08,
        l2_regularization=3,
        max_leaf_nodes=24,
        max_depth=6,
        min_samples_leaf=25,
        early_stopping=False,
        random_state=0,
    ).fit(x, same)


def exported(trees: Any) -> dict[str, Any]:
    """All nodes of all trees in one list; a leaf points to itself."""
    out: dict[str, Any] = {"root": [], "feature": [], "threshold": [], "left": [], "right": [], "value": []}
    depth = 0
    for (tree,) in trees._predictors:
        start = len(out["value"])
        out["root"].append(start)
        for at, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            out["feature"].append(0 if leaf else int(node["feature_idx"]))
            out["threshold"].append(0.0 if leaf else float(np.float32(node["num_threshold"])))
            out["left"].append(start + (at if leaf else int(node["left"])))
            out["right"].append(start + (at if leaf else int(node["right"])))
            out["value"].append(float(f"{node['value']:.4g}"))
            depth = max(depth, int(node["depth"]))
    return out | {"base": float(np.ravel(trees._baseline_prediction)[0]), "depth": depth}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    given = parser.parse_args()
    fitted = fit([one for one in read(given.names) if part(one.record) != 0])
    fitted |= {"same": 2.8, "likely": -0.75, "likely_stateless": -2.0, "ask": -1.5}
    (WEIGHTS / "weights.json").write_text(json.dumps(fitted, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
