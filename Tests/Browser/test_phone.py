"""The editor on a phone: one stage at a time, cards added and changed with a thumb."""

import pytest

from conftest import PHONE
from editing import EDITOR, objects, saved, texts, wait_for
from waymark_server import server_of_demo


@pytest.fixture(scope="module")
def server():
    with server_of_demo() as found:
        found.state = found.first_account()
        yield found


@pytest.fixture
def phone(visit, server):
    """The editor on a phone with a touch screen."""
    page = visit(server, server.state, EDITOR, PHONE, has_touch=True, is_mobile=True)
    page.locator(".reader").wait_for()
    return page


def test_a_stage_is_read_and_the_next_one_follows(phone, server):
    stages = sorted(
        (each["properties"] for each in objects(server, server.state)
         if each["kind"] == "stage" and each["map"] == "first-order"),
        key=lambda each: each["order"])
    title = phone.locator(".reader-stage h2")
    assert title.inner_text() == stages[0]["name"]
    assert phone.get_by_role("button", name="Stage before").is_disabled()
    phone.get_by_role("button", name="Next stage").tap()
    phone.get_by_role("heading", name=stages[1]["name"], exact=True).wait_for()


def test_a_card_is_added_and_changed_with_a_thumb(phone, server):
    lane = phone.locator(".reader-lane").first
    name = lane.locator(".reader-lane-name").inner_text()
    phone.get_by_role("button", name=f"Add to {name}").first.tap()
    lane.get_by_role("textbox", name=name).fill("Asks at the counter")
    phone.get_by_role("button", name="Done").tap()
    saved(phone)
    assert "Asks at the counter" in texts(server, server.state)
    # The first press chooses, the next one writes.
    card = phone.locator(".reader-card", has_text="Asks at the counter")
    card.tap()
    phone.locator(".reader-card[aria-pressed=true]", has_text="Asks at the counter").tap()
    lane.get_by_role("textbox", name=name).fill("Asks at the counter twice")
    phone.get_by_role("button", name="Done").tap()
    wait_for(lambda: "Asks at the counter twice" in texts(server, server.state))
    assert "Asks at the counter" not in texts(server, server.state)
    phone.locator(".reader-card", has_text="Asks at the counter twice").wait_for()


def test_the_details_of_a_card_open_below(phone):
    phone.locator(".reader-card").first.tap()
    phone.get_by_role("navigation", name="Tools").get_by_role("button", name="Details").tap()
    phone.locator("[data-panel=inspector]").wait_for()
    widths = phone.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]
