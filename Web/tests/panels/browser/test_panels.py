"""The panels as a person uses them, and axe over every state of the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import PHONE, WIDE


def until(page, condition):
    """Waits for a condition; the page's policy forbids the ways that evaluate texts inside it."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(30)
    raise AssertionError(condition)


def choose(page, kind, object_id):
    page.evaluate(
        """([kind, id]) => {
          const item = editor.document.get({ kind, id, map: 'shop' })
          const place = kind === 'card'
            ? { at: 'cell', lane: item.values.lane, step: item.values.step, card: id } : { at: kind, [kind]: id }
          editor.view.go(place)
          editor.view.openPanel('inspector')
        }""",
        [kind, object_id],
    )


def value(page, object_id, name, kind="card"):
    return page.evaluate(
        "([kind, id, name]) => editor.document.get({ kind, id, map: 'shop' }).values[name]",
        [kind, object_id, name],
    )


def panel(page):
    return page.locator("[data-panel]")


def test_a_card_is_retyped_as_one_intention(opened):
    page = opened()
    choose(page, "card", "b2")
    field = panel(page).get_by_label("Text", exact=True)
    field.fill("No photo of the lining or the pockets")
    assert value(page, "b2", "text") == "No photo of the lining"
    field.press("Control+Enter")
    assert value(page, "b2", "text") == "No photo of the lining or the pockets"
    page.get_by_role("button", name="Undo").first.click()
    assert value(page, "b2", "text") == "No photo of the lining"


def test_what_is_typed_is_kept_when_another_card_is_chosen(opened):
    page = opened()
    choose(page, "card", "b2")
    panel(page).get_by_label("Text", exact=True).fill("Typed and left")
    choose(page, "card", "b1")
    until(
        page,
        "editor.document.get({ kind: 'card', id: 'b2', map: 'shop' }).values.text === 'Typed and left'"
    )
    panel(page).get_by_label("Text", exact=True).wait_for()
    assert value(page, "b1", "text") == "Delivery costs appear only at the end"


def test_escape_takes_back_what_was_typed_and_then_leaves_the_panel(opened):
    page = opened()
    choose(page, "card", "b2")
    field = panel(page).get_by_label("Text", exact=True)
    field.fill("Nonsense")
    field.press("Escape")
    assert field.input_value() == "No photo of the lining"
    field.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "grid"


def test_a_deleted_card_leaves_the_panel_to_the_map(opened):
    page = opened()
    choose(page, "card", "b2")
    panel(page).get_by_role("button", name="More").click()
    page.get_by_role("menuitem", name="Delete").click()
    panel(page).get_by_role("button", name="Product: Winter coat").wait_for()
    assert page.evaluate("editor.document.get({ kind: 'card', id: 'b2', map: 'shop' }).deleted")


def test_somebody_else_deletes_what_is_open(opened):
    page = opened()
    choose(page, "card", "b2")
    panel(page).get_by_label("Text", exact=True).wait_for()
    page.evaluate(
        "editor.document.commit('gone', [{ type: 'tombstone', object: { kind: 'card', id: 'b2', map: 'shop' } }])"
    )
    panel(page).get_by_role("button", name="Product: Winter coat").wait_for()


def test_f6_goes_between_the_map_and_the_panel(opened):
    page = opened()
    choose(page, "card", "b2")
    page.locator("[role=grid]").focus()
    page.keyboard.press("F6")
    until(page, "document.activeElement.closest('[data-panel]') !== null")
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "grid"


def test_a_barrier_gets_a_solution_from_the_findings_and_the_finding_goes(opened):
    page = opened()
    page.locator(".editor-bar [data-tour=findings]").click()
    row = panel(page).locator(".finding-row").filter(has_text="No photo of the lining")
    row.get_by_role("button", name="Add a solution").click()
    row.wait_for(state="detached")
    links = page.evaluate(
        "editor.document.list('card').filter(card => card.values.links?.includes('b2')).map(card => card.values.lane)"
    )
    assert links == ["solutions"]


def test_a_finding_leads_to_its_field(opened):
    page = opened()
    page.locator(".editor-bar [data-tour=findings]").click()
    row = panel(page).locator(".finding-row").filter(has_text="Recommend")
    row.get_by_role("button", name="Go to the field").click()
    until(page, "document.activeElement?.dataset.field === 'goal'")


