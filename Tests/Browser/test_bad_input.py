"""What goes wrong is said in one clear message, and nothing is lost: stale tabs, lost sessions, wrong files, markup."""

import struct
import zlib

import pytest

from conftest import WIDE
from editing import EDITOR, MAP, cards, change, first_card, objects, saved, set_of, texts, wait_for, write_card
from waymark_server import PASSWORD, server_of_demo


@pytest.fixture(scope="module")
def server():
    with server_of_demo() as found:
        found.owner = found.first_account()
        found.guest = found.account(found.owner, "editor", "Taras", "taras@example.org")
        yield found


@pytest.fixture
def here(server):
    """The selector of a card that the tests write beside."""
    return f"#card-{first_card(server, server.owner)}"


def revision(server):
    return server.ask("GET", "/api/workspace", state=server.owner)[1]["revision"]


def png(width=8, height=8):
    """A picture in one colour."""
    part = lambda name, body: struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    rows = (b"\0" + b"\x33\x66\x99" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b""))


def paste(page, text):
    page.evaluate(
        """text => {
          const data = new DataTransfer()
          data.setData('text/plain', text)
          document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
        }""", text)


def test_words_for_a_card_that_others_deleted_are_told_and_kept(visit, server, here):
    one, two = visit(server, server.owner, EDITOR), visit(server, server.guest, EDITOR)
    write_card(one, "soon to be deleted", here)
    two.get_by_text("soon to be deleted").wait_for()
    saved(one)
    card = next(id for id, each in cards(server, server.owner).items() if each["text"] == "soon to be deleted")
    two.context.set_offline(True)
    two.locator(f"#card-{card}").dblclick()
    two.keyboard.press("Control+a")
    two.keyboard.type("words from a stale tab")
    two.keyboard.press("Escape")
    two.get_by_role("button", name="Offline").first.wait_for()
    one.locator(f"#card-{card}").click()
    one.keyboard.press("Delete")
    wait_for(lambda: card not in cards(server, server.owner))
    two.context.set_offline(False)
    # The words have no card any more: the message gives them back.
    told = two.get_by_role("alert").filter(has_text="others have deleted it in the meantime")
    told.get_by_text("words from a stale tab").wait_for()
    saved(two)
    two.locator(f"#card-{card}").wait_for(state="detached")
    one.keyboard.press("Control+z")
    wait_for(lambda: card in cards(server, server.owner))
    two.locator(f"#card-{card}").wait_for()


def test_a_batch_sent_twice_is_done_once(server):
    sent = lambda: change(
        server, server.owner, "twice", 1, set_of("map", MAP, "purpose.problem", "said twice"), intention="Say it twice")
    first, second = sent(), sent()
    assert first["revision"] == second["revision"] == revision(server)
    _, answer = server.ask("GET", f"/api/maps/{MAP}/history?limit=20", state=server.owner)
    assert [each["intention"] for each in answer["revisions"]].count("Say it twice") == 1


def test_a_tab_that_slept_too_long_loads_the_map_anew_and_keeps_what_waits(visit, server, here):
    page = visit(server, server.guest, EDITOR)
    page.locator(here).wait_for()
    page.context.set_offline(True)
    write_card(page, "typed before the long sleep", here)
    page.get_by_role("button", name="Offline").first.wait_for()
    # The server starts again, so that the stream ends; then come more revisions than it tells one by one.
    server.kill()
    server.start()
    before, sequence = revision(server), 0
    for _ in range(42):
        batches = []
        for _ in range(50):
            sequence += 1
            batches.append({
                "sequence": sequence, "intention": "Count", "edits": [set_of("map", MAP, "purpose.why", f"{sequence}")]})
        server.ask("POST", "/api/edits", {"client": "busy", "batches": batches}, server.owner)
    assert revision(server) == before + sequence
    with page.expect_request(f"**/api/maps/{MAP}", timeout=30_000):
        page.context.set_offline(False)
    saved(page)
    assert texts(server, server.owner).count("typed before the long sleep") == 1
    page.locator(".card", has_text="typed before the long sleep").wait_for()
    # What others did meanwhile is there as well.
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="Why the map is made").wait_for()
    assert page.get_by_role("textbox", name="Why the map is made").input_value() == str(sequence)


def test_a_paste_of_more_than_two_megabytes_is_refused(visit, server, here):
    page = visit(server, server.owner, EDITOR)
    page.locator(here).click()
    before = revision(server)
    paste(page, "word\t" * 450_000)
    page.get_by_role("alert").get_by_text("This is more than 2 MB: nothing was pasted.").wait_for()
    saved(page)
    assert revision(server) == before


def test_a_paste_of_too_many_cards_is_refused(visit, server, here):
    page = visit(server, server.owner, EDITOR)
    page.locator(here).click()
    before = revision(server)
    paste(page, "\n".join(f"card {number}" for number in range(2_001)))
    page.get_by_role("alert").get_by_text("a paste may have 2,000: nothing was pasted").wait_for()
    saved(page)
    assert revision(server) == before


