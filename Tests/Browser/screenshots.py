#!/usr/bin/env python3
"""Draws the pictures of the documentation from the example shop into docs/images.

Run it from the repository with `.venv/bin/python Tests/Browser/screenshots.py` after `swift build`.
"""

from playwright.sync_api import sync_playwright

from waymark_server import PAGES, ROOT, launched, served_demo

# File, page, window, theme, whole page or what the window shows.
PICTURES = [
    ("map.png", "map", (1440, 1000), "light", False),
    ("map-dark.png", "map", (1440, 1000), "dark", False),
    ("map-whole.png", "map", (1440, 3200), "light", False),
    ("phone.png", "map", (390, 844), "light", False),
    ("home.png", "home", (1440, 900), "light", False),
    ("funnel.png", "funnel", (1280, 960), "light", False),
    ("flow.png", "flow", (1280, 960), "light", False),
    ("findings.png", "findings", (1280, 800), "light", False),
]


def main():
    folder = ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with served_demo() as address, sync_playwright() as playwright:
        browser = launched(playwright)
        for name, page_name, (width, height), theme, whole in PICTURES:
            context = browser.new_context(
                base_url=address, viewport={"width": width, "height": height}, color_scheme=theme,
                reduced_motion="reduce", storage_state=address.state,
            )
            page = context.new_page()
            page.goto(PAGES[page_name])
            page.screenshot(path=folder / name, full_page=whole)
            context.close()
            print(f"drew {folder / name}")
        # The panel beside the map.
        context = browser.new_context(
            base_url=address, viewport={"width": 1440, "height": 1000}, reduced_motion="reduce",
            storage_state=address.state
        )
        page = context.new_page()
        page.goto(PAGES["map"])
        page.locator("svg [data-stage=purchase] text").first.click()
        page.get_by_role("dialog").get_by_role("heading", level=1).wait_for()
        page.screenshot(path=folder / "details.png")
        print(f"drew {folder / 'details.png'}")
        browser.close()


if __name__ == "__main__":
    main()