def test_evidence_is_stored_whole_or_not_at_all(opened):
    page = opened()
    choose(page, "card", "b1")
    panel(page).get_by_role("button", name="Add evidence").click()
    panel(page).get_by_label("Kind").select_option("survey")
    panel(page).get_by_label("Source").fill("Spring survey")
    panel(page).get_by_role("button", name="Add a number").click()
    panel(page).get_by_label("Value").fill("29")
    panel(page).get_by_role("button", name="Save").click()
    assert panel(page).get_by_text("Write how many were asked").is_visible()
    panel(page).get_by_label("Sample (n)").fill("210")
    panel(page).get_by_role("button", name="Save").click()
    reading = page.evaluate(
        "editor.document.list('evidence').find(item => item.values.source === 'Spring survey').values.reading"
    )
    assert reading["value"] == 0.29 and reading["n"] == 210
    assert 0.23 < reading["low"] < 0.29 < reading["high"] < 0.36


def test_a_touchpoint_is_made_in_place(opened):
    page = opened()
    choose(page, "card", "t4")
    panel(page).get_by_role("button", name="Touchpoint: Checkout").click()
    page.keyboard.type("Fitting app")
    page.keyboard.press("Enter")
    panel(page).get_by_role("button", name="third party").click()
    panel(page).get_by_role("button", name="Create and use").click()
    made = page.evaluate(
        "editor.document.list('touchpoint').find(item => item.values.name === 'Fitting app')"
    )
    assert made["values"]["ownership"] == "third-party"
    assert made["values"]["influence"] == "indirectly"
    assert value(page, "t4", "touchpoint") == made["ref"]["id"]


def test_an_svg_is_refused_with_a_reason(opened):
    page = opened()
    choose(page, "card", "b2")
    panel(page).get_by_role("button", name="Picture", exact=True).click()
    page.locator("[data-panel] input[type=file]").set_input_files(
        {"name": "a.png", "mimeType": "image/png", "buffer": b"<svg onload='x()'></svg>"}
    )
    assert panel(page).get_by_text("SVG drawings can carry scripts").is_visible()
    assert value(page, "b2", "picture") is None


def test_the_palette_finds_commands_and_cards_by_keyboard_alone(opened):
    page = opened()
    page.keyboard.press("Control+k")
    page.keyboard.type("delivery costs app")
    page.get_by_role("option", name="Delivery costs appear only at the end").wait_for()
    page.keyboard.press("Enter")
    until(page, "editor.view.state.selection.has('b1')")
    page.keyboard.press("Control+k")
    page.keyboard.type("keys")
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Keyboard shortcuts").wait_for()


def test_a_view_is_saved_and_applied(opened):
    page = opened()
    page.locator(".bar-tools .bar-view").click()
    page.get_by_role("checkbox", name="Customer goals").uncheck()
    page.get_by_role("button", name="Save this view").click()
    page.get_by_label("Name of the view").fill("Without goals")
    page.keyboard.press("Enter")
    saved = page.get_by_role("button", name="Without goals", exact=True)
    saved.wait_for()
    page.get_by_role("button", name="Show all lanes").click()
    assert page.evaluate("editor.view.state.laneFilter") is None
    saved.click()
    assert "goals" not in page.evaluate("[...editor.view.state.laneFilter]")


def test_a_lane_is_added_with_its_meaning(opened):
    page = opened()
    page.evaluate("editor.view.openDialog('lanes')")
    page.keyboard.type("compet")
    page.get_by_role("button", name="What rivals do at this moment.").click()
    names = page.evaluate("editor.document.list('lane').map(lane => lane.values.role)")
    assert names.count("competitor") == 2


def test_the_map_is_renamed_where_its_name_stands(opened):
    page = opened()
    page.get_by_role("button", name="Buying a winter coat online", exact=True).click()
    page.get_by_label("Name of the map").fill("Coats")
    page.keyboard.press("Enter")
    assert page.evaluate("editor.document.get({ kind: 'map', id: 'shop' }).values.name") == "Coats"


