"""Starts the built program on a temporary example, for the browser tests and for the pictures of the documentation."""

import json
import os
import re
import signal
import subprocess
import tempfile
import threading
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# The pages that the server draws for every workspace, by name: they can be read without scripts.
PAGES = {
    "home": "/",
    "map": "/maps/first-order",
    "map-table": "/maps/first-order?view=table",
    "map-graphic": "/maps/first-order?view=graphic",
    "stage": "/maps/first-order/stages/purchase",
    "touchpoint": "/maps/first-order/touchpoints/payment-form",
    "card": "/maps/first-order/cards/b-payment-error",
    "funnel": "/journeys/funnel",
    "funnel-steps": "/journeys/funnel?steps=product_view,add_to_cart,cart,purchase&window=7d",
    "flow": "/journeys/flow",
    "paths": "/journeys/paths",
    "time": "/journeys/time",
    "bad-filter": "/journeys/funnel?since=yesterday",
    "findings": "/findings",
    "data": "/data",
    "definitions": "/definitions",
    "not-found": "/nowhere",
}

# The pages that scripts draw for somebody who is signed in.
WORKING_PAGES = {
    "editor": "/maps/first-order/edit",
    "new": "/new",
    "library": "/library",
    "library-channels": "/library#channel",
    "people": "/people",
    "account": "/account",
}


def program() -> Path:
    """The program to test: that of the debug build, or the one that WAYMARK names."""
    found = Path(os.environ.get("WAYMARK", ROOT / ".build" / "debug" / "waymark"))
    if not found.exists():
        raise FileNotFoundError(f"{found} is not built: run `swift build` first, or name a program in WAYMARK")
    return found


PASSWORD = "a quiet river bend"


class Server:
    """The program serving one workspace; it can be killed and started again on the same port."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.port = 0
        self.process = None
        self.setup = None

    def start(self):
        self.process = subprocess.Popen(
            [program(), "serve", self.workspace, "--port", str(self.port)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for line in self.process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/setup#(\S+)", line):
                self.setup = found.group(2)
                break
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found.group(1))
            if self.setup is not None and self.port and "Ctrl-C" in line:
                break
        else:
            raise RuntimeError("the server printed no link")
        # What it says later is read, so that it never waits for somebody to listen.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def kill(self):
        """Ends the process as a power cut would: it has no chance to write anything more."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def ask(self, method, path, body=None, state=None):
        """The status and the decoded answer; signed in if a browser's state is given."""
        request = urllib.request.Request(
            self.address + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"X-Waymark": "1", "Content-Type": "application/json"},
        )
        if state is not None:
            request.add_header("Cookie", "; ".join(f"{each['name']}={each['value']}" for each in state["cookies"]))
        with urllib.request.urlopen(request) as answer:
            text = answer.read()
            return answer, json.loads(text) if text else None

    def signed_in(self, answer):
        """What a browser keeps of somebody who has just signed in."""
        name, _, value = answer.headers["Set-Cookie"].split(";")[0].partition("=")
        return {
            "cookies": [{
                "name": name, "value": value, "domain": "127.0.0.1", "path": "/", "expires": -1,
                "httpOnly": True, "secure": True, "sameSite": "Lax",
            }],
            "origins": [],
        }

    def first_account(self, name="Olena", email="olena@example.org"):
        answer, _ = self.ask(
            "POST", "/api/setup", {"token": self.setup, "name": name, "email": email, "password": PASSWORD})
        state = self.signed_in(answer)
        # The first visit's tour stands in the way of everything else; one test looks at it.
        self.ask("PATCH", "/api/me", {"settings": {"hasSeenEditorTour": True}}, state)
        return state

    def account(self, owner, role, name, email):
        """Another person, invited by an owner; what their browser keeps."""
        _, invitation = self.ask("POST", "/api/invitations", {"role": role, "note": name}, owner)
        token = invitation["link"].partition("#")[2]
        answer, _ = self.ask(
            "POST", "/api/invitations/accept",
            {"token": token, "name": name, "email": email, "password": PASSWORD})
        state = self.signed_in(answer)
        self.ask("PATCH", "/api/me", {"settings": {"hasSeenEditorTour": True}}, state)
        return state


@contextmanager
def server_of(*command):
    """Serves the workspace that a command of the program makes, on a free port of this machine."""
    with tempfile.TemporaryDirectory(prefix="waymark-browser-") as folder:
        workspace = str(Path(folder) / "workspace")
        subprocess.run([program(), *command, workspace], check=True, capture_output=True)
        server = Server(workspace)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def server_of_demo(name: str = "shop"):
    """Makes the example in a temporary folder and serves it."""
    return server_of("demo", name)


def server_of_template(name: str):
    """Makes a workspace of a team that begins, and serves it."""
    return server_of("init", "--template", name)


class Address(str):
    """Where a server answers, with what the browser of its owner keeps."""

    state: dict
    server: Server


@contextmanager
def served_demo(name: str = "shop"):
    """The address of a served example, to which its owner is signed in."""
    with server_of_demo(name) as server:
        address = Address(server.address)
        address.state = server.first_account()
        address.server = server
        yield address


def launched(playwright):
    """Debian's Chromium; as root it runs only without its sandbox."""
    return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
