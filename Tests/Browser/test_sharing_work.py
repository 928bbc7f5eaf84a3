"""What the library and the share dialog do to maps that others have open, or see without an account."""

import pytest

from editing import EDITOR, cards, objects, saved
from waymark_server import server_of_demo


@pytest.fixture(scope="module")
def server():
    with server_of_demo() as found:
        found.owner = found.first_account()
        yield found


def test_a_name_changed_in_the_library_changes_on_an_open_map(visit, server):
    guest = server.account(server.owner, "editor", "Taras", "taras@example.org")
    editor = visit(server, guest, EDITOR)
    library = visit(server, server.owner, "/library")
    editor.locator(".card", has_text="Payment form").first.wait_for()
    library.get_by_role("button", name="Payment form").first.click()
    panel = library.get_by_role("complementary", name="Touchpoint Payment form")
    panel.get_by_role("textbox", name="Name").fill("Payment page")
    library.keyboard.press("Enter")
    editor.locator(".card", has_text="Payment page").first.wait_for()
    assert editor.locator(".card", has_text="Payment form").count() == 0


def test_a_link_made_in_the_editor_opens_chosen_lanes_to_anybody(visit, server):
    page = visit(server, server.owner, EDITOR)
    page.get_by_role("button", name="Share by link").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Name of the link").fill("For the agency")
    dialog.get_by_text("Chosen lanes", exact=True).click()
    found = [each for each in objects(server, server.owner) if each["kind"] == "lane" and each["map"] == "first-order"]
    lanes = {each["id"]: each["properties"]["name"] for each in found}
    for box in dialog.get_by_role("checkbox").all():
        if box.is_checked():
            box.uncheck()
    dialog.get_by_role("checkbox", name=lanes["barriers"], exact=True).check()
    dialog.get_by_role("button", name="Make the link").click()
    link = dialog.get_by_role("textbox", name="Link to the map").input_value()
    assert link.startswith(server.address + "/share/")
    dialog.get_by_text("For the agency").wait_for()

    stranger = visit(server, None, link)
    picture = stranger.locator(".map-frame svg")
    picture.wait_for()
    # What is not shown is not there at all.
    drawn = set(picture.locator("[data-card]").evaluate_all("all => all.map(one => one.dataset.card)"))
    stored = cards(server, server.owner)
    assert drawn and {stored[id]["lane"] for id in drawn} == {"barriers"}
    labels = set(picture.locator("text").all_text_contents())
    assert [name for name in lanes.values() if name in labels] == [lanes["barriers"]]
    # Nothing else of the workspace opens with it.
    stranger.goto(EDITOR)
    stranger.wait_for_url("**/sign-in**")
