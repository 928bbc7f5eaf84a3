"""Whether the programs give the same answers: counts exactly, medians and quantiles to nine digits."""

import json
import math


def load(path):
    with open(path) as file:
        answers = json.load(file)
    answers["transitions"].sort(key=lambda edge: (edge["from"], edge["to"]))
    answers["dwell"].sort(key=lambda item: item["name"])
    return answers


def differences(expected, found, place="answers"):
    """Every place where two answers differ, in words."""
    if isinstance(expected, dict) and isinstance(found, dict):
        if expected.keys() != found.keys():
            return [f"{place}: fields {sorted(expected)} and {sorted(found)}"]
        return [
            line
            for key in expected
            for line in differences(expected[key], found[key], f"{place}.{key}")
        ]
    if isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            return [f"{place}: {len(expected)} and {len(found)} entries"]
        return [
            line
            for index, pair in enumerate(zip(expected, found))
            for line in differences(*pair, f"{place}[{index}]")
        ]
    if isinstance(expected, float) or isinstance(found, float):
        same = math.isclose(expected, found, rel_tol=1e-9, abs_tol=1e-6)
    else:
        same = expected == found
    return [] if same else [f"{place}: {expected!r} and {found!r}"]
