"""Starts the built program on a temporary example, for the browser tests and for the pictures of the documentation."""

import os
import re
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# The pages that every workspace has, by name.
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


def program() -> Path:
    """The program to test: that of the debug build, or the one that WAYMARK names."""
    found = Path(os.environ.get("WAYMARK", ROOT / ".build" / "debug" / "waymark"))
    if not found.exists():
        raise FileNotFoundError(f"{found} is not built: run `swift build` first, or name a program in WAYMARK")
    return found


@contextmanager
def served_demo(name: str = "shop"):
    """Makes the example in a temporary folder, serves it on a free port of this machine, and gives its address."""
    with tempfile.TemporaryDirectory(prefix="waymark-browser-") as folder:
        workspace = str(Path(folder) / name)
        subprocess.run([program(), "demo", name, workspace], check=True, capture_output=True)
        server = subprocess.Popen(
            [program(), "serve", workspace, "--port", "0"], stdout=subprocess.PIPE, text=True
        )
        try:
            link = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
            if link is None:
                raise RuntimeError("the server printed no link")
            yield link.group(0)
        finally:
            server.terminate()
            server.wait()
            server.stdout.close()


def launched(playwright):
    """Debian's Chromium; as root it runs only without its sandbox."""
    return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