def test_offline_is_told_and_nothing_is_lost(opened):
    page = opened()
    page.evaluate("simulated.goOnline(false)")
    page.get_by_text("You are offline.").first.wait_for()
    choose(page, "card", "b2")
    panel(page).get_by_role("button", name="High").click()
    page.get_by_role("button", name="Saving: Offline, 1 waiting").wait_for()
    page.evaluate("simulated.goOnline(true)")
    page.get_by_role("button", name="Saving: Saved").wait_for()
    assert value(page, "b2", "severity") == "high"


def test_a_signed_out_person_is_asked_to_sign_in(opened):
    page = opened()
    page.evaluate("simulated.refuseWith(401, 'signed-out')")
    choose(page, "card", "b2")
    panel(page).get_by_role("button", name="High").click()
    link = page.get_by_role("link", name="Sign in")
    link.wait_for()
    assert link.get_attribute("href").startswith("/sign-in?next=")


def test_the_first_persona_is_made_beside_an_empty_map(opened):
    page = opened("?empty")
    page.locator(".editor-bar [data-tour=personas]").click()
    panel(page).get_by_role("button", name="New persona").click()
    panel(page).get_by_label("Name").fill("Olena")
    panel(page).get_by_label("Motives").fill("No time\nHonest photos")
    panel(page).get_by_role("button", name="Create", exact=True).click()
    panel(page).get_by_role("heading", name="Olena").wait_for()
    assert panel(page).get_by_text("Honest photos").is_visible()


def test_the_tour_is_seen_once(opened):
    page = opened("?tour")
    card = page.locator(".tour-card")
    card.wait_for()
    for _ in range(4):
        card.get_by_role("button", name="Next").click()
    card.get_by_role("button", name="Start mapping").click()
    card.wait_for(state="detached")
    assert page.evaluate(
        "editor.view.state.dialog === null"
    ), "nothing stays in front of the map"


def test_a_reader_cannot_change_anything(opened):
    page = opened("?reading")
    choose(page, "card", "s1")
    enabled = page.locator(
        "[data-panel] :is(input, textarea, select):not(:disabled):not([hidden])"
    )
    assert enabled.count() == 0
    assert page.get_by_role("button", name="Share").count() == 0


STATES = {
    "map": lambda page: None,
    "barrier": lambda page: choose(page, "card", "b1"),
    "touchpoint": lambda page: choose(page, "card", "t4"),
    "stage": lambda page: choose(page, "stage", "buy"),
    "lane": lambda page: choose(page, "lane", "barriers"),
    "flow": lambda page: choose(page, "flow", "fl1"),
    "several": lambda page: (
        page.evaluate("editor.view.select(['b1', 'b2'])"),
        page.evaluate("editor.view.openPanel('inspector')"),
    ),
    "findings": lambda page: page.evaluate("editor.view.openPanel('findings')"),
    "personas": lambda page: page.evaluate("editor.view.openPanel('personas')"),
    "history": lambda page: page.evaluate("editor.view.openPanel('history')"),
    "palette": lambda page: page.evaluate("editor.view.openDialog('palette')"),
    "keys": lambda page: page.evaluate("editor.view.openDialog('keys')"),
    "lanes": lambda page: page.evaluate("editor.view.openDialog('lanes')"),
    "tour": lambda page: page.evaluate("editor.view.openDialog('tour')"),
    "offline": lambda page: page.evaluate("simulated.goOnline(false)"),
    "evidence": lambda page: (
        choose(page, "card", "b1"),
        panel(page).get_by_role("button", name="Add evidence").click(),
    ),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing(opened, window, theme):
    found = {}
    for name, act in STATES.items():
        page = opened(window=window, theme=theme)
        act(page)
        page.wait_for_timeout(250)
        # The canvas has tests of its own.
        response = Axe().run(page, context={"exclude": [[".canvas"], [".reader"]]}).response
        for violation in response["violations"]:
            for node in violation["nodes"]:
                found.setdefault((violation["id"], node["html"][:200]), []).append(name)
        page.context.close()
    assert not found, "\n".join(f"{rule} {html} in {names}" for (rule, html), names in found.items())


@pytest.mark.parametrize("state", STATES)
def test_a_phone_never_scrolls_sideways(opened, state):
    page = opened(window=PHONE)
    STATES[state](page)
    page.wait_for_timeout(150)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
