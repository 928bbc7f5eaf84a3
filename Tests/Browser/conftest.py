"""One server and one browser for all tests; every page is watched for errors and for requests that leave this machine."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from waymark_server import launched, served_demo

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

# What the Content-Security-Policy has stopped is an error in the console.
TELL_VIOLATIONS = (
    "addEventListener('securitypolicyviolation', (event) =>"
    " console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))"
)


@pytest.fixture(scope="session")
def address():
    with served_demo() as link:
        yield link


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        found = launched(playwright)
        yield found
        found.close()


@pytest.fixture
def opened(browser, address):
    """Opens a page of the server in a window of its own; what goes wrong in it fails the test at its end."""
    contexts = []
    problems = []

    def open_page(path, window=WIDE, theme="light", may_fail=(), state=address.state):
        context = browser.new_context(
            base_url=address, viewport=window, color_scheme=theme, reduced_motion="reduce", storage_state=state,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)

        def on_console(message):
            if message.type not in ("error", "warning"):
                return
            if not any(expected in message.text for expected in may_fail):
                problems.append(f"{path}: {message.text}")

        def on_request(request):
            parts = urlsplit(request.url)
            if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
                problems.append(f"{path} asks {request.url}")

        page.on("console", on_console)
        page.on("pageerror", lambda error: problems.append(f"{path}: {error}"))
        page.on("request", on_request)
        page.add_init_script(TELL_VIOLATIONS)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def visit(browser):
    """Opens a page of any server in a browser of its own for whoever is signed in by a state; nobody without one."""
    contexts = []
    problems = []

    def open_page(server, state, path, window=WIDE, **options):
        context = browser.new_context(
            base_url=server.address, viewport=window, storage_state=state, reduced_motion="reduce", **options)
        contexts.append(context)
        context.set_default_timeout(15_000)
        context.add_init_script(TELL_VIOLATIONS)

        def watch(page):
            page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
            page.on(
                "console",
                lambda message: problems.append(f"{page.url}: {message.text}")
                if message.text.startswith("policy: ") else None)

        context.on("page", watch)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []
