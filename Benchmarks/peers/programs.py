"""The programs under comparison as processes that take turns."""

import json
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

# A short task is repeated within a round, and the median of its repetitions counts.
LEAST_SECONDS = 0.5
MOST_REPETITIONS = 9


def run(command):
    """Runs a program to its end; the line of JSON it prints."""
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {' '.join(map(str, command))}")
    return json.loads(done.stdout.splitlines()[-1])


class Worker:
    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self.version = self.receive().get("version")

    def receive(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} ended too early")
        return json.loads(line)

    def ask(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return self.receive()

    def round(self, question):
        """Median seconds and processor seconds of as many repetitions as a round has room for."""
        seconds, cpu = [], []
        while not seconds or (sum(seconds) < LEAST_SECONDS and len(seconds) < MOST_REPETITIONS):
            cost = self.ask(question)
            seconds.append(cost["seconds"])
            cpu.append(cost["cpuSeconds"])
        return {"seconds": statistics.median(seconds), "cpuSeconds": statistics.median(cpu)}

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def workers(bench, log, store, folder):
    """Starts every program, one after the other, each with the log loaded in its own form."""
    python = sys.executable
    return [
        Worker("Waymark", [bench, "worker", store]),
        Worker("DuckDB", [python, HERE / "duckdb_peer.py", log]),
        Worker("chDB", [python, HERE / "chdb_peer.py", log, folder / "chdb"]),
        Worker("Polars", [python, HERE / "polars_peer.py", log]),
    ]
