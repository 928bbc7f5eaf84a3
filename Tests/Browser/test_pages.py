"""Every page, at two widths, light and dark: whole, readable, without errors, and open to everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import PHONE, WIDE
from editing import MAP
from waymark_server import PAGES, WORKING_PAGES, server_of_template

# A page that is not there is answered with 404, which the browser's console notes.
MAY_FAIL = {"not-found": ("status of 404",)}

SIGNED_IN = PAGES | WORKING_PAGES
# For somebody without a session; where a link belongs to it, its last part is asked of the server.
DOORS = ["sign-in", "sign-in-wrong", "setup", "setup-without-link", "invitation", "invitation-dead", "reset", "share",
         "share-closed"]
# They answer with a status that the browser's console notes.
DOORS_MAY_FAIL = {
    "sign-in-wrong": ("status of 401",),
    "invitation-dead": ("status of 4",),
    "share-closed": ("status of 410",),
}

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
WINDOWS = pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "phone"])


@pytest.fixture(scope="session")
def doors(address):
    """The address of every page that needs no session."""
    server = address.server
    _, invitation = server.ask("POST", "/api/invitations", {"role": "editor", "note": "Iryna"}, address.state)
    _, share = server.ask(
        "POST", f"/api/maps/{MAP}/shares", {"days": 7, "lanes": None, "showsNumbers": True}, address.state)
    with server_of_template("blank") as fresh:
        yield {
            "sign-in": f"{address}/sign-in?next=/library",
            "sign-in-wrong": f"{address}/sign-in",
            "setup": f"{fresh.address}/setup#{fresh.setup}",
            "setup-without-link": f"{fresh.address}/setup",
            "invitation": address + invitation["link"],
            "invitation-dead": f"{address}/invitation#{'a' * 43}",
            "reset": f"{address}/reset#{'a' * 43}",
            "share": address + share["link"],
            "share-closed": f"{address}/share/{'a' * 43}",
        }


def check(page):
    """Nothing for axe to find, and nothing beside the window."""
    page.locator("h1, [role=grid], .reader").first.wait_for()
    page.locator(".ds-skeleton").first.wait_for(state="detached")
    assert page.title().endswith("Waymark")
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", list(SIGNED_IN))
@THEMES
@WINDOWS
def test_a_page_is_whole_and_axe_finds_nothing(opened, name, theme, window):
    check(opened(SIGNED_IN[name], window, theme, MAY_FAIL.get(name, ())))


@pytest.mark.parametrize("name", DOORS)
@THEMES
@WINDOWS
def test_a_page_for_strangers_is_whole_and_axe_finds_nothing(opened, doors, name, theme, window):
    page = opened(doors[name], window, theme, DOORS_MAY_FAIL.get(name, ()), state=None)
    if name == "sign-in-wrong":
        page.get_by_role("textbox", name="E-mail address").fill("nobody@example.org")
        page.get_by_role("textbox", name="Password").fill("not the password")
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("alert").wait_for()
    check(page)


@pytest.mark.parametrize("name", list(PAGES))
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
