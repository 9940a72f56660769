import { beforeEach, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"], userAgent: "" }));

import { type Action, chooseKeys, keysOf } from "../ui/actions";
import { isSingle, textOf } from "../ui/keys";
import { holderOf, isHeld, isOwn, pressedAfter } from "./keys";

const action = (name: string, keys: string[], place?: Action["place"]): Action => ({
  name,
  label: name,
  group: "general",
  keys,
  run: () => undefined,
  ...(place ? { place } : {}),
});

const stop = action("stop", ["s"]);
const go = action("go", ["g t"]);
const remove = action("remove", ["delete"], "entry");
const removeNode = action("removeNode", ["delete"], "projects");
const earlier = action("earlier", ["["], "reports");
const all = [stop, go, remove, removeNode, earlier];

beforeEach(() => chooseKeys({ keys: {}, singleKeys: true }));

test("keys that another action has in the same place are held by it", () => {
  const holders = (keys: string, of: Action) => holderOf(keys, of, all)?.name;
  expect(holders("s", earlier)).toBe("stop");
  expect(holders("[", remove)).toBe("earlier");
  expect(holders("delete", stop)).toBe("remove");
  expect(holders("[", removeNode)).toBeUndefined();
  expect(holders("delete", removeNode)).toBeUndefined();
});

test("keys that begin others would be taken before these are complete", () => {
  expect(holderOf("g", stop, all)).toBe(go);
  expect(holderOf("s x", go, all)).toBe(stop);
  expect(holderOf("shift+g", stop, all)).toBeUndefined();
});

test("what was given away is free, what was chosen is not", () => {
  chooseKeys({ keys: { stop: ["q"] }, singleKeys: true });
  expect(holderOf("s", go, all)).toBeUndefined();
  expect(holderOf("q", go, all)).toBe(stop);
});

test("without single keys those with Ctrl or Alt, and those with names, are left", () => {
  const keys = ["s", "shift+s", "?", "g t", "mod+k", "alt+arrowleft", "delete", "f2"];
  expect(keys.filter(isSingle)).toEqual(["s", "shift+s", "?", "g t"]);
  chooseKeys({ keys: {}, singleKeys: false });
  expect(keysOf(action("any", keys))).toEqual(["mod+k", "alt+arrowleft", "delete", "f2"]);
  expect(holderOf("s", go, all)).toBe(stop);
});

test("two single keys follow one another, everything else begins anew", () => {
  expect(pressedAfter("", "g")).toBe("g");
  expect(pressedAfter("g", "t")).toBe("g t");
  expect(pressedAfter("g t", "x")).toBe("x");
  expect(pressedAfter("g", "mod+k")).toBe("mod+k");
  expect(pressedAfter("f2", "x")).toBe("x");
});

test("what is held down is no key yet, and keys with a use of their own stay", () => {
  expect(["shift+shift", "mod+control", "alt+alt"].map(isHeld)).toEqual([true, true, true]);
  expect(["enter", "shift+tab", "arrowdown", "mod+c"].map(isOwn)).toEqual([true, true, true, true]);
  expect(["alt+arrowleft", "mod+k", "c", "delete", "f2"].filter(isOwn)).toEqual([]);
});

test("keys read as they are pressed", () => {
  expect(["mod+shift+z", "g t", "mod++"].map(textOf)).toEqual([
    "Ctrl+Shift+Z",
    "G then T",
    "Ctrl++",
  ]);
});
