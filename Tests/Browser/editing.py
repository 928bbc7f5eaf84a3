"""What the tests of the editor have in common: what the server holds, and what a person does on the map."""

import time

MAP = "first-order"
EDITOR = f"/maps/{MAP}/edit"


def objects(server, state, map_id=MAP):
    """Everything of a map and what lies in no map, as the server has it; deleted things as well."""
    _, answer = server.ask("GET", f"/api/maps/{map_id}", state=state)
    return answer["objects"]


def cards(server, state, map_id=MAP):
    """Every card that is not deleted, by id."""
    return {
        each["id"]: each["properties"]
        for each in objects(server, state, map_id) if each["kind"] == "card" and not each.get("deleted")
    }


def texts(server, state, map_id=MAP):
    return sorted(each["text"] for each in cards(server, state, map_id).values())


def first_card(server, state):
    """The first card of the map's first lane: where the tests write."""
    return next(id for id in cards(server, state) if id.startswith("act"))


def change(server, state, client, sequence, *edits, intention="Change"):
    """Sends one batch of edits past every page; its answer."""
    _, answer = server.ask(
        "POST", "/api/edits",
        {"client": client, "batches": [{"sequence": sequence, "intention": intention, "edits": list(edits)}]}, state)
    return answer["answers"][0]


def set_of(kind, id, property, value, map_id=MAP):
    """The edit that sets one property of something in a map, or of a map and what lies in none."""
    thing = {"kind": kind, "id": id} | ({} if kind == "map" or map_id is None else {"map": map_id})
    return {"type": "set", "object": thing, "property": property, "value": value}


def write_card(page, text, beside):
    """Types a new card below another one, as a person does."""
    page.locator(beside).click()
    page.keyboard.press("Escape")
    page.locator(beside).click()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type(text)
    page.keyboard.press("Escape")


def wait_for(condition, seconds=15):
    """Waits until something holds that another process brings about."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


def saved(page):
    page.get_by_role("button", name="Saving: Saved").wait_for()
