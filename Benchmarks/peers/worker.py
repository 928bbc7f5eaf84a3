"""Answers commands on standard input, line by line, as `bench worker` does.

A line is the name of a question, or `answers PATH`. A peer has one method per question that does all the work and
holds the result, and `comparable()`, which puts the results into the form that all programs share.
"""

import json
import resource
import sys
import time

from questions import QUESTIONS


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def say(value):
    print(json.dumps(value), flush=True)


def serve(peer):
    say({"ready": True, "version": peer.version})
    for line in sys.stdin:
        command, _, path = line.strip().partition(" ")
        if command == "answers":
            with open(path, "w") as file:
                json.dump(peer.comparable(), file)
            say({"answers": path})
        elif command in QUESTIONS:
            start, cpu = time.monotonic(), cpu_seconds()
            getattr(peer, command)()
            say(
                {
                    "question": command,
                    "seconds": time.monotonic() - start,
                    "cpuSeconds": cpu_seconds() - cpu,
                }
            )
        else:
            sys.exit(f"no such question: {command}")
