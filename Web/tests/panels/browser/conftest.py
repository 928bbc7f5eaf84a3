"""The editor over a server inside the page, served with the policy of the real one."""

import functools
import http.server
import json
import pathlib
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

HARNESS = pathlib.Path(__file__).parent.parent / "harness"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:"
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("panels")
    subprocess.run([HARNESS / "build", folder], check=True)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=folder)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield found
        found.close()


@pytest.fixture
def opened(browser, address):
    """Opens the editor; what the page complains of fails the test at its end."""
    contexts, problems = [], []

    def open_page(query="", window=WIDE, theme="light"):
        context = browser.new_context(
            base_url=address, viewport=window, reduced_motion="reduce", has_touch=window == PHONE
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8_000)
        page.on(
            "console",
            lambda message: message.type in ("error", "warning")
            and "favicon" not in message.location.get("url", "")
            and problems.append(message.text),
        )
        page.on("pageerror", lambda error: problems.append(str(error)))
        stored = json.dumps(json.dumps({"theme": theme}))
        page.add_init_script(f"localStorage.setItem('waymark.preferences', {stored})")
        page.goto(f"/index.html{query}")
        page.wait_for_selector(".editor-shell")
        page.wait_for_selector("[data-panel], .phone-bar")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []
