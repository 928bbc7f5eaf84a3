"""Measures Waymark and its peers in turns, round by round, and writes compare.json and compare.md.

usage: compare.py --bench BENCH --log LOG.csv --out FOLDER [--rounds N] [--imports N]

Nothing is timed before all programs agree on every answer. What counts is the ratio within a round: the machine's mood
is the same for both sides then. Each ratio is reported as the median over the rounds, with the least and the greatest.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import agreement
import machine
import programs
import report
from questions import QUESTIONS


def measure_imports(bench, log, folder, rounds):
    """Fresh folders each time; who goes first changes from round to round."""
    python, script = sys.executable, programs.HERE / "duckdb_import.py"
    store, database = folder / "store", folder / "import.duckdb"
    commands = {
        "Waymark": [bench, "import", log, store],
        "DuckDB": [python, script, log, database, "plain"],
        "DuckDB, unordered": [python, script, log, database, "unordered"],
        "DuckDB, sorted": [python, script, log, database, "sorted"],
    }
    names = list(commands)
    results = []
    for number in range(rounds):
        turn = number % len(names)
        costs = {}
        for name in names[turn:] + names[:turn]:
            shutil.rmtree(store, ignore_errors=True)
            database.unlink(missing_ok=True)
            os.sync()
            costs[name] = programs.run(commands[name])
        print(f"import, round {number + 1}:", seconds(costs), flush=True)
        results.append({name: costs[name] for name in names})
    database.unlink(missing_ok=True)
    return results


def check_agreement(workers, folder):
    answers = []
    for worker in workers:
        path = folder / f"{worker.name}.json"
        worker.ask(f"answers {path}")
        answers.append(agreement.load(path))
    for worker, found in zip(workers[1:], answers[1:]):
        lines = agreement.differences(answers[0], found)
        if lines:
            shown = "\n  ".join(lines[:10])
            sys.exit(f"{workers[0].name} and {worker.name} disagree in {len(lines)} places:\n  {shown}")
    print("all programs agree on all answers", flush=True)
    first = answers[0]
    return {
        "transitions": len(first["transitions"]),
        "distinctVariants": first["distinctVariants"],
        "funnel": first["funnel"],
        "activities": len(first["dwell"]),
    }


def measure_questions(workers, rounds):
    results = []
    for number in range(rounds):
        turn = number % len(workers)
        costs = {}
        for question in QUESTIONS:
            order = workers[turn:] + workers[:turn]
            by_name = {worker.name: worker.round(question) for worker in order}
            costs[question] = {worker.name: by_name[worker.name] for worker in workers}
        print(f"questions, round {number + 1}: all four", seconds(costs["all"]), flush=True)
        results.append(costs)
    return results


def seconds(costs):
    return ", ".join(f"{name} {cost['seconds']:.3f} s" for name, cost in costs.items())


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--bench", required=True, type=Path)
    options.add_argument("--log", required=True, type=Path)
    options.add_argument("--out", required=True, type=Path)
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--imports", type=int, default=5)
    given = options.parse_args()
    given.bench, given.log, given.out = (
        path.resolve() for path in (given.bench, given.log, given.out)
    )
    given.out.mkdir(parents=True, exist_ok=True)
    result = {"machine": machine.describe(), "log": machine.describe_log(given.log)}
    loads = [machine.load_average()]
    with tempfile.TemporaryDirectory(dir=given.out) as temporary:
        folder = Path(temporary)
        result["imports"] = measure_imports(given.bench, given.log, folder, given.imports)
        store = folder / "fresh"
        programs.run([given.bench, "import", given.log, store])
        loads.append(machine.load_average())
        workers = programs.workers(given.bench, given.log, store, folder)
        result["versions"] = {worker.name: worker.version for worker in workers if worker.version}
        result["answers"] = check_agreement(workers, folder)
        result["questions"] = measure_questions(workers, given.rounds)
        for worker in workers:
            worker.close()
    loads.append(machine.load_average())
    result["loadAverages"] = loads
    (given.out / "compare.json").write_text(json.dumps(result, indent=1) + "\n")
    text = report.markdown(result)
    (given.out / "compare.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()
