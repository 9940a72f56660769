"""Anything in any order, with the network coming and going: nothing is lost, nothing is twice.

`SEED=7 pytest tests/e2e/test_sequences.py` plays other sequences; a failure names its own.
"""

import os
import random
import re
from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Route, expect

from tests.conftest import eventually
from tests.e2e.conftest import Watch
from tests.e2e.page import field, type_line
from tests.e2e.test_timer import START, category
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

SEED = int(os.environ.get("SEED", "1"))
GAMES, SEQUENCES, STEPS = 10, 20, 5
# What rows say: identifier, whether it runs, note, and times without the days between.
SHOWN = """() => [...document.querySelectorAll(".entry")].map(row => {
    const of = cell => {
        const found = row.querySelector(`[data-cell=${cell}]`)?.cloneNode(true);
        for (const apart of found?.querySelectorAll("sup, .tag") ?? []) apart.remove();
        return found?.textContent ?? "";
    };
    return [row.dataset.entry, row.dataset.running, of("note"), of("start"), of("end")].join("|");
})"""

# It is loaded behind what is needed at first.
EDITOR_IS_THERE = """async () => {
    const names = performance.getEntriesByType("resource").map(({ name }) => name);
    const parts = names.filter(name => /OpenRow|NewEntry|OpenElsewhere/.test(name));
    await Promise.all(parts.map(part => import(part)));
    return ["OpenRow", "OpenElsewhere"].every(part => names.some(name => name.includes(part)));
}"""


class Network:
    """Between the page and the server: there, away, or worse, losing requests and answers."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.bad = False

    def pass_on(self, route: Route) -> None:
        fate = self._chance.random() if self.bad else 1
        try:
            if fate < 0.3:
                route.abort()
            elif fate < 0.6:
                # It arrives, and what it is answered doesn't.
                route.fetch(timeout=5_000)
                route.abort()
            else:
                route.continue_()
        except Error:
            pass  # The tab that asked is gone.


class Player:
    """A person at one or two tabs, and what has to be there by their deeds: notes, by history."""

    def __init__(self, context: BrowserContext, server: Clockwork, seed: int) -> None:
        self.chance = random.Random(seed)
        self.network = Network(self.chance)
        self.context, self.server = context, server
        self.past: list[list[str]] = [[]]
        self.future: list[list[str]] = []
        self.count = 0
        self.said: list[str] = []
        context.route("**/api/**", self.network.pass_on)
        self.page = self._open()

    def _open(self) -> Page:
        page = self.context.new_page()
        page.goto("/")
        expect(page.get_by_role("combobox", name=START)).to_be_visible()
        eventually(lambda: page.evaluate(EDITOR_IS_THERE), 30)
        return page

    @property
    def notes(self) -> list[str]:
        return self.past[-1]

    def _did(self, notes: list[str]) -> None:
        self.past.append(notes)
        self.future.clear()

    def step(self) -> None:
        deeds: list[Callable[[], None]] = [
            self.start, self.start, self.stop, self.go_on, self.edit, self.edit, self.undo,
            self.redo, self.lose, self.lose, self.worsen, self.mend, self.reload, self.another,
        ]  # fmt: skip
        deed = self.chance.choice(deeds)
        self.said.append(deed.__name__)
        deed()

    def start(self) -> None:
        self.count += 1
        note = f"n{self.count}"
        type_line(self.page, f"planning {note}")
        expect(self._running()).to_contain_text(note)
        self._did([*self.notes, note])

    def _running(self):
        return self.page.locator(".entry[data-running=true]")

    def stop(self) -> None:
        if self._running().count():
            self.page.locator("body").press("s")
            expect(self._running()).to_have_count(0)
            self._did([*self.notes])

    def go_on(self) -> None:
        row = self.page.locator(".entry").first
        if row.count() and not self._running().count():
            note = row.locator("[data-cell=note]").inner_text()
            self.page.locator("body").press("c")
            expect(self._running()).to_contain_text(note)
            self._did([*self.notes, note])

    def edit(self) -> None:
        rows = self.page.locator(".entry")
        if not rows.count():
            return
        row = rows.nth(self.chance.randrange(rows.count()))
        before = row.locator("[data-cell=note]").inner_text()
        self.count += 1
        note = f"e{self.count}"
        row.locator(".entry-main").press("Enter")
        field(self.page, "Note and #tags").fill(note)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("form.editor")).to_have_count(0)
        after = [*self.notes]
        after[after.index(before)] = note
        self._did(after)

    def undo(self) -> None:
        if len(self.past) > 1:
            self.page.locator("body").press("Control+z")
            self.future.append(self.past.pop())
            self._shows_notes()

    def redo(self) -> None:
        if self.future:
            self.page.locator("body").press("Control+Shift+z")
            self.past.append(self.future.pop())
            self._shows_notes()

    def lose(self) -> None:
        self.context.set_offline(self.chance.random() < 0.7)

    def worsen(self) -> None:
        self.network.bad = True

    def mend(self) -> None:
        self.network.bad = False
        self.context.set_offline(False)

    def _anew(self) -> None:
        """What was done in the visit before can't be undone in this one."""
        self.past, self.future = [self.notes], []
        self._shows_notes()

    def reload(self) -> None:
        # The page itself needs the server here; its worker is tested elsewhere.
        self.mend()
        self.page.reload()
        eventually(lambda: self.page.evaluate(EDITOR_IS_THERE), 30)
        self._anew()

    def another(self) -> None:
        """Another tab goes on, and this one is closed, at once or without a word."""
        self.mend()
        other = self._open()
        self.page.close(run_before_unload=self.chance.random() < 0.5)
        self.page = other
        self._anew()

    def _shows_notes(self) -> None:
        expect(self.page.locator(".entry")).to_have_count(len(self.notes))
        shown = [line.split("|")[2] for line in self.page.evaluate(SHOWN)]
        assert sorted(shown) == sorted(self.notes), self.said

    def settle(self) -> None:
        """With the network back: the page, the server and what was done are the same."""
        self.mend()
        self.page.evaluate("dispatchEvent(new Event('online'))")
        eventually(lambda: self._held() == sorted(self.page.evaluate(SHOWN)), 20)
        self._shows_notes()
        expect(self.page.locator(".notice-error")).to_have_count(0)

    def _held(self) -> list[str]:
        lines = []
        for entry in self.server.call("GET", "/api/entries?limit=1000")[1]["items"]:
            stop = entry["stoppedAt"]
            end = "now" if stop is None else _clock(stop)
            running = str(stop is None).lower()
            note = entry.get("note", "")
            lines.append("|".join([entry["id"], running, note, _clock(entry["startedAt"]), end]))
        return sorted(lines)


def _clock(instant: str) -> str:
    moment = datetime.fromisoformat(instant)
    return f"{moment.hour}:{moment:%M}"


@pytest.mark.parametrize("game", range(GAMES))
def test_what_the_page_shows_and_what_the_server_holds_are_the_same(
    game: int, server: Clockwork, open_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    watch.expected += ["ERR_", "Failed to load resource"]
    category(server)
    seed = SEED * 1_000 + game
    player = Player(open_context(), server, seed)
    try:
        for _ in range(SEQUENCES):
            for _ in range(STEPS):
                player.step()
            player.settle()
            player.said.append("settled")
    except BaseException:
        print(f"seed {seed}, SEED={SEED}: {re.sub(' settled', '.', ' '.join(player.said))}")
        raise
