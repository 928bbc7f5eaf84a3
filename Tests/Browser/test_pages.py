"""Every page, at two widths, light and dark: whole, readable, without errors, and open to everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import PHONE, WIDE
from waymark_server import PAGES

# A page that is not there is answered with 404, which the browser's console notes.
MAY_FAIL = {"not-found": ("status of 404",)}

EVERY_PAGE = pytest.mark.parametrize("name", list(PAGES))
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
WINDOWS = pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "phone"])


@EVERY_PAGE
@THEMES
def test_axe_finds_nothing_on_a_page(opened, name, theme):
    page = opened(PAGES[name], WIDE, theme, MAY_FAIL.get(name, ()))
    assert page.title().endswith("Waymark")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


@EVERY_PAGE
@WINDOWS
def test_a_page_reads_without_scrolling_sideways(opened, name, window):
    page = opened(PAGES[name], window, "light", MAY_FAIL.get(name, ()))
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]


@EVERY_PAGE
def test_a_page_can_be_read_without_scripts(browser, address, name):
    context = browser.new_context(base_url=address, java_script_enabled=False, viewport=WIDE, storage_state=address.state)
    try:
        page = context.new_page()
        page.goto(PAGES[name])
        assert page.locator("h1").first.is_visible()
    finally:
        context.close()


def test_the_home_page_leads_to_the_map(opened):
    page = opened("/")
    page.get_by_role("link", name="View with numbers").first.click()
    page.wait_for_url("**/maps/first-order")
    assert page.locator(".map-frame svg").is_visible()


def test_the_skip_link_leads_to_the_content(opened):
    page = opened("/findings")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")


def test_a_stored_choice_of_colours_holds_on_every_page(opened):
    page = opened("/")
    button = page.get_by_role("button", name="Dark colours")
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    dark = page.evaluate(background)
    assert dark != light
    page.goto("/definitions")
    page.locator("html[data-theme=dark]").wait_for()
    assert page.evaluate(background) == dark
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(background) == light


def test_filters_of_an_analysis_stand_in_its_address(opened):
    page = opened("/journeys/flow")
    page.locator("select[name=by]").select_option("stage")
    page.locator("input[name=since]").fill("2024-03-01")
    page.get_by_label("Attribute").fill("platform=mobile")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/journeys/flow?**")
    for part in ["by=stage", "since=2024-03-01", "where=platform%3Dmobile"]:
        assert part in page.url
    assert page.locator("input[name=since]").input_value() == "2024-03-01"
    assert page.locator(".picture svg").is_visible()
    # The filters go along to the next analysis.
    page.get_by_role("navigation", name="Journeys").get_by_role("link", name="Time").click()
    page.wait_for_url("**/journeys/time?**")
    assert "since=2024-03-01" in page.url


def test_a_funnel_of_typed_steps(opened):
    page = opened("/journeys/funnel")
    page.get_by_label("Steps").fill("product_view, add_to_cart, purchase")
    page.locator("select[name=window]").select_option("7d")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**steps=**")
    rows = page.locator("section table tbody tr")
    assert rows.count() == 3
    assert rows.first.locator("td").first.inner_text() == "product_view"


def test_a_bad_filter_is_a_notice(opened):
    page = opened(PAGES["bad-filter"])
    assert "yesterday" in page.get_by_role("alert").inner_text()
