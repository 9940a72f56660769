import { expect, test } from "vitest";
import { parseSaved, renamed, withoutSaved, withSaved } from "./saved";

const WEEK = { name: "Week 2", address: "range=last-week" };
const TAGS = { name: "Tags", address: "group=tag" };

test("reports are listed by name, and one that is saved again replaces the one before", () => {
  const list = withSaved(withSaved([], WEEK), TAGS);
  expect(list).toEqual([TAGS, WEEK]);
  expect(withSaved(list, { ...WEEK, address: "view=year" })).toEqual([
    TAGS,
    { name: "Week 2", address: "view=year" },
  ]);
  const tenth = { ...WEEK, name: "Week 10" };
  expect(withSaved(list, tenth)).toEqual([TAGS, WEEK, tenth]);
});

test("a new name keeps the address, and takes the place of one that had it", () => {
  const list = [TAGS, WEEK];
  expect(renamed(list, TAGS, "Zeal")).toEqual([WEEK, { ...TAGS, name: "Zeal" }]);
  expect(renamed(list, TAGS, "Week 2")).toEqual([{ ...TAGS, name: "Week 2" }]);
  expect(renamed(list, TAGS, "Tags")).toEqual(list);
  expect(withoutSaved(list, "Tags")).toEqual([WEEK]);
});

test.each([null, "", "{", "5", "null", '{"name":"x"}'])("%j holds none", (text) =>
  expect(parseSaved(text)).toEqual([]),
);

test("what is no saved report is left out, and the others are read", () => {
  const stored = JSON.stringify([null, 5, { name: "", address: "" }, { name: "x" }, TAGS]);
  expect(parseSaved(stored)).toEqual([TAGS]);
});
