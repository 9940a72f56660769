import { expect, test, vi } from "vitest";
import { capsOf, chordOf, KeySequence } from "./keys";
import { ACTIONS, ALL_KEYS, actionFor, type Context, isAvailable, isOffered } from "./registry";

vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"], userAgent: "" }));

const session = { mode: "password" as const, mayAdminister: true };
const context = (part: Partial<Context>): Context => ({ screen: "/", session, ...part }) as Context;
const pressed = (key: string, held: object = {}) =>
  chordOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test("every action has a name of its own and words to be found by", () => {
  const names = ACTIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(ACTIONS.filter(({ label }) => !label)).toEqual([]);
});

test("the keys that people are promised do what they say", () => {
  const entry = { id: "e", stoppedAt: null } as never;
  const here = context({ running: entry, latest: entry });
  const named = (keys: string) => actionFor(keys, here)?.name;
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
  const one = { id: "x", stoppedAt: "x" } as never;
  for (const screen of ["/", "/projects", "/reports", "/settings"]) {
    const node = screen === "/projects" ? one : undefined;
    const entry = screen === "/" ? one : undefined;
    const here = context({ screen, running: one, latest: one, entry, node });
    for (const keys of ALL_KEYS) {
      const meant = ACTIONS.filter(
        (action) => action.keys.includes(keys) && isAvailable(action, here),
      );
      expect(meant.map(({ name }) => name).length, `${screen} ${keys}`).toBeLessThan(2);
    }
  }
});

test("what can't be done here has no key here", () => {
  expect(actionFor("s", context({}))).toBeUndefined();
  expect(actionFor("print", context({ screen: "/" }))).toBeUndefined();
  const local = { mode: "none" as const, mayAdminister: false };
  expect(actionFor("g a", context({ session: local }))).toBeUndefined();
  expect(actionFor("g o", context({ session: local }))).toBeUndefined();
});

test("alone on one's own machine nothing is said of accounts", () => {
  const offered = (mode: "none" | "password") =>
    ACTIONS.filter((action) => isOffered(action, { mode, mayAdminister: mode !== "none" }));
  const left = offered("password").filter((action) => !offered("none").includes(action));
  expect(left.map(({ name }) => name)).toEqual(["goAccount", "goPeople", "signOut"]);
});

test("keys are written one way, whatever the keyboard", () => {
  expect(pressed("K", { metaKey: true })).toBe("mod+k");
  expect(pressed("?", { shiftKey: true })).toBe("?");
  expect(pressed("C", { shiftKey: true })).toBe("shift+c");
  expect(capsOf("g t")).toEqual([["G"], ["T"]]);
});

test("a sequence counts within a second", () => {
  const known = new Set(["g t", "t"]);
  const keys = new KeySequence();
  expect([keys.press("g", 0, known), keys.press("t", 900, known)]).toEqual([null, "g t"]);
  expect([keys.press("g", 2_000, known), keys.press("t", 3_500, known)]).toEqual([null, "t"]);
});
