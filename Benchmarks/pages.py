#!/usr/bin/env python3
"""Measures how long the server takes to answer with the map page of the shop example, when it has answered once before.

usage: pages.py WAYMARK [REQUESTS]        WAYMARK is the release binary; loopback only
"""
import http.client
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time


def main():
    program = sys.argv[1]
    requests = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with tempfile.TemporaryDirectory() as folder:
        shop = str(pathlib.Path(folder) / "shop")
        subprocess.run([program, "demo", "shop", shop], check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([program, "serve", shop, "--port", "0"], stdout=subprocess.PIPE, text=True)
        try:
            port = int(re.search(r":(\d+)/", server.stdout.readline()).group(1))
            seconds = []
            for number in range(requests + 1):
                connection = http.client.HTTPConnection("127.0.0.1", port)
                start = time.perf_counter()
                connection.request("GET", "/maps/first-order")
                answer = connection.getresponse()
                body = answer.read()
                taken = time.perf_counter() - start
                connection.close()
                assert answer.status == 200, answer.status
                if number > 0:
                    seconds.append(taken)
                else:
                    first = taken
        finally:
            server.terminate()
            server.wait()
    print(
        json.dumps(
            {
                "page": "/maps/first-order",
                "bytes": len(body),
                "requests": requests,
                "firstMilliseconds": round(first * 1000, 1),
                "medianMilliseconds": round(statistics.median(seconds) * 1000, 2),
                "leastMilliseconds": round(min(seconds) * 1000, 2),
                "mostMilliseconds": round(max(seconds) * 1000, 2),
            }
        )
    )


main()
