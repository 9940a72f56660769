"""The three ways to the page: a mouse, keys alone, and a finger on a phone."""

from playwright.sync_api import Locator, Page, expect

MOST_TABS, MOST_ARROWS = 120, 40
# Within these Tab reaches one thing, and the arrows the others.
TOGETHER = "[role=menu], [role=grid], [role=treegrid], [role=tablist], .days, .ribbon, .dial"


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, what: Locator) -> None:
        """Do what it is there for."""
        what.click()

    def write(self, where: Locator, text: str) -> None:
        """Put the text in place of what a field holds."""
        self.press(where)
        where.fill("")
        self.page.keyboard.type(text)

    def choose(self, option: Locator) -> None:
        """Take one of what a field suggests."""
        self.press(option)

    def send(self, button: Locator) -> None:
        """Finish what was typed: by its button."""
        self.press(button)

    def search(self, text: str) -> None:
        """Look for something on the timer's screen."""
        self.write(self.page.get_by_role("searchbox"), text)

    def more(self, row: Locator, button: Locator) -> None:
        """Open the menu of a row: by its button."""
        row.hover()
        self.press(button)


class Finger(Mouse):
    """Taps, on a screen of 390 px."""

    def press(self, what: Locator) -> None:
        what.tap()

    def write(self, where: Locator, text: str) -> None:
        self.press(where)
        where.fill("")
        self.page.keyboard.insert_text(text)

    def search(self, text: str) -> None:
        box = self.page.get_by_role("search").bounding_box()
        if box is None or box["width"] < 44:
            self.press(self.page.get_by_role("button", name="Search or go to a date"))
        self.write(self.page.get_by_role("searchbox"), text)

    def more(self, row: Locator, button: Locator) -> None:
        self.press(button)


class Keys(Mouse):
    """Tab, arrows, Enter and Space, and nothing that points."""

    def press(self, what: Locator) -> None:
        self.reach(what)
        kind = what.get_attribute("type") or ""
        self.page.keyboard.press("Space" if kind in {"checkbox", "radio"} else "Enter")

    def write(self, where: Locator, text: str) -> None:
        self.reach(where)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def choose(self, option: Locator) -> None:
        expect(option).to_be_visible()
        for _ in range(MOST_ARROWS):
            if option.get_attribute("aria-selected") == "true":
                return self.page.keyboard.press("Enter")
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no key chooses {option}")

    def send(self, button: Locator) -> None:
        self.page.keyboard.press("Enter")

    def more(self, row: Locator, button: Locator) -> None:
        self.reach(row)
        self.page.keyboard.press("Tab")
        expect(button).to_be_focused()
        self.page.keyboard.press("Enter")

    def reach(self, what: Locator) -> None:
        """Bring the focus to it; AssertionError when no key does."""
        expect(what).to_be_visible()
        for _ in range(MOST_TABS):
            if self._is_at(what) or self._walks_to(what):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no key reaches {what}")

    def _is_at(self, what: Locator) -> bool:
        return bool(what.evaluate("node => node === document.activeElement"))

    def _walks_to(self, what: Locator) -> bool:
        together = what.evaluate(
            """(node, together) => {
                const around = node.closest(together), at = document.activeElement;
                return around !== null && around.contains(at) && at.closest("form") === null;
            }""",
            TOGETHER,
        )
        if together:
            self.page.keyboard.press("Home")
        for _ in range(MOST_ARROWS if together else 0):
            if self._is_at(what):
                return True
            self.page.keyboard.press("ArrowDown")
        return False
