import { beforeEach, expect, test, vi } from "vitest";

const page = vi.hoisted(() => {
  const at = { pathname: "/" };
  const kept = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  vi.stubGlobal("navigator", { languages: ["en-GB"], userAgent: "" });
  vi.stubGlobal("location", at);
  vi.stubGlobal("history", {});
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("localStorage", kept);
  vi.stubGlobal("sessionStorage", kept);
  vi.stubGlobal("document", { documentElement: { dataset: {} }, activeElement: null });
  return at;
});

import "../projects/actions";
import "../reports/actions";
import type { TimeEntry } from "../api/types";
import { holderOf } from "../settings/keys";
import { who } from "../store/session";
import { known } from "../store/state";
import "../timer/actions";
import { actionFor, allActions, allKeys, isAvailable, isOffered, keepFocus } from "../ui/actions";
import { capsOf, chordOf, KeySequence } from "../ui/keys";
import "./actions";

const pressed = (key: string, held: object = {}) =>
  chordOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

/** A row that has the focus. */
const row = (attribute: string, id: string) =>
  ({
    isConnected: true,
    closest: (selector: string) =>
      selector === `[${attribute}]` ? { getAttribute: () => id } : null,
  }) as unknown as Element;

const entry = { id: "e", stoppedAt: null } as TimeEntry;
const node = { id: "n", name: "Garden" } as never;

function be(mode: "none" | "password", role: "administrator" | "member"): void {
  who.setState({ session: { mode, person: { role } } as never });
}

beforeEach(() => {
  page.pathname = "/";
  keepFocus(null);
  known.setState({ running: undefined, shown: { ...known.getState().shown, entries: [] } });
  be("password", "administrator");
});

const track = (): void =>
  known.setState({
    running: entry,
    shown: { ...known.getState().shown, entries: [entry], projects: [node] },
  });

test("every action has a name of its own and words to be found by", () => {
  const names = allActions().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(allActions().filter(({ label }) => !label)).toEqual([]);
});

test("the keys that people are promised do what they say", () => {
  track();
  const named = (keys: string) => actionFor(keys)?.name;
  expect(["n", "s", "e", "/", "?", "mod+k", "g t", "g p", "g r", "g s"].map(named)).toEqual([
    "start",
    "stop",
    "edit",
    "search",
    "help",
    "palette",
    "goTimer",
    "goProjects",
    "goReports",
    "goSettings",
  ]);
});

test("on every screen a key means one thing only", () => {
  track();
  for (const screen of ["/", "/projects", "/reports", "/settings"]) {
    page.pathname = screen;
    keepFocus(screen === "/projects" ? row("data-node", "n") : row("data-entry", "e"));
    for (const keys of allKeys()) {
      const meant = allActions().filter(
        (action) => action.keys.includes(keys) && isAvailable(action),
      );
      expect(meant.map(({ name }) => name).length, `${screen} ${keys}`).toBeLessThan(2);
    }
  }
});

test("no action is given keys that another has where both can be meant", () => {
  const held = allActions().flatMap((action) =>
    action.keys.map((keys) => holderOf(keys, action, allActions())?.name),
  );
  expect(held.filter(Boolean)).toEqual([]);
});

test("what can't be done here has no key here", () => {
  expect(actionFor("s")).toBeUndefined();
  expect(actionFor("delete")).toBeUndefined();
  be("none", "member");
  expect(actionFor("g a")).toBeUndefined();
  expect(actionFor("g o")).toBeUndefined();
});

test("alone on one's own machine nothing is said of accounts", () => {
  const offered = (mode: "none" | "password") => {
    be(mode, "administrator");
    return allActions().filter(isOffered);
  };
  const alone = offered("none");
  const left = offered("password").filter((action) => !alone.includes(action));
  expect(left.map(({ name }) => name)).toEqual(["goAccount", "goPeople", "signOut"]);
});

test("keys are written one way, whatever the keyboard", () => {
  expect(pressed("K", { metaKey: true })).toBe("mod+k");
  expect(pressed("?", { shiftKey: true })).toBe("?");
  expect(pressed("C", { shiftKey: true })).toBe("shift+c");
  expect(capsOf("g t")).toEqual([["G"], ["T"]]);
});

test("a sequence counts within a second", () => {
  const sequences = new Set(["g t", "t"]);
  const keys = new KeySequence();
  expect([keys.press("g", 0, sequences), keys.press("t", 900, sequences)]).toEqual([null, "g t"]);
  expect([keys.press("g", 2_000, sequences), keys.press("t", 3_500, sequences)]).toEqual([
    null,
    "t",
  ]);
});
