"""The map's canvas as a person uses it: typing, keys, dragging, the clipboard. Runs on the editor without a server."""

import functools
import http.server
import pathlib
import subprocess
import threading

import pytest

HARNESS = pathlib.Path(__file__).parents[2] / "Web/tests/harness/build"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def harness(tmp_path_factory):
    folder = tmp_path_factory.mktemp("harness")
    subprocess.run([HARNESS, folder], check=True)
    handler = functools.partial(Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()


@pytest.fixture
def page(browser, harness):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.address = harness
    page.goto(harness)
    page.wait_for_selector(".card")
    yield page
    assert problems == []
    context.close()


def card_texts(page, lane, step):
    return page.evaluate(
        """([lane, step]) => memory.list('card').filter(c => c.values.lane === lane && c.values.step === step)
           .map(c => c.values.text)""",
        [lane, step],
    )


def cursor(page):
    return page.evaluate("editor.view.state.cursor")


def middle(page, selector):
    box = page.locator(selector).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, start, end, steps=8):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + 8, start[1] + 8, steps=2)
    page.mouse.move(*end, steps=steps)
    page.wait_for_timeout(40)
    page.mouse.up()


def test_typing_into_a_cell_makes_cards_and_tab_goes_on(page):
    page.locator("#card-act-see-ad").click()
    page.keyboard.type("Writes to a friend")
    page.keyboard.press("Enter")
    page.keyboard.type("Waits")
    page.keyboard.press("Tab")
    assert card_texts(page, "actions", "awareness")[1:3] == ["Writes to a friend", "Waits"]
    assert cursor(page)["step"] == "consideration"
    page.keyboard.type("Types at once")
    page.keyboard.press("Escape")
    assert "Types at once" in card_texts(page, "actions", "consideration")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "grid"


def test_undo_takes_back_one_intention_and_redo_does_it_again(page):
    page.locator("#card-act-see-ad").click()
    before = card_texts(page, "actions", "awareness")
    page.keyboard.press("Delete")
    assert len(card_texts(page, "actions", "awareness")) == len(before) - 1
    page.keyboard.press("Control+z")
    assert card_texts(page, "actions", "awareness") == before
    page.keyboard.press("Control+y")
    assert len(card_texts(page, "actions", "awareness")) == len(before) - 1


def test_words_typed_are_kept_when_another_cell_is_pressed(page):
    page.locator("#card-act-see-ad").dblclick()
    page.keyboard.press("End")
    page.keyboard.type(", twice")
    page.locator("#card-act-see-ad ~ textarea, textarea.card-field").first.wait_for()
    x, y = middle(page, "[data-lane='questions']")
    page.mouse.click(x + 400, y + 30)
    assert card_texts(page, "actions", "awareness")[0].endswith(", twice")
    assert page.locator("textarea.card-field").count() == 0


def test_shift_and_arrows_move_a_card(page):
    page.locator("#card-act-see-ad").click()
    page.keyboard.press("Shift+ArrowRight")
    assert card_texts(page, "actions", "consideration")[0].startswith("Sees a kitchen")
    page.keyboard.press("Shift+ArrowDown")
    assert card_texts(page, "actions", "consideration")[1].startswith("Sees a kitchen")
    assert cursor(page)["card"] == "act-see-ad"


def test_cards_are_dragged_into_another_cell_and_escape_cancels(page):
    start = middle(page, "#card-act-see-ad")
    end = (start[0] + 500, start[1] + 10)
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=8)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert any(text.startswith("Sees a kitchen") for text in card_texts(page, "actions", "awareness"))
    drag(page, start, end)
    assert any(text.startswith("Sees a kitchen") for text in card_texts(page, "actions", "decision"))


def test_lanes_and_stages_are_dragged(page):
    x, y = middle(page, "#lane-questions")
    drag(page, (x, y), (x, y - 300))
    lanes = page.evaluate("memory.list('lane').map(lane => lane.ref.id)")
    assert lanes.index("questions") < lanes.index("actions")
    x, y = middle(page, "#stage-awareness")
    drag(page, (x, y), (x + 380, y))
    stages = page.evaluate("memory.list('stage').map(stage => stage.ref.id)")
    assert stages[:2] == ["consideration", "awareness"]


