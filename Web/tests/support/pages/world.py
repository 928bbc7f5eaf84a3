"""The made-up workspace behind `fake_server.py`."""
import json
import re
import time
from pathlib import Path

from templates import TEMPLATES


def micros(days=0.0):
    return int((time.time() + days * 86_400) * 1_000_000)


def palette(root: Path) -> str:
    """The palette's stylesheet, read from the drawings' own colours."""
    style = root / "Sources/JourneyDrawing/Style"
    text = (style / "Palette.swift").read_text()
    light, dark = {}, {}
    for name, one, two in re.findall(r'paint\(\s*"([\w-]+)", 0x(\w+), 0x(\w+)', text):
        light[name], dark[name] = one, two
    for name, a1, a2, t1, t2 in re.findall(r'Hue\("(\w+)", accent: \(0x(\w+), 0x(\w+)\), tint: \(0x(\w+), 0x(\w+)\)', text):
        light |= {name: a1, f"{name}-tint": t1}
        dark |= {name: a2, f"{name}-tint": t2}

    def block(colours):
        return "".join(f"--wm-{name}:#{value};" for name, value in colours.items())
    night = f"color-scheme:dark;{block(dark)}"
    return (f":root{{color-scheme:light;{block(light)}}}"
            f"@media(prefers-color-scheme:dark){{:root:not([data-theme=\"light\"]){{{night}}}}}"
            f":root[data-theme=\"dark\"]{{{night}}}")


def shell(name, place, is_door=False, attributes=""):
    sheets = "".join(f'<link rel="stylesheet" href="/assets/{each}.css">' for each in ("palette", "app", "design", "pages"))
    head = "" if is_door else (
        '<header class="top"><a class="brand" href="/">Waymark</a><nav aria-label="Pages"><a href="/">Maps</a>'
        '<a href="/journeys/funnel">Journeys</a><a href="/library">Library</a><a href="/people">People</a></nav>'
        '<span class="workspace-name">Pram shop</span></header>')
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, '
            f'initial-scale=1"><title>{name}</title>{sheets}<script type="module" src="/assets/pages.js"></script></head>'
            f'<body class="{"door" if is_door else ""}">{head}<main id="content">{place}</main></body></html>')


def page(name, is_door=False):
    return shell(name, f'<div id="page" data-page="{name}"></div>', is_door)


PAGES = {name: page(name, True) for name in ("setup", "sign-in", "invitation", "reset")} | {
    name: page(name) for name in ("new", "library", "people", "account")} | {
    "home": shell("Home", '<div class="page-head"><div><h1>Pram shop</h1><p>Maps and what is known.</p></div></div>'
                  '<div id="home-actions"></div><section><h2>Maps</h2></section>')}

CHANNELS = ["Search", "Website", "Social networks", "Phone", "Shop or office", "Word of mouth", "Independent sites", "E-mail"]
DEPARTMENTS = ["Marketing", "Sales", "Customer service", "Logistics"]
TOUCHPOINTS = [
    ("Product page", 1, "own", "online", "yes", [0]), ("Product pages", 1, "own", "online", "yes", []),
    ("Forum for parents", 6, "third-party", "online", "indirectly", []), ("Review site", 6, "third-party", "online", "indirectly", []),
    ("Advertisement in search", 0, "paid", "online", "yes", [0]), ("Friend in the park", 5, "third-party", "offline", "no", []),
    ("Phone line", 3, "own", "offline", "yes", [1, 2]), ("Order confirmation", 7, "own", "online", "yes", [2]),
    ("Courier", None, "own", "offline", "yes", [3]), ("Short video", 2, "paid", "online", "yes", [0]),
]


