"""How long an edit takes until everybody who looks on has it: 200 streams, 50 edits a second.

    python3 Benchmarks/live.py WAYMARK [--clients 200] [--rate 50] [--seconds 20] [--rounds 3]

Makes the shop example, serves it, opens the streams, and sends edits at even intervals over one connection per editor. Every
stream notes when each edit arrives. Prints the time from sending the edit to the last and to each of its arrivals, the time to
the answer (the edit is on the disk then), and the server's memory and processor time. Standard library only.
"""

import argparse
import asyncio
import json
import os
import re
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

PASSWORD = "a long enough pass phrase"


def quantile(values, share):
    """The value at a share of the sorted list (R type 7)."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


class Connection:
    """A plain HTTP/1.1 connection that is kept open."""

    def __init__(self, port):
        self.port = port

    async def open(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 20)
        return self

    async def ask(self, method, path, body=None, cookie=None):
        data = b"" if body is None else json.dumps(body).encode()
        head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "X-Waymark: 1"]
        if body is not None:
            head += ["Content-Type: application/json", f"Content-Length: {len(data)}"]
        if cookie:
            head.append(f"Cookie: {cookie}")
        self.writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + data)
        await self.writer.drain()
        status, headers = await self.head()
        length = int(headers.get("content-length", 0))
        return status, headers, await self.reader.readexactly(length)

    async def head(self):
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {}
        for line in lines[1:]:
            name, colon, value = line.partition(":")
            if colon:
                headers[name.lower()] = value.strip()
        return int(lines[0].split()[1]), headers

    async def stream(self, path, cookie, heard):
        """Reads server-sent events for ever; calls `heard` with the time and the data of each edit."""
        self.writer.write(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {cookie}\r\n"
            "Accept: text/event-stream\r\n\r\n".encode()
        )
        status, _ = await self.head()
        if status != 200:
            raise RuntimeError(f"the stream was refused: {status}")
        name = b""
        while True:
            line = await self.reader.readline()
            if not line:
                return
            if line.startswith(b"event:"):
                name = line[6:].strip()
            elif line.startswith(b"data:") and name == b"edits":
                heard(time.perf_counter(), line)


async def measure(port, link, clients, rate, seconds):
    first = await Connection(port).open()
    token = link.partition("#")[2]
    status, headers, body = await first.ask(
        "POST", "/api/setup",
        {"token": token, "name": "Bench", "email": "bench@example.org", "password": PASSWORD})
    if status >= 300:
        raise RuntimeError(f"the setup was refused: {status} {body!r}")
    cookie = headers["set-cookie"].split(";")[0]
    status, _, body = await first.ask("GET", "/api/maps/first-order", cookie=cookie)
    cards = [each["id"] for each in json.loads(body)["objects"] if each["kind"] == "card"]

    arrivals = {}
    number = re.compile(rb"edit (\d+) of the benchmark")

    def heard(at, line):
        found = number.search(line)
        if found:
            arrivals.setdefault(int(found.group(1)), []).append(at)

    tasks = []
    for index in range(clients):
        connection = await Connection(port).open()
        path = f"/api/events?client=bench{index}&map=first-order"
        tasks.append(asyncio.create_task(connection.stream(path, cookie, heard)))
    await asyncio.sleep(1)

    sent, answered = {}, {}
    editors = [await Connection(port).open() for _ in range(10)]
    locks = [asyncio.Lock() for _ in editors]

    async def edit(index):
        place = index % len(editors)
        async with locks[place]:
            sent[index] = time.perf_counter()
            card = {"kind": "card", "map": "first-order", "id": cards[index % len(cards)]}
            text = f"edit {index} of the benchmark"
            status, _, body = await editors[place].ask(
                "POST", "/api/edits",
                {"client": f"editor{place}", "batches": [{
                    "sequence": index, "intention": "Type",
                    "edits": [{"type": "set", "object": card, "property": "text", "value": text}]}]},
                cookie)
            if status != 200:
                raise RuntimeError(f"an edit was refused: {status} {body!r}")
            answered[index] = time.perf_counter()

    start = time.perf_counter()
    running = []
    for index in range(int(rate * seconds)):
        await asyncio.sleep(max(0, start + index / rate - time.perf_counter()))
        running.append(asyncio.create_task(edit(index)))
    await asyncio.gather(*running)
    for _ in range(100):
        if all(len(arrivals.get(index, ())) == clients for index in sent):
            break
        await asyncio.sleep(0.05)
    for task in tasks:
        task.cancel()
    missing = sum(clients - len(arrivals.get(index, ())) for index in sent)
    each = [at - sent[index] for index, times in arrivals.items() for at in times]
    last = [max(times) - sent[index] for index, times in arrivals.items()]
    answers = [answered[index] - sent[index] for index in sent]
    return each, last, answers, missing


def resources(process):
    text = Path(f"/proc/{process}/status").read_text()
    peak = int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) / 1024
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return peak, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--rate", type=float, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{options.clients} streams, {options.rate:g} edits a second, {options.seconds:g} s; milliseconds")
    print("| round | each arrival p50 | p99 | most | last arrival p99 | answer p50 | p99 | missing | peak MB | CPU s |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    p99 = []
    for round_number in range(1, options.rounds + 1):
        with tempfile.TemporaryDirectory(prefix="waymark-live-") as folder:
            workspace = str(Path(folder) / "shop")
            subprocess.run([options.program, "demo", "shop", workspace], check=True, capture_output=True)
            server = subprocess.Popen(
                [options.program, "serve", workspace, "--port", "0"],
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            try:
                link = None
                for line in server.stdout:
                    found = re.search(r"http://127\.0\.0\.1:(\d+)/setup#\S+", line)
                    if found:
                        link, port = found.group(0), int(found.group(1))
                        break
                each, last, answers, missing = asyncio.run(
                    measure(port, link, options.clients, options.rate, options.seconds))
                peak, processor = resources(server.pid)
            finally:
                server.terminate()
                server.wait()
        p99.append(quantile(each, 0.99))
        milliseconds = [
            quantile(each, 0.5), quantile(each, 0.99), max(each), quantile(last, 0.99),
            quantile(answers, 0.5), quantile(answers, 0.99)]
        print(f"| {round_number} | " + " | ".join(f"{value * 1000:.1f}" for value in milliseconds)
              + f" | {missing} | {peak:.0f} | {processor:.1f} |")
    print(f"p99 of each arrival: median {statistics.median(p99) * 1000:.1f} ms "
          f"({min(p99) * 1000:.1f}–{max(p99) * 1000:.1f})")


if __name__ == "__main__":
    main()
