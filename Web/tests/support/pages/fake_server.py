#!/usr/bin/env python3
"""A small server with made-up data, so that the pages can be looked at and tried without the real one.

    fake_server.py PORT [role] [empty]

It speaks the part of the API that the pages use, under the same content security policy, and keeps all in memory.
Passwords: everything but "wrong-password" is right. The setup, invitation and reset token is "good".
"""
import json
import queue
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from world import PAGES, World, palette

ROOT = Path(__file__).resolve().parents[4]
ASSETS = ROOT / "Sources/WaymarkServer/Assets"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    world: World

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", kind="application/json", headers=()):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def fail(self, status, code, message, hint=None, headers=()):
        error = {"code": code, "message": message, **({"hint": hint} if hint else {})}
        self.answer(status, {"error": error}, headers=headers)

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/api/events":
            return self.stream()
        if path.startswith("/api/"):
            return self.route("GET", path, None)
        if path == "/assets/palette.css":
            return self.answer(200, palette(ROOT).encode(), "text/css")
        if path.startswith("/assets/"):
            file = ASSETS / Path(path).name
            if not file.exists():
                return self.answer(404, b"", "text/plain")
            return self.answer(200, file.read_bytes(), TYPES[file.suffix])
        name = path.strip("/") or "home"
        if name in PAGES:
            return self.answer(200, PAGES[name].encode(), "text/html")
        self.answer(200, f"<!doctype html><title>{name}</title><h1>{name}</h1>".encode(), "text/html")

    def do_POST(self): self.changing("POST")
    def do_PATCH(self): self.changing("PATCH")
    def do_DELETE(self): self.changing("DELETE")

    def changing(self, method):
        length = int(self.headers.get("Content-Length") or 0)
        raw = self.rfile.read(length)
        if self.headers.get("X-Waymark") != "1":
            return self.fail(400, "bad-request", "the header X-Waymark is missing")
        self.route(method, self.path.split("?")[0], json.loads(raw) if raw else {})

    def route(self, method, path, body):
        time.sleep(self.world.delay)
        for pattern, handler in self.world.routes(method):
            match = re.fullmatch(pattern, path)
            if match is None:
                continue
            if self.world.signed_out and path not in ("/api/session", "/api/sign-in"):
                return self.fail(401, "sign-in-needed", "you are not signed in", "sign in and try again")
            status, answer = handler(body, *match.groups(), query=self.path.partition("?")[2])
            if status >= 400:
                headers = [("Retry-After", "12")] if status == 429 else []
                return self.fail(status, *answer, headers=headers)
            return self.answer(status, b"" if answer is None else answer)
        self.fail(404, "not-found", "there is no such route")

    def stream(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        mine = queue.Queue()
        self.world.listeners.append(mine)
        try:
            self.wfile.write(b": hello\n\n")
            self.wfile.flush()
            while True:
                try:
                    number, text = mine.get(timeout=10)
                    self.wfile.write(f"id: {number}\nevent: edits\ndata: {text}\n\n".encode())
                except queue.Empty:
                    self.wfile.write(b": still here\n\n")
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            self.world.listeners.remove(mine)


def serve(port, role="owner", is_empty=False, delay=0.0):
    """Starts in a thread and answers the server and its world."""
    world = World(role, is_empty, delay)
    handler = type("Bound", (Handler,), {"world": world})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, world


if __name__ == "__main__":
    arguments = sys.argv[1:]
    running, _ = serve(int(arguments[0]), arguments[1] if len(arguments) > 1 else "owner", "empty" in arguments)
    print(f"http://127.0.0.1:{running.server_port}")
    threading.Event().wait()
