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


def sign_in(port, token):
    """Makes the first account; the cookie of its session."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    body = {"token": token, "name": "Bench", "email": "bench@example.org", "password": "a quiet river bend"}
    connection.request(
        "POST", "/api/setup", json.dumps(body), {"X-Waymark": "1", "Content-Type": "application/json"}
    )
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.getheader("Set-Cookie").split(";")[0]


def main():
    program = sys.argv[1]
    requests = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with tempfile.TemporaryDirectory() as folder:
        shop = str(pathlib.Path(folder) / "shop")
        subprocess.run([program, "demo", "shop", shop], check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen(
            [program, "serve", shop, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        try:
            for line in server.stdout:
                if found := re.search(r":(\d+)/setup#(\S+)", line):
                    break
            port, token = int(found.group(1)), found.group(2)
            cookie = sign_in(port, token)
            seconds = []
            for number in range(requests + 1):
                connection = http.client.HTTPConnection("127.0.0.1", port)
                start = time.perf_counter()
                connection.request("GET", "/maps/first-order", headers={"Cookie": cookie})
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
