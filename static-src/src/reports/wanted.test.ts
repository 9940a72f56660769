import { expect, test } from "vitest";
import type { Category, Project, TimeEntry } from "../api/types";
import { placesOf } from "../store/tree";
import { DEFAULT, type ReportState } from "./address";
import { type Part, WHOLE } from "./part";
import { questionOf } from "./question";
import { wantedOf } from "./wanted";

// one › dev › deep, one › plan; two › mail
const projects = ["one", "two"].map((id) => ({ id, name: id, color: "blue" }) as Project);
const category = (id: string, projectId: string, parentCategoryId: string | null = null) =>
  ({ id, name: id, projectId, parentCategoryId, archivedAt: null }) as Category;
const categories = [
  category("dev", "one"),
  category("deep", "one", "dev"),
  category("plan", "one"),
  category("mail", "two"),
];
const tree = { projects, places: placesOf({ projects, categories }) };
const RANGE = { from: "2026-11-18", to: "2026-11-25" };
const calendar = { today: "2026-11-24", zone: "Europe/Berlin", weekStart: 1 as const };

const entries = [
  { id: "deep", categoryId: "deep", tags: ["a"] },
  { id: "dev", categoryId: "dev", tags: ["a", "b"] },
  { id: "plan", categoryId: "plan", tags: [] as string[] },
  { id: "mail", categoryId: "mail", tags: ["b"] },
] as TimeEntry[];

function wanted(part: Partial<Part>, state: Partial<ReportState> = {}) {
  const whole: ReportState = { ...DEFAULT, range: RANGE, ...state };
  const question = questionOf(whole, calendar, tree);
  return wantedOf({ ...WHOLE, ...part }, question, whole, tree);
}
const kept = (...asked: Parameters<typeof wanted>): string[] =>
  entries.filter(wanted(...asked).keeps).map(({ id }) => id);

test("a bar asks for its own dates, from midnight to midnight where the person is", () => {
  const { query } = wanted({ dates: { from: "2026-11-23", to: "2026-11-24" }, key: "two" });
  expect(query.from).toBe("2026-11-22T23:00:00.000Z");
  expect(query.to).toBe("2026-11-23T23:00:00.000Z");
  expect(query.projectId).toEqual(["two"]);
});

test("a project is meant with all below it, a category on its own line only by itself", () => {
  expect(kept({ key: "one" })).toEqual(["deep", "dev", "plan"]);
  expect(kept({ key: "dev" }, { at: "one" })).toEqual(["deep", "dev"]);
  expect(kept({ key: "dev" }, { at: "dev" })).toEqual(["dev"]);
  expect(kept({ key: "dev" }, { group: "category" })).toEqual(["dev"]);
  expect(kept({}, { at: "dev" })).toEqual(["deep", "dev"]);
});

test("a tag's entries have it, and those without a tag are told apart here", () => {
  expect(kept({ key: "b" }, { group: "tag" })).toEqual(["dev", "mail"]);
  expect(kept({ key: "" }, { group: "tag" })).toEqual(["plan"]);
  expect(wanted({ key: "b" }, { group: "tag" }).query.tag).toEqual(["b"]);
  expect(wanted({ key: "" }, { group: "tag" }).query.tag).toEqual([]);
});

test("filters hold within a part", () => {
  expect(kept({ key: "one" }, { tags: ["b"] })).toEqual(["dev"]);
  const filtered = wanted({ key: "a" }, { group: "tag", tags: ["b"] });
  expect(filtered.query.tag).toEqual(["b"]);
  expect(entries.filter(filtered.keeps).map(({ id }) => id)).toEqual(["dev"]);
  expect(kept({}, { categories: ["dev"], projects: ["two"] })).toEqual(["deep", "dev", "mail"]);
});

test("what lies inside of a group is asked for as it is drawn", () => {
  const share = { view: "share" as const };
  expect(kept({ key: "one", inner: "dev" }, { ...share, second: "category" })).toEqual([
    "deep",
    "dev",
  ]);
  expect(kept({ key: "one", inner: "" }, { ...share, second: "tag" })).toEqual(["plan"]);
  const byTag = { ...share, group: "tag" as const, second: "project" as const };
  expect(kept({ key: "b", inner: "two" }, byTag)).toEqual(["mail"]);
});

test("the time of others is asked for by whose it is, and a person's part is theirs alone", () => {
  const theirs = [
    { id: "ada's", categoryId: "dev", tags: [], personId: "ada" },
    { id: "ben's", categoryId: "dev", tags: [], personId: "ben" },
  ] as unknown as TimeEntry[];
  expect(wanted({}, { person: "ben" }).query.personId).toEqual(["ben"]);
  expect(wanted({ key: "one" }).query.personId).toEqual([]);
  const byPerson = wanted({ key: "ada" }, { person: "everyone", group: "person" });
  expect(byPerson.query.personId).toEqual(["ada"]);
  expect(theirs.filter(byPerson.keeps).map(({ id }) => id)).toEqual(["ada's"]);
  const share = { view: "share" as const, second: "person" as const, person: "everyone" };
  const inside = wanted({ key: "one", inner: "ben" }, share);
  expect(inside.query).toMatchObject({ personId: ["ben"], projectId: ["one"] });
  expect(theirs.filter(inside.keeps).map(({ id }) => id)).toEqual(["ben's"]);
});
