import { expect, test, vi } from "vitest";
import type { Category, Project } from "../api/types";
import { randomFrom } from "../store/model";
import { placesOf } from "../store/tree";
import { choicesFor } from "./choices";
import { completeTag, parseLine, takeTags, writeNote } from "./line";
import { creationPath, offersFor } from "./offers";

vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"], userAgent: "" }));

test("tags may stand anywhere, once each, quoted when they have spaces", () => {
  expect(takeTags('fix #a the #"two words" log #a')).toEqual({
    text: "fix the log",
    tags: ["a", "two words"],
  });
  expect(takeTags("issue#4 is no tag").tags).toEqual([]);
});

test("note and tags survive being written and read again", () => {
  const written = writeNote("fix the log", ["a", "two words"]);
  expect(takeTags(written)).toEqual({ text: "fix the log", tags: ["a", "two words"] });
});

test("any tags survive, with quotes, spaces and number signs in them", () => {
  const random = randomFrom(7);
  const name = (): string =>
    Array.from({ length: 5 }, () => 'ab"# ü'[Math.floor(random() * 6)] ?? "")
      .join("")
      .trim();
  for (let run = 0; run < 2_000; run += 1) {
    const tags = [...new Set([name(), name(), name()])].filter(Boolean);
    expect(takeTags(writeNote("pipes", tags))).toEqual({ text: "pipes", tags });
  }
});

test("a line may end with when it began, or from when to when", () => {
  expect(parseLine("Garden › Beds 9:15-")).toEqual({
    text: "Garden › Beds",
    tags: [],
    when: { since: 9.25 * 3600 },
    taken: "9:15-",
  });
  expect(parseLine("Garden 9:15-10:00").when).toEqual({ since: 33_300, until: 36_000 });
  expect(parseLine("Garden #hot for 1h #dry")).toEqual({
    text: "Garden",
    tags: ["hot", "dry"],
    when: { length: 3600 },
    taken: "for 1h",
  });
  expect(parseLine("call 030-1234")).toEqual({
    text: "call 030-1234",
    tags: [],
    when: null,
    taken: "",
  });
});

test("before a path bare hours may begin the line; people aren't hours", () => {
  expect(parseLine("9-10 Garden › Beds")).toMatchObject({ text: "Garden › Beds", taken: "9-10" });
  expect(parseLine("2-3 people")).toMatchObject({ text: "2-3 people", when: null });
});

const times = { archivedAt: null, inbox: false, createdAt: "", updatedAt: "" };
const garden: Project = { id: "p", name: "Garden", color: "green", ...times };
const beds: Category = { id: "b", projectId: "p", parentCategoryId: null, name: "Beds", ...times };
const roses: Category = {
  id: "r",
  projectId: "p",
  parentCategoryId: "b",
  name: "Roses",
  ...times,
};
const catalog = { projects: [garden], categories: [beds, roses] };
const known = { ...catalog, places: placesOf(catalog), recents: [], firstCategory: "General" };

const summary = (typed: string) =>
  offersFor(typed, known).map((offer) =>
    offer.kind === "existing"
      ? offer.place.path.join("/")
      : offer.kind === "inbox"
        ? `“${offer.note}”`
        : `+${offer.projectName}/${offer.names.join("/")}`,
  );

test("a part of a name finds its category at any depth", () => {
  expect(summary("ros")[0]).toBe("Garden/Beds/Roses");
  expect(summary("garden beds")[0]).toBe("Garden/Beds");
});

test("what does not exist is offered: project, category and sub-category at once", () => {
  expect(summary("House › Roof › Tiles")).toContain("+House/Roof/Tiles");
  expect(summary("Garden › Beds › Tulips")).toContain("+Garden/Tulips");
  expect(summary("Garden › Beds")).not.toContain("+Garden/Beds");
});

test("note, tags and times stay with the offer", () => {
  const [first] = offersFor("Garden › Beds: weeds #hot 9:00-", known);
  expect(first).toMatchObject({
    note: "weeds",
    tags: ["hot"],
    when: { since: 32_400 },
    taken: "9:00-",
  });
});

test("a name that looks like a time is a name where it exists", () => {
  const phase: Category = { ...beds, id: "f", name: "Phase 3-4" };
  const all = { ...catalog, categories: [...catalog.categories, phase] };
  const more = { ...known, ...all, places: placesOf(all) };
  const [whole] = offersFor("Garden › Phase 3-4", more);
  expect(whole).toMatchObject({ place: { category: phase }, when: null });
  const [leaf] = offersFor("phase 3-4 #hot", more);
  expect(leaf).toMatchObject({ place: { category: phase }, tags: ["hot"], when: null });
  const [timed] = offersFor("phase 3-4 9-10", more);
  expect(timed).toMatchObject({ place: { category: phase }, when: { since: 32_400 } });
});

test("free text is a note first; what is spelled out is made", () => {
  expect(summary("write the proposal")[0]).toBe("“write the proposal”");
  expect(summary("House › Roof")[0]).toBe("+House/Roof");
  expect(summary("beds weeding")[0]).toBe("Garden/Beds");
  expect(summary("write the proposal").at(-1)).toBe("+write the proposal/General");
});

const choices = (typed: string, more: object = {}) =>
  choicesFor(typed, { ...known, ...more }).map((choice) =>
    choice.kind === "existing"
      ? choice.place.path.join("/")
      : `${choice.project ? "+" : "++"}${creationPath(choice).join("/")}`,
  );

test("a field for a category offers what the whole text names, and then what could be made", () => {
  expect(choices("ros")[0]).toBe("Garden/Beds/Roses");
  expect(choices("garden › beds › Tulips")).toEqual(["+Garden/Beds/Tulips"]);
  expect(choices("Beds for tulips")).toEqual(["++Beds for tulips/General"]);
  expect(choices("beds: weeding")).toEqual([]);
});

test("a name alone is made in the project that is chosen, and never in the inbox", () => {
  expect(choices("Tulips", { project: garden })).toContain("+Garden/Tulips");
  const inbox = { ...garden, id: "i", name: "Inbox", inbox: true };
  const places = placesOf({
    projects: [inbox],
    categories: [{ ...beds, projectId: "i", inbox: true }],
  });
  const recents = [...places.values()].map((place) => ({ place, note: "", tags: [] }));
  expect(choices("Tulips", { recents })).toEqual(["++Tulips/General"]);
});

test("a tag that is being typed is completed with the one used most", () => {
  const tags = [
    { name: "spring", entries: 1 },
    { name: "spring clean", entries: 3 },
  ];
  expect(completeTag("beds #spr", tags)).toBe('beds #"spring clean" ');
  expect(completeTag("beds #spring", [{ name: "spring", entries: 1 }])).toBeNull();
  expect(completeTag("beds spr", tags)).toBeNull();
});
