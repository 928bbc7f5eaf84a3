#!/usr/bin/env python3
"""Draws the pictures of the documentation from the example shop into docs/images.

Run it from the repository with `.venv/bin/python Tests/Browser/screenshots.py` after `swift build`.
"""

from playwright.sync_api import sync_playwright

from waymark_server import PAGES, ROOT, launched, server_of_demo

# File, page, window, theme, whole page or what the window shows.
PICTURES = [
    ("map.png", "map", (1440, 1000), "light", False),
    ("map-dark.png", "map", (1440, 1000), "dark", False),
    ("phone.png", "map", (390, 844), "light", False),
    ("home.png", "home", (1440, 900), "light", False),
    ("funnel.png", "funnel", (1280, 960), "light", False),
    ("flow.png", "flow", (1280, 960), "light", False),
    ("findings.png", "findings", (1280, 800), "light", False),
]


EDITOR = "/maps/first-order/edit"


class Studio:
    """Opens windows of one browser on one server and keeps what they show."""

    def __init__(self, browser, server):
        self.browser = browser
        self.server = server
        self.folder = ROOT / "docs" / "images"
        self.folder.mkdir(parents=True, exist_ok=True)

    def window(self, state, address, size, theme="light"):
        width, height = size
        context = self.browser.new_context(
            base_url=self.server.address, viewport={"width": width, "height": height}, color_scheme=theme,
            reduced_motion="reduce", storage_state=state,
        )
        page = context.new_page()
        page.goto(address)
        return page

    def keep(self, page, name, whole=False):
        # Nothing may still be on its way, and nothing may stand in for it.
        page.wait_for_function("document.querySelector('.ds-skeleton') === null")
        page.screenshot(path=self.folder / name, full_page=whole)
        page.context.close()
        print(f"drew {self.folder / name}")


def draw_pages(studio, owner):
    for name, page_name, size, theme, whole in PICTURES:
        page = studio.window(owner, PAGES[page_name], size, theme)
        page.wait_for_load_state("networkidle")
        studio.keep(page, name, whole)
    # The panel beside the map.
    page = studio.window(owner, PAGES["map"], (1440, 1000))
    page.locator("svg [data-stage=purchase] text").first.click()
    page.get_by_role("dialog").get_by_role("heading", level=1).wait_for()
    studio.keep(page, "details.png")


def draw_editor(studio, owner, colleague):
    # A colleague is at work on a card.
    beside = studio.window(colleague, EDITOR, (1440, 900))
    beside.locator(".card", has_text="What does it cost with delivery?").click()

    page = studio.window(owner, EDITOR, (1440, 900))
    zoom_out(page, 1)
    page.locator("#stage-purchase").click()
    page.get_by_text("What really happens").wait_for()
    page.get_by_text("482 of 600").wait_for()
    studio.keep(page, "editor.png")

    page = studio.window(owner, EDITOR, (1440, 900), "dark")
    page.locator(".card").first.wait_for()
    page.get_by_role("grid").focus()
    page.keyboard.press("Alt+0")
    studio.keep(page, "editor-dark.png")

    page = studio.window(owner, EDITOR, (1440, 900))
    page.get_by_role("tab", name="Findings").click()
    page.get_by_role("grid").focus()
    reveal(page, "Emotions")
    studio.keep(page, "editor-findings.png")

    page = studio.window(owner, EDITOR, (1440, 900))
    reveal(page, "Barriers")
    page.locator(".card", has_text="The payment fails").first.click()
    page.get_by_role("heading", name="Evidence").wait_for()
    studio.keep(page, "editor-card.png")

    page = studio.window(owner, EDITOR, (390, 844))
    page.locator(".card, .reader-card, .reader").first.wait_for()
    studio.keep(page, "editor-phone.png")
    beside.context.close()


def zoom_out(page, times):
    page.locator(".card").first.wait_for()
    for _ in range(times):
        page.get_by_role("button", name="Zoom out").click()


def reveal(page, lane):
    """Brings a lane into sight."""
    page.locator(".card").first.wait_for()
    page.keyboard.press("Control+k")
    page.keyboard.type(lane)
    page.get_by_role("option", name=lane).first.click()


def draw_around(studio, owner):
    page = studio.window(owner, "/new", (1280, 860))
    page.get_by_label("Audience").fill("Families who move")
    page.get_by_label("Primary persona").fill("Marta, 34, two children")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Create map").wait_for()
    studio.keep(page, "new-map.png")

    page = studio.window(owner, "/library", (1280, 860))
    page.get_by_role("row", name="Payment form").get_by_text("From a bare kitchen").wait_for()
    studio.keep(page, "library.png")

    page = studio.window(owner, EDITOR, (1280, 860))
    page.get_by_role("button", name="Share by link").click()
    page.get_by_label("Name of the link").fill("For the agency")
    studio.keep(page, "share.png")


def main():
    with server_of_demo() as server, sync_playwright() as playwright:
        browser = launched(playwright)
        studio = Studio(browser, server)
        owner = server.first_account()
        colleague = server.account(owner, "editor", "Taras", "taras@example.org")
        draw_pages(studio, owner)
        draw_editor(studio, owner, colleague)
        draw_around(studio, owner)
        browser.close()


if __name__ == "__main__":
    main()
