"""Several people draw one map: they see each other's edits, lose nothing offline or in a crash, and undo only their own."""

import pytest

from editing import EDITOR, MAP, cards, first_card, saved, texts, wait_for, write_card
from waymark_server import server_of_demo


@pytest.fixture
def server():
    with server_of_demo() as found:
        yield found


@pytest.fixture
def window(visit, server):
    """Opens the editor in a browser of its own for whoever is signed in by a state."""
    return lambda state: visit(server, state, EDITOR)


def test_two_people_see_each_other_and_each_others_cards(server, window):
    owner = server.first_account()
    guest = server.account(owner, "editor", "Taras", "taras@example.org")
    one, two = window(owner), window(guest)
    here = f"#card-{first_card(server, owner)}"
    one.locator(here).wait_for()
    two.locator(here).wait_for()
    write_card(one, "Olena was here", here)
    two.get_by_text("Olena was here").wait_for()
    write_card(two, "Taras as well", here)
    one.get_by_text("Taras as well").wait_for()
    saved(one)
    saved(two)
    assert {"Olena was here", "Taras as well"} <= set(texts(server, owner))
    shown = lambda page: sorted(page.locator(".card").evaluate_all("all => all.map(one => one.id)"))
    wait_for(lambda: shown(one) == shown(two))


def test_what_is_drawn_offline_arrives_once_and_whole(server, window):
    owner = server.first_account()
    guest = server.account(owner, "editor", "Taras", "taras@example.org")
    one, two = window(owner), window(guest)
    here = f"#card-{first_card(server, owner)}"
    one.locator(here).wait_for()
    two.locator(here).wait_for()
    one.context.set_offline(True)
    for number in range(3):
        write_card(one, f"written on the train {number}", here)
    one.get_by_role("button", name="Offline").wait_for()
    write_card(two, "written at the desk", here)
    saved(two)
    assert not any("train" in text for text in texts(server, owner))
    one.context.set_offline(False)
    saved(one)
    found = texts(server, owner)
    for number in range(3):
        assert found.count(f"written on the train {number}") == 1
    assert found.count("written at the desk") == 1
    one.get_by_text("written at the desk").wait_for()
    two.get_by_text("written on the train 2").wait_for()


def test_what_waits_survives_closing_the_tab(server, window):
    owner = server.first_account()
    page = window(owner)
    here = f"#card-{first_card(server, owner)}"
    page.locator(here).wait_for()
    context = page.context
    context.set_offline(True)
    write_card(page, "typed before the lid was closed", here)
    page.get_by_role("button", name="Offline").wait_for()
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(EDITOR)
    wait_for(lambda: texts(server, owner).count("typed before the lid was closed") == 1)
    again.get_by_text("typed before the lid was closed").wait_for()


def test_a_killed_server_has_every_edit_that_it_acknowledged(server, window):
    owner = server.first_account()
    page = window(owner)
    here = f"#card-{first_card(server, owner)}"
    page.locator(here).wait_for()
    made = page.evaluate(
        """async () => {
          const ask = (sequence) => fetch('/api/edits', {
            method: 'POST', headers: {'X-Waymark': '1', 'Content-Type': 'application/json'},
            body: JSON.stringify({client: 'crash', batches: [{sequence, intention: 'Type', edits: [
              {type: 'set', object: {kind: 'map', id: 'first-order'}, property: 'purpose.why', value: `edit ${sequence}`}
            ]}]})
          })
          window.acknowledged = []
          window.sending = (async () => {
            for (let sequence = 1; sequence <= 200; sequence++) {
              try { if ((await ask(sequence)).ok) window.acknowledged.push(sequence) } catch { return }
            }
          })()
          while (window.acknowledged.length < 60) await new Promise(done => setTimeout(done, 5))
          return window.acknowledged.length
        }""")
    assert made >= 60
    write_card(page, "typed in the moment of the crash", here)
    server.kill()
    page.evaluate("window.sending")
    acknowledged = page.evaluate("window.acknowledged")
    server.start()
    _, answer = server.ask("GET", f"/api/maps/{MAP}/history?limit=200", state=owner)
    kept = [each["sequence"] for each in answer["revisions"] if each["client"] == "crash"]
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))
    # The page comes back by itself, with what it had in hand.
    wait_for(lambda: texts(server, owner).count("typed in the moment of the crash") == 1, 40)
    saved(page)


def test_undo_takes_back_only_what_oneself_did(server, window):
    owner = server.first_account()
    guest = server.account(owner, "editor", "Taras", "taras@example.org")
    one, two = window(owner), window(guest)
    here = f"#card-{first_card(server, owner)}"
    one.locator(here).wait_for()
    two.locator(here).wait_for()
    write_card(one, "mine", here)
    two.get_by_text("mine", exact=True).wait_for()
    write_card(two, "theirs", here)
    one.get_by_text("theirs", exact=True).wait_for()
    one.keyboard.press("Control+z")
    wait_for(lambda: "mine" not in texts(server, owner))
    assert "theirs" in texts(server, owner)
    one.keyboard.press("Control+y")
    wait_for(lambda: "mine" in texts(server, owner))
    # What somebody has changed since stays as they made it.
    card = next(id for id, values in cards(server, owner).items() if values["text"] == "mine")
    two.locator(f"#card-{card}").dblclick()
    two.keyboard.press("Control+a")
    two.keyboard.type("changed by Taras")
    two.keyboard.press("Escape")
    one.get_by_text("changed by Taras").wait_for()
    one.keyboard.press("Control+z")
    one.get_by_text("changed by Taras").wait_for()
    saved(one)
    assert "changed by Taras" in texts(server, owner)


def test_a_viewer_reads_and_cannot_change(server, window):
    owner = server.first_account()
    viewer = server.account(owner, "viewer", "Iryna", "iryna@example.org")
    page = window(viewer)
    here = f"#card-{first_card(server, owner)}"
    before = texts(server, owner)
    page.locator(here).click()
    page.keyboard.type("not allowed")
    page.keyboard.press("Enter")
    page.keyboard.press("Delete")
    assert page.locator("textarea.card-field").count() == 0
    assert texts(server, owner) == before
    refused = page.evaluate(
        """async () => (await fetch('/api/edits', {method: 'POST',
          headers: {'X-Waymark': '1', 'Content-Type': 'application/json'},
          body: JSON.stringify({client: 'viewer', batches: []})})).status""")
    assert refused == 403