def test_a_table_from_a_spreadsheet_fills_cells(page):
    page.locator("#card-act-see-ad").click()
    page.keyboard.press("Escape")
    page.evaluate("editor.view.go({at: 'cell', lane: 'actions', step: 'consideration', card: null}); editor.view.focusCanvas()")
    page.evaluate(
        """() => { const data = new DataTransfer(); data.setData('text/plain', 'one\\t"two\\nthree"\\n\\tfour');
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})) }"""
    )
    assert "one" in card_texts(page, "actions", "consideration")
    assert card_texts(page, "actions", "decision")[-2:] == ["two", "three"]
    assert "four" in card_texts(page, "questions", "decision")
    page.keyboard.press("Control+z")
    assert "one" not in card_texts(page, "actions", "consideration")


def test_too_large_a_paste_changes_nothing(page):
    page.locator("#card-act-see-ad").click()
    before = page.evaluate("memory.revision")
    page.evaluate(
        """() => { const data = new DataTransfer(); data.setData('text/plain', 'word\\n'.repeat(2500));
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})) }"""
    )
    page.get_by_text("nothing was pasted").first.wait_for()
    assert page.evaluate("memory.revision") == before


def test_a_feeling_is_raised_by_key_and_by_dragging(page):
    page.evaluate("editor.view.reveal({at: 'lane', lane: memory.list('lane').find(l => l.values.role === 'emotion').ref.id})")
    point = page.locator("[data-feeling]").first
    point.wait_for()
    card = point.get_attribute("data-card")
    score = lambda: page.evaluate("id => memory.get({kind: 'card', id, map: memory.map}).values.emotion.score", card)
    before = score()
    point.locator(".feeling-dot").click()
    page.keyboard.press("Shift+ArrowDown")
    assert score() == before - 0.5
    box = point.locator(".feeling-dot").bounding_box()
    x, y = box["x"] + 12, box["y"] + 12
    drag(page, (x, y), (x, y - 60))
    assert score() > before


def test_a_whole_map_is_made_with_the_keyboard_alone(page):
    page.goto(page.address + "?map=empty")
    page.get_by_label("Stages").fill("Need\nSearch\nBuy")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("memory.list('stage').map(stage => stage.values.name)") == ["Need", "Search", "Buy"]
    page.get_by_role("button", name="Add lane").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Actions", exact=True).wait_for()
    page.wait_for_timeout(80)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("memory.list('lane').map(lane => lane.values.role)") == ["action"]
    page.keyboard.press("ArrowRight")
    page.keyboard.type("Asks around")
    page.keyboard.press("Escape")
    assert page.evaluate("memory.list('card').map(card => card.values.text)") == ["Asks around"]


def test_readers_move_but_change_nothing(page):
    page.goto(page.address + "?role=view")
    page.locator("#card-act-see-ad").click()
    before = page.evaluate("memory.revision")
    page.keyboard.press("ArrowDown")
    assert cursor(page)["card"] != "act-see-ad"
    page.keyboard.type("x")
    page.keyboard.press("Delete")
    page.keyboard.press("Shift+ArrowRight")
    start = middle(page, "#card-act-see-ad")
    drag(page, start, (start[0] + 500, start[1]))
    assert page.evaluate("memory.revision") == before


def test_the_page_holds_few_nodes_however_large_the_map(page):
    page.goto(page.address + "?map=big")
    page.wait_for_selector(".card")
    for zoom in (1, 0.5, 0.25, 2):
        page.evaluate("zoom => editor.view.setZoom(zoom)", zoom)
        page.wait_for_timeout(150)
        assert page.evaluate("document.querySelectorAll('*').length") <= 3000


def test_axe_finds_nothing(page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    for address in (page.address, page.address + "?map=empty", page.address + "?theme=dark"):
        page.goto(address)
        page.wait_for_timeout(400)
        found = axe.Axe().run(page, options={"rules": {"region": {"enabled": False}}})
        assert [
            (violation["id"], [node["html"][:120] for node in violation["nodes"]][:3])
            for violation in found.response["violations"]
        ] == []
