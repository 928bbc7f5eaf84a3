"""The pages as a person uses them, in a real browser against the made-up server. Run with pytest."""
import sys
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support/pages"))
from fake_server import serve  # noqa: E402


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def world_of():
    servers = []

    def start(role="owner", is_empty=False):
        server, world = serve(0, role, is_empty)
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}", world
    yield start
    for server in servers:
        server.shutdown()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text)
            if "Content Security Policy" in message.text else None)
    yield page
    context.close()
    assert page.problems == []


PAGES = ["/setup#good", "/setup", "/sign-in", "/invitation#good", "/reset#good", "/new", "/library", "/library#department",
         "/people", "/account", "/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible_and_fits(browser, world_of, width, scheme):
    base, _ = world_of()
    context = browser.new_context(viewport={"width": width, "height": 850}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    for path in PAGES:
        page.goto("about:blank")
        page.goto(base + path)
        page.wait_for_load_state("networkidle") if path in ("/setup", "/sign-in") else page.wait_for_timeout(500)
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.evaluate("document.querySelectorAll('h1').length") == 1, path
        assert "Waymark" in page.title() or path == "/", path
    context.close()


def test_a_newcomer_makes_a_map_by_keyboard_in_few_steps(page, world_of):
    base, world = world_of(is_empty=True)
    page.goto(f"{base}/new")
    expect(page.locator("[data-name=product]")).to_be_focused()
    interactions = 0
    begun = time.monotonic()
    for action in (["type", "Coffee bar"], ["press", "Tab"], ["type", "Busy commuters"], ["press", "Enter"],
                   ["type", "Queues grow, visits do not"], ["press", "Enter"], ["press", "Enter"]):
        getattr(page.keyboard, action[0])(action[1])
        interactions += 1
        page.wait_for_timeout(120)
    page.wait_for_url("**/maps/m0/edit")
    assert interactions <= 12
    assert time.monotonic() - begun < 60
    (body,) = world.done.values()
    assert body["name"] == "Coffee bar: busy commuters"
    assert body["template"] == "before-during-after"
    assert body["product"] == {"name": "Coffee bar"}


def test_the_draft_survives_a_reload_and_going_back(page, world_of):
    base, _ = world_of(is_empty=True)
    page.goto(f"{base}/new")
    page.locator("[data-name=product]").fill("Prams")
    page.locator("[data-name=audience]").fill("Parents")
    page.keyboard.press("Enter")
    page.locator("[data-name=why]").fill("To see more")
    page.reload()
    expect(page.locator("[data-name=why]")).to_have_value("To see more")
    page.get_by_role("button", name="Back").click()
    expect(page.locator("[data-name=audience]")).to_have_value("Parents")


def test_a_session_that_ends_loses_nothing(page, world_of):
    base, world = world_of(is_empty=True)
    page.goto(f"{base}/new")
    page.locator("[data-name=product]").fill("Prams")
    page.locator("[data-name=audience]").fill("Parents")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Next").click()
    world.signed_out = True
    page.get_by_role("button", name="Create map").click()
    dialog = page.get_by_role("dialog", name="Please sign in again")
    dialog.get_by_label("Password", exact=True).fill("wrong-password")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_role("alert")).to_contain_text("wrong")
    dialog.get_by_label("Password", exact=True).fill("green tram sings")
    dialog.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/maps/m0/edit")
    assert len(world.done) == 1


def test_doubles_are_merged_on_all_maps_and_the_merge_is_taken_back(page, world_of):
    base, world = world_of()
    page.goto(f"{base}/library")
    page.get_by_label("Use", exact=True).select_option("twins")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Product page", exact=False).first.click()
    page.get_by_role("button", name="Merge with another one").click()
    expect(page.get_by_role("dialog")).to_contain_text("2 cards on 2 maps, 1 rule for events")
    page.get_by_role("dialog").get_by_role("button", name="Merge").click()
    expect(page.get_by_text("is now part of")).to_be_visible()
    pointing = [each for each in world.objects.values() if each["properties"].get("touchpoint") == "t0"]
    assert pointing == [] and world.objects[(None, "touchpoint", "t0")]["deleted"]
    assert world.objects[(None, "touchpoint", "t1")]["properties"]["departments"] == ["e0"]
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.wait_for_timeout(300)
    assert len([each for each in world.objects.values() if each["properties"].get("touchpoint") == "t0"]) == 3
    assert world.objects[(None, "touchpoint", "t1")]["properties"]["departments"] == []


def test_a_touchpoint_is_added_changed_and_deleted_with_undo(page, world_of):
    base, world = world_of()
    page.goto(f"{base}/library")
    page.get_by_role("button", name="New touchpoint").click()
    page.keyboard.type("Parcel point")
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary", name="Touchpoint Parcel point")
    expect(panel).to_be_visible()
    panel.get_by_role("radio", name="third party").click()
    panel.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(panel).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.get_by_role("button", name="Parcel point", exact=True)).to_be_visible()
    expect(page.get_by_text("All changes saved")).to_be_visible()
    (made,) = [each for each in world.objects.values() if each["properties"].get("name") == "Parcel point"]
    assert made["properties"]["ownership"] == "third-party" and not made["deleted"]


def test_what_others_change_appears_by_itself(browser, world_of):
    base, _ = world_of()
    first, second = (browser.new_context().new_page() for _ in range(2))
    for each in (first, second):
        each.goto(f"{base}/library#channel")
    first.get_by_label("New channel").fill("Television")
    first.keyboard.press("Enter")
    expect(second.get_by_label("Name of Television")).to_be_visible()
    for each in (first, second):
        each.context.close()


def test_a_viewer_sees_everything_and_is_told_why_nothing_can_be_changed(page, world_of):
    base, _ = world_of("viewer")
    page.goto(f"{base}/library")
    expect(page.get_by_text("takes the role of an editor")).to_be_visible()
    assert page.get_by_role("button", name="New touchpoint").count() == 0
    page.get_by_role("button", name="Courier").click()
    expect(page.get_by_label("Name", exact=True)).to_be_disabled()
    page.goto(f"{base}/people")
    expect(page.get_by_text("Ask one of them: Marek Nowak")).to_be_visible()


def test_an_invitation_is_made_copied_and_taken_back(page, world_of):
    base, world = world_of()
    page.goto(f"{base}/people")
    page.get_by_role("button", name="Invite").click()
    page.get_by_role("radio", name="Viewer").click()
    page.get_by_label("Whom it is for").fill("Jan")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Invitation link")).to_have_value(f"{base}/invitation#good")
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Take back the invitation: For Jan").click()
    expect(page.get_by_text("For Jan")).to_have_count(0)
    assert [each["note"] for each in world.open_invitations] == ["Ania, logistics"]


def test_doors_say_what_is_wrong(page, world_of):
    base, _ = world_of()
    page.goto(f"{base}/sign-in?next=//evil.example")
    page.get_by_label("E-mail address").fill("olena@example.com")
    page.get_by_label("Password", exact=True).fill("wrong-password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("wrong")
    page.get_by_label("Password", exact=True).fill("too-many-times")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Try again in")).to_be_disabled()
    page.goto("about:blank")
    page.goto(f"{base}/invitation#stale")
    expect(page.get_by_role("heading", level=1)).to_contain_text("does not open anything any more")
    assert "#" not in page.url
