"""The map in a real browser: zoom, switches, and what stands behind a stage, touchpoint or card."""

from conftest import PHONE

MAP = "/maps/first-order"


def width(page):
    return page.locator(".map-frame svg").first.evaluate("picture => picture.getBoundingClientRect().width")


def click(page, kind, name):
    """Clicks the words of a stage, touchpoint or card in the picture."""
    page.locator(f"svg [data-{kind}={name}] text").first.click()


def test_zoom_buttons_change_the_size_of_the_picture(opened):
    page = opened(MAP)
    shown = page.locator("[data-zoom-label]")
    fitted = width(page)
    page.get_by_role("button", name="Zoom in").click()
    assert abs(width(page) / fitted - 1.25) < 0.01
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Zoom out").click()
    assert abs(width(page) / fitted - 0.8) < 0.01
    label = shown.inner_text()
    page.get_by_role("button", name="Fit to the window").click()
    assert abs(width(page) - fitted) < 1
    assert shown.inner_text() != label


def test_overlays_can_be_hidden_and_stay_hidden(opened):
    page = opened(MAP)
    page.get_by_text("Show", exact=True).click()
    for name in ["numbers", "flows", "evidence", "emotions"]:
        groups = page.locator(f"svg [data-overlay={name}]")
        assert groups.count() > 0, name
        box = page.locator(f"input[data-toggle-overlay][value={name}]")
        box.uncheck()
        assert page.locator(f"svg [data-overlay={name}]:not(.is-hidden)").count() == 0
    page.reload()
    page.locator("svg [data-overlay=flows].is-hidden").first.wait_for(state="attached")
    page.get_by_text("Show", exact=True).click()
    for name in ["numbers", "flows", "evidence", "emotions"]:
        box = page.locator(f"input[data-toggle-overlay][value={name}]")
        assert not box.is_checked()
        box.check()
        assert page.locator(f"svg [data-overlay={name}].is-hidden").count() == 0


def test_lanes_can_be_faded_and_stay_so_after_a_reload(opened):
    page = opened(MAP)
    page.get_by_text("Lanes", exact=True).click()
    box = page.locator("input[data-toggle-lane][value=questions]")
    box.uncheck()
    lane = page.locator("svg [data-lane=questions]")
    assert lane.count() > 1
    assert page.locator("svg [data-lane=questions]:not(.is-faded)").count() == 0
    page.reload()
    page.locator("svg [data-lane=questions].is-faded").first.wait_for(state="attached")
    page.get_by_text("Lanes", exact=True).click()
    assert not box.is_checked()
    box.check()
    assert page.locator("svg .is-faded").count() == 0


def test_a_click_shows_what_stands_behind_a_stage_touchpoint_and_card(opened):
    page = opened(MAP)
    panel = page.get_by_role("dialog")
    for kind, name, title in [
        ("stage", "purchase", "Purchase"),
        ("card", "b-payment-error", "The payment fails"),
        ("touchpoint", "payment-form", "Payment form"),
    ]:
        click(page, kind, name)
        panel.get_by_role("heading", level=1).filter(has_text=title).wait_for()
        assert page.url.endswith(MAP)
    panel.get_by_role("button", name="Close").click()
    panel.wait_for(state="hidden")
    assert page.locator(".is-chosen").count() == 0


def test_the_keyboard_opens_and_closes_the_details_and_keeps_its_place(opened):
    page = opened(MAP)
    stage = page.locator("svg [data-stage=decision][tabindex]").first
    # Tab reaches the stage: nothing on the way keeps the focus.
    reached = False
    for _ in range(60):
        page.keyboard.press("Tab")
        if stage.evaluate("group => group === document.activeElement"):
            reached = True
            break
    assert reached
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    panel.get_by_role("heading", name="Decision").wait_for()
    assert panel.get_by_role("button", name="Close").evaluate("each => each === document.activeElement")
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    assert stage.evaluate("group => group === document.activeElement")
    page.keyboard.press("Space")
    panel.get_by_role("heading", name="Decision").wait_for()


def test_the_panel_says_numbers_rules_and_evidence(opened):
    page = opened(MAP)
    click(page, "stage", "purchase")
    panel = page.get_by_role("dialog")
    panel.get_by_text("482 of 600 customers").wait_for()
    for words in ["Reach", "Loss", "Median time", "Planned time", "Where customers go from here", "All definitions"]:
        assert panel.get_by_text(words).count() > 0, words
    panel.get_by_role("link", name="Payment form").click()
    page.wait_for_url("**/touchpoints/payment-form")


def test_the_table_has_a_column_for_each_stage(opened):
    page = opened(MAP)
    page.get_by_role("link", name="Table").click()
    page.wait_for_url("**view=table")
    heads = page.locator("table thead th")
    assert heads.count() == 6
    assert page.locator("table tbody tr").count() >= 8


def test_downloads_are_files(opened):
    page = opened(MAP)
    page.get_by_text("Download").click()
    for name, ending in [("SVG", ".svg"), ("PDF, one", ".pdf"), ("PNG", ".png")]:
        with page.expect_download() as waited:
            page.get_by_role("link", name=name).first.click()
        assert waited.value.suggested_filename == f"first-order{ending}"


def test_a_phone_reads_the_map_stage_by_stage(opened):
    page = opened(MAP, PHONE)
    assert page.locator(".stage-list").first.is_visible()
    assert not page.locator(".map-frame").is_visible()
    page.get_by_role("link", name="Payment form").first.click()
    page.wait_for_url("**/t-payment")
    page.go_back()
    page.get_by_role("link", name="Graphic").click()
    page.wait_for_url("**view=graphic")
    assert page.locator(".map-frame svg").is_visible()
    click(page, "stage", "awareness")
    page.get_by_role("dialog").get_by_role("heading", name="Awareness").wait_for()