class World:
    def __init__(self, role, is_empty, delay):
        self.role, self.delay, self.signed_out = role, delay, False
        self.revision, self.objects, self.settings, self.listeners = 1, {}, {}, []
        self.done, self.shares, self.open_invitations = {}, [], []
        self.people = [
            {"id": "p1", "name": "Olena Koval", "email": "olena@example.com", "role": role, "isActive": True}]
        self.devices = [
            {"id": "d1", "device": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120 Safari/537.36", "createdAt": micros(-9),
             "lastSeenAt": micros(), "isCurrent": True}]
        self.put("workspace", "workspace", name="Pram shop")
        if is_empty:
            return
        self.people += [
            {"id": "p2", "name": "Marek Nowak", "email": "marek@example.com", "role": "editor" if role == "owner" else "owner", "isActive": True},
            {"id": "p3", "name": "Iryna Bondar", "email": "iryna@example.com", "role": "viewer", "isActive": True},
            {"id": "p4", "name": "Tom Weber", "email": "tom@example.com", "role": "commenter", "isActive": False}]
        self.open_invitations = [
            {"id": "i1", "role": "editor", "note": "Ania, logistics", "createdBy": "p1", "createdAt": micros(-1), "expiresAt": micros(6)}]
        self.devices.append(
            {"id": "d2", "device": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Mobile Safari/604.1",
             "createdAt": micros(-40), "lastSeenAt": micros(-0.2), "isCurrent": False})
        self.shares = [{"id": "s1", "label": "For the agency", "lanes": None, "showsNumbers": True, "createdBy": "p1",
                        "createdAt": micros(-3), "expiresAt": micros(27), "lastUsedAt": micros(-0.1)}]
        self.fill()

    def fill(self):
        for number, name in enumerate(CHANNELS):
            self.put("channel", f"c{number}", order=f"{number:02}", name=name)
        for number, name in enumerate(DEPARTMENTS):
            self.put("department", f"e{number}", order=f"{number:02}", name=name)
        for number, name in enumerate(["Prams online", "Car seats"]):
            self.put("product", f"pr{number}", order=f"{number:02}", name=name)
        for number, name in enumerate(["Expecting their first child", "Grandparents"]):
            self.put("audience", f"au{number}", order=f"{number:02}", name=name, rules=[])
        for number, (name, channel, owner, setting, influence, departments) in enumerate(TOUCHPOINTS):
            self.put("touchpoint", f"t{number}", order=f"{number:02}", name=name, channel=None if channel is None else f"c{channel}",
                     ownership=owner, setting=setting, influence=influence, departments=[f"e{each}" for each in departments], note="")
        self.put("persona", "anna", order="0", name="Anna, 29", kind="customer", audience="au0")
        self.put("binding", "b0", order="0", activity="view_item", channel=None, touchpoint="t0")
        for number, name in enumerate(["Prams online: expecting their first child", "Blueprint: the delivery"]):
            map_id = f"m{number}"
            self.put("map", map_id, order=f"{number:02}", name=name, product="pr0", audience="au0", personas=["anna"],
                     kind="customer-journey", state="current")
            for place, stage in enumerate(["Need", "Research", "Purchase", "Use"]):
                self.put("stage", f"s{place}", map_id, order=f"{place:02}", name=stage)
            self.put("lane", "l0", map_id, order="0", role="touchpoint", name="Touchpoints")
            for place in range(6 if number == 0 else 2):
                self.put("card", f"k{place}", map_id, order=f"{place:02}", lane="l0", step=f"s{place % 4}", text="",
                         touchpoint=f"t{(place * (number + 1)) % 8}", links=[])

    def put(self, kind, identity, owner=None, /, **values):
        self.objects[(owner, kind, identity)] = {
            "kind": kind, "id": identity, **({"map": owner} if owner else {}), "deleted": False, "properties": values}

    def routes(self, method):
        here = {
            "GET": [
                ("/api/session", self.session), ("/api/sessions", lambda _, **k: (200, self.devices)),
                ("/api/people", lambda _, **k: (200, self.people)), ("/api/templates", lambda _, **k: (200, TEMPLATES)),
                ("/api/invitations", lambda _, **k: (200, self.open_invitations)),
                ("/api/workspace", lambda _, **k: (200, self.snapshot(None))),
                (r"/api/maps/([\w-]+)", lambda _, m, **k: (200, self.snapshot(m))),
                (r"/api/maps/([\w-]+)/history", self.history), (r"/api/maps/([\w-]+)/reality", self.reality),
                (r"/api/maps/([\w-]+)/shares", lambda _, m, **k: (200, self.shares)), ("/api/search", self.search)],
            "POST": [
                ("/api/sign-in", self.sign_in), ("/api/setup", self.with_token), ("/api/password/reset", self.with_token),
                ("/api/invitations/accept", self.with_token), ("/api/invitations/look", self.look), ("/api/invitations", self.invite),
                ("/api/password", self.password), ("/api/edits", self.edits), ("/api/presence", lambda _, **k: (200, {})),
                ("/api/maps", self.new_map), (r"/api/maps/([\w-]+)/shares", self.share),
                ("/api/sign-out", lambda _, **k: (200, {}))],
            "PATCH": [("/api/me", self.me), (r"/api/people/(\w+)", self.person)],
            "DELETE": [
                (r"/api/sessions/(\w+)", self.remover("devices")), (r"/api/invitations/(\w+)", self.remover("open_invitations")),
                (r"/api/shares/(\w+)", self.remover("shares"))],
        }
        return here[method]

    def session(self, _, **k):
        person = None if self.signed_out else {**self.people[0], "settings": self.settings}
        return 200, {"person": person, "workspace": {"name": "Pram shop" if person else ""}, "needsSetup": False}

    def sign_in(self, body, **k):
        if body["password"] == "wrong-password":
            return 401, ("wrong-credentials", "the e-mail address or the password is wrong")
        if body["password"] == "too-many-times":
            return 429, ("too-many-attempts", "there were too many attempts")
        self.signed_out = False
        return 200, {"person": self.people[0]}

    def with_token(self, body, **k):
        if body["token"] != "good":
            return 404, ("invalid-link", "the link does not open anything (any more)")
        return 200, {"person": self.people[0]}

    def look(self, body, **k):
        if body["token"] != "good":
            return 404, ("invalid-link", "the link does not open anything (any more)")
        return 200, {"role": "editor", "by": "Olena Koval", "workspace": "Pram shop"}

    def invite(self, body, **k):
        made = {"id": f"i{len(self.open_invitations) + 7}", **body, "createdBy": "p1", "createdAt": micros(), "expiresAt": micros(7)}
        self.open_invitations.append(made)
        return 200, {"id": made["id"], "link": "/invitation#good", "expiresAt": made["expiresAt"]}

    def share(self, body, map_id, **k):
        made = {"id": f"s{len(self.shares) + 7}", **body, "createdBy": "p1", "createdAt": micros(), "expiresAt": micros(body["days"])}
        self.shares.append(made)
        return 200, {"id": made["id"], "link": "/share/abcdefghijklmnopqrstuvwx", "expiresAt": made["expiresAt"]}

    def password(self, body, **k):
        if body["current"] == "wrong-password":
            return 403, ("wrong-password", "the present password is wrong")
        return 200, {}

    def me(self, body, **k):
        self.people[0]["name"] = body.get("name", self.people[0]["name"])
        self.settings = body.get("settings", self.settings)
        return 200, {"person": self.people[0]}

    def person(self, body, identity, **k):
        found = next(each for each in self.people if each["id"] == identity)
        found.update(body)
        return 200, found

    def remover(self, name):
        def remove(_, identity, **k):
            setattr(self, name, [each for each in getattr(self, name) if each["id"] != identity])
            return 200, {}
        return remove

    def snapshot(self, map_id):
        chosen = [each for (owner, _, _), each in self.objects.items() if owner is None or owner == map_id]
        return {"revision": self.revision, "objects": chosen}

    def history(self, _, map_id, **k):
        if map_id != "m0":
            return 200, {"revisions": []}
        return 200, {"revisions": [{
            "number": 1, "at": micros(-0.1), "person": "p1", "author": "Olena Koval", "client": "x", "sequence": 1,
            "intention": "Add the card “Asks in the forum”", "edits": []}]}

    def reality(self, _, map_id, **k):
        rows = [{"label": "Reach", "value": "61 %", "n": 420, "definition": "reach"}] if map_id == "m0" else []
        return 200, {"revision": self.revision, "stages": {"s0": rows}, "touchpoints": {}, "cards": {}, "evidenced": {"with": 2, "of": 6}}

    def search(self, _, query="", **k):
        from urllib.parse import parse_qs
        text = parse_qs(query).get("q", [""])[0].lower()
        hits = []
        for (owner, kind, identity), each in self.objects.items():
            name = each["properties"].get("name", "")
            if text in name.lower() and kind in ("touchpoint", "map", "persona", "stage"):
                at = name.lower().index(text)
                marked = f"{name[:at]}\u0002{name[at:at + len(text)]}\u0003{name[at + len(text):]}"
                hits.append({"kind": kind, "id": identity, **({"map": owner} if owner else {}), "title": name, "snippet": marked})
        return 200, {"hits": hits[:20]}

    def new_map(self, body, **k):
        key = (body["client"], body["sequence"])
        if key not in self.done:
            self.done[key] = body
            self.put("map", f"n{len(self.done)}", order="9", name=body["name"])
        return 201, {"map": "m0", "revision": self.revision}

    def edits(self, body, **k):
        if self.role in ("viewer", "commenter"):
            return 403, ("not-allowed", "your role does not allow this")
        answers = []
        for batch in body["batches"]:
            key = (body["client"], batch["sequence"])
            if key not in self.done:
                self.done[key] = self.apply(body["client"], batch)
            answers.append(self.done[key])
        return 200, {"answers": answers}

    def apply(self, client, batch):
        wanted = batch["edits"] if "edits" in batch else [each["edit"] for each in reversed(batch["undo"])]
        effective, inverses = [], []
        for edit in wanted:
            inverse = self.one(edit)
            if inverse is not None:
                effective.append(edit)
                inverses.append(inverse)
        if effective:
            self.revision += 1
            revision = {
                "number": self.revision, "at": micros(), "person": "p1", "author": "Olena Koval", "client": client,
                "sequence": batch["sequence"], "intention": batch["intention"], "edits": effective}
            for listener in list(self.listeners):
                listener.put((self.revision, json.dumps(revision)))
        return {"sequence": batch["sequence"], **({"revision": self.revision} if effective else {}),
                "outcomes": [{"outcome": "applied"} for _ in wanted], "inverses": inverses}

    def one(self, edit):
        ref = edit["object"]
        key = (ref.get("map"), ref["kind"], ref["id"])
        there = self.objects.get(key)
        if edit["type"] == "insert":
            if there is not None:
                return None
            self.put(ref["kind"], ref["id"], ref.get("map"), **edit["properties"])
            expects = {"untouched": {"_0": edit["properties"], "contents": []}}
            return {"edit": {"type": "tombstone", "object": ref}, "expects": expects, "mayHide": False}
        if there is None:
            return None
        if edit["type"] in ("tombstone", "restore"):
            there["deleted"] = edit["type"] == "tombstone"
            back = "restore" if there["deleted"] else "tombstone"
            expects = {"deleted": {}} if there["deleted"] else {"untouched": {"_0": there["properties"], "contents": []}}
            return {"edit": {"type": back, "object": ref}, "expects": expects, "mayHide": False}
        if edit["type"] == "set":
            old = there["properties"].get(edit["property"])
            there["properties"][edit["property"]] = edit["value"]
            expects = {"standing": {"_0": {edit["property"]: edit["value"]}}}
            return {"edit": {**edit, "value": old}, "expects": expects, "mayHide": False}
        return None
