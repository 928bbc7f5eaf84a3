"""From the link of the first start to a finished map, with nothing but the keyboard."""

import pytest

from editing import objects, saved
from waymark_server import PASSWORD, server_of_template

FOCUSED = "document.activeElement?.getAttribute('aria-label') || document.activeElement?.innerText || ''"


@pytest.fixture
def server():
    with server_of_template("blank") as found:
        yield found


def tab_to(page, name, key="Tab", most=40):
    """Presses Tab until what has the keyboard is called so."""
    for _ in range(most):
        if page.evaluate(FOCUSED).strip().startswith(name):
            return
        page.keyboard.press(key)
    raise AssertionError(f"Tab does not reach '{name}'")


def standing(page):
    """The id of what the keyboard stands on in the map."""
    return page.locator(".grid").get_attribute("aria-activedescendant") or ""


def go_to(page, lane, arrow):
    """Presses an arrow until the keyboard stands in a cell of the lane."""
    for _ in range(12):
        page.keyboard.press(arrow)
        if standing(page).startswith(f"cell-{lane}--"):
            return
    raise AssertionError(f"{arrow} does not lead to the lane {lane}")


def make_account(page, server):
    page.get_by_role("textbox", name="Your name").wait_for()
    page.keyboard.type("Olena")
    page.keyboard.press("Tab")
    page.keyboard.type("olena@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server.address}/")


def make_map(page):
    """Goes through the three steps of a new map, to an empty one."""
    page.get_by_role("link", name="New map").first.wait_for()
    tab_to(page, "New map")
    page.keyboard.press("Enter")
    page.wait_for_url("**/new")
    page.locator("[data-name=audience]:focus").wait_for()
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("City bicycles")
    page.keyboard.press("Tab")
    page.keyboard.type("Commuters")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Why do you make it?").wait_for()
    page.keyboard.type("Orders stop at the payment")
    page.keyboard.press("Enter")
    page.locator("[role=radio][aria-checked=true]:focus").wait_for()
    for _ in range(12):
        if page.evaluate(FOCUSED).startswith("Blank"):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/maps/*/edit")


def leave_tour(page):
    """Sees all five steps of the tour, goes one back, and leaves it."""
    tour = page.locator(".tour-card")
    for place in range(1, 5):
        tour.get_by_text(f"{place} of 5").wait_for()
        page.locator(".tour-card .is-primary:focus").wait_for()
        page.keyboard.press("Enter")
    tour.get_by_text("5 of 5").wait_for()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    tour.get_by_text("4 of 5").wait_for()
    tab_to(page, "Skip the tour", "Shift+Tab", 4)
    with page.expect_response("**/api/me"):
        page.keyboard.press("Enter")
    assert tour.count() == 0


def name_stages(page):
    assert standing(page) == "cell-actions--first-stage"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.keyboard.type("Search")
    page.keyboard.press("Enter")
    for name in ["Order", "Ride"]:
        page.keyboard.press("Control+Enter")
        page.keyboard.type(name)
        page.keyboard.press("Enter")


def type_cards(page):
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+Home")
    assert standing(page) == "cell-actions--first-stage"
    page.keyboard.type("Searches for a bicycle")
    page.keyboard.press("Enter")
    page.keyboard.type("Asks a friend")
    page.keyboard.press("Tab")
    page.keyboard.type("Compares offers")
    page.keyboard.press("Tab")
    page.keyboard.type("Rides to work")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Home")
    go_to(page, "emotions", "ArrowDown")
    page.keyboard.type("+2 Curious")
    page.keyboard.press("Tab")
    page.keyboard.type("-2 Worried")
    page.keyboard.press("Escape")


def link_solution(page):
    """A barrier and its solution in the same stage, linked by a key."""
    go_to(page, "barriers", "ArrowDown")
    page.keyboard.type("The delivery price comes last")
    page.keyboard.press("Escape")
    go_to(page, "solutions", "ArrowDown")
    page.keyboard.type("Show the price at once")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Shift+ArrowUp")
    page.keyboard.press("Control+l")


def rename_lane(page):
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowLeft")
    assert standing(page) == "lane-actions"
    page.keyboard.press("F2")
    page.keyboard.type("What commuters do")
    page.keyboard.press("Enter")


def undo_mistake(page):
    page.keyboard.press("ArrowRight")
    page.keyboard.type("A mistake")
    page.keyboard.press("Escape")
    page.get_by_text("A mistake").first.wait_for()
    page.keyboard.press("Control+z")
    page.get_by_text("A mistake").first.wait_for(state="detached")


def open_findings(page):
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").get_by_role("combobox").wait_for()
    page.keyboard.type("findings")
    page.get_by_role("option", name="Show or hide findings").wait_for()
    page.keyboard.press("Enter")
    page.locator("[data-panel=findings] :focus").wait_for()


def test_a_newcomer_draws_a_whole_map_with_the_keyboard(visit, server):
    page = visit(server, None, f"/setup#{server.setup}")
    make_account(page, server)
    make_map(page)
    leave_tour(page)
    name_stages(page)
    type_cards(page)
    link_solution(page)
    rename_lane(page)
    undo_mistake(page)
    open_findings(page)

    saved(page)
    state = page.context.storage_state()
    map_id = page.url.split("/")[-2]
    found = objects(server, state, map_id)
    of_kind = lambda kind: sorted(
        (each["properties"] | {"id": each["id"]} for each in found if each["kind"] == kind and not each.get("deleted")),
        key=lambda each: each["order"])
    [drawn] = [each for each in of_kind("map") if each["id"] == map_id]
    assert drawn["name"] == "City bicycles: Commuters"
    assert drawn["purpose.why"] == "Orders stop at the payment"
    stages = of_kind("stage")
    assert [each["name"] for each in stages] == ["Search", "Order", "Ride"]
    name_of = {each["id"]: each["name"] for each in stages}
    typed = [(each["lane"], name_of[each["step"]], each["text"]) for each in of_kind("card")]
    assert sorted(typed) == sorted([
        ("actions", "Search", "Searches for a bicycle"),
        ("actions", "Search", "Asks a friend"),
        ("actions", "Order", "Compares offers"),
        ("actions", "Ride", "Rides to work"),
        ("emotions", "Search", "Curious"),
        ("emotions", "Order", "Worried"),
        ("barriers", "Order", "The delivery price comes last"),
        ("solutions", "Order", "Show the price at once"),
    ])
    by_text = {each["text"]: each for each in of_kind("card")}
    assert by_text["Asks a friend"]["order"] > by_text["Searches for a bicycle"]["order"]
    assert by_text["Worried"]["emotion"]["score"] == -2
    assert by_text["Show the price at once"]["links"] == [by_text["The delivery price comes last"]["id"]]
    assert next(each["name"] for each in of_kind("lane") if each["id"] == "actions") == "What commuters do"

    # The tour has been seen: it does not come again.
    page.reload()
    page.get_by_text("Searches for a bicycle").first.wait_for()
    assert page.locator(".tour-card").count() == 0
    assert visit(server, state, f"/maps/{map_id}/edit").locator(".tour-card").count() == 0
