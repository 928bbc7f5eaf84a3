"""What a measurement was made on."""

import hashlib
import os
import platform
import re
from pathlib import Path


def describe():
    cpu = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    return {
        "processor": cpu.group(1) if cpu else platform.processor(),
        "cores": os.cpu_count(),
        "memoryGB": round(int(memory.group(1)) / 2**20, 1) if memory else None,
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def load_average():
    """Mean number of running processes over the last minute; about 0 on a quiet machine."""
    return os.getloadavg()[0]


def describe_log(path):
    digest = hashlib.sha256()
    rows = -1
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
            rows += block.count(b"\n")
    return {"rows": rows, "bytes": os.path.getsize(path), "sha256": digest.hexdigest()}