def test_a_drawing_with_scripts_is_refused_and_a_picture_shows(visit, server, here):
    page = visit(server, server.owner, EDITOR)
    page.locator(here).click()
    page.locator(".add-parts").get_by_role("button", name="Picture").click()
    chooser = page.locator("input[type=file]")
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for name, kind in [("drawing.svg", "image/svg+xml"), ("drawing.png", "image/png")]:
        chooser.set_input_files({"name": name, "mimeType": kind, "buffer": drawing})
        page.get_by_role("alert").get_by_text("SVG drawings can carry scripts").wait_for()
    chooser.set_input_files({"name": "notes.png", "mimeType": "image/png", "buffer": b"just words"})
    page.get_by_role("alert").get_by_text("This is not a picture").wait_for()
    chooser.set_input_files({"name": "square.png", "mimeType": "image/png", "buffer": png()})
    picture = page.locator(f"{here} img")
    picture.wait_for()
    wait_for(lambda: picture.evaluate("one => one.complete && one.naturalWidth") == 8)
    saved(page)
    card = cards(server, server.owner)[here.removeprefix("#card-")]
    assert card["picture"] in picture.get_attribute("src")
    # The server looks at the bytes itself.
    status = page.evaluate(
        """async text => (await fetch('/api/files', {
          method: 'PUT', headers: {'X-Waymark': '1', 'Content-Type': 'image/png'}, body: text})).status""",
        drawing.decode())
    assert status == 415


def test_a_link_that_was_taken_back_is_told_kindly(visit, server):
    _, share = server.ask(
        "POST", f"/api/maps/{MAP}/shares", {"days": 1, "lanes": None, "showsNumbers": False}, server.owner)
    stranger = visit(server, None, share["link"])
    stranger.locator(".map-frame svg").wait_for()
    server.ask("DELETE", f"/api/shares/{share['id']}", state=server.owner)
    for link in [share["link"], "/share/" + "a" * 43, "/share/nothing"]:
        answer = stranger.goto(link)
        assert answer.status == 410
        stranger.get_by_role("heading", name="This link is closed").wait_for()
        assert "Ask whoever sent it to you" in stranger.locator("main, body").first.inner_text()


def test_who_signs_out_in_one_tab_loses_no_words_in_the_other(visit, server, here):
    state = server.account(server.owner, "editor", "Iryna", "iryna@example.org")
    editor = visit(server, state, EDITOR)
    editor.locator(here).wait_for()
    account = editor.context.new_page()
    account.goto("/account")
    account.get_by_role("button", name="Sign out").click()
    account.wait_for_url("**/sign-in**")
    write_card(editor, "typed after the session", here)
    banner = editor.get_by_role("alert").filter(has_text="You are signed out")
    banner.wait_for()
    assert "typed after the session" not in texts(server, server.owner)
    banner.get_by_role("link", name="Sign in").click()
    editor.wait_for_url("**/sign-in**")
    editor.get_by_role("textbox", name="E-mail address").fill("iryna@example.org")
    editor.get_by_role("textbox", name="Password").fill(PASSWORD)
    editor.keyboard.press("Enter")
    editor.wait_for_url(f"**{EDITOR}")
    editor.get_by_text("typed after the session").wait_for()
    saved(editor)
    assert texts(server, server.owner).count("typed after the session") == 1


MARKUP = "</script><img src=x onerror=\"window.harmed=true\"> {} & <b>co</b>"


def test_stored_markup_is_words_everywhere(visit, server, here):
    said = {what: MARKUP.format(what) for what in ["card", "map", "person", "view", "stage", "lane", "touchpoint"]}
    card = here.removeprefix("#card-")
    state = server.account(server.owner, "editor", said["person"][:100], "markup@example.org")
    stage = next(each["id"] for each in objects(server, state) if each["kind"] == "stage" and each["map"] == MAP)
    touchpoint = next(each["touchpoint"] for each in cards(server, state).values() if each.get("touchpoint"))
    change(
        server, state, "markup", 1, set_of("card", card, "text", said["card"]), set_of("map", MAP, "name", said["map"]),
        set_of("stage", stage, "name", said["stage"]),
        set_of("lane", cards(server, state)[card]["lane"], "name", said["lane"]),
        set_of("touchpoint", touchpoint, "name", said["touchpoint"], None))
    server.ask(
        "POST", f"/api/maps/{MAP}/views", {"name": said["view"][:100], "isShared": True, "settings": {}}, state)
    _, share = server.ask(
        "POST", f"/api/maps/{MAP}/shares",
        {"days": 1, "lanes": None, "showsNumbers": True, "label": "markup"}, state)

    def words_only(page):
        assert page.evaluate("window.harmed === undefined")
        assert page.locator("[onerror], img[src=x]").count() == 0
        assert page.locator("b", has_text="co").count() == 0

    editor = visit(server, state, EDITOR)
    editor.locator(here).get_by_text("onerror").wait_for()
    assert said["map"] in editor.locator(".map-name").inner_text()
    editor.get_by_role("button", name="View", exact=True).click()
    editor.locator(".view-popover").get_by_text("onerror").first.wait_for()
    words_only(editor)
    editor.keyboard.press("Escape")
    editor.keyboard.press("Alt+4")
    editor.locator("[data-panel=history]").get_by_text("onerror").first.wait_for()
    words_only(editor)
    other = visit(server, server.owner, EDITOR)
    other.locator(".presence button").first.wait_for()
    words_only(other)

    for path in ["/", f"/maps/{MAP}", f"/maps/{MAP}?view=table", f"/maps/{MAP}/cards/{card}", f"/maps/{MAP}/stages/{stage}",
                 f"/maps/{MAP}/touchpoints/{touchpoint}", "/library", "/people", share["link"]]:
        other.goto(path)
        other.get_by_text("onerror").first.wait_for(state="attached")
        words_only(other)

    drawing = visit(server, None, share["link"])
    drawing.get_by_text("onerror").first.wait_for(state="attached")
    words_only(drawing)
    svg = other.request.get(f"/maps/{MAP}/map.svg").text()
    assert "onerror" in svg and "<img" not in svg and "<script" not in svg and "</script" not in svg
