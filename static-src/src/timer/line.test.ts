import { expect, test, vi } from "vitest";
import type { Category, Project } from "../api/types";
import { placesOf } from "../store/tree";
import { parseLine, takeTags, writeNote } from "./line";
import { offersFor } from "./offers";

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

test("a line may end with when it began, or from when to when", () => {
  expect(parseLine("Garden › Beds 9:15-")).toEqual({
    text: "Garden › Beds",
    tags: [],
    since: 9.25 * 3600,
  });
  expect(parseLine("Garden 9:15-10:00")).toMatchObject({ since: 33_300, until: 36_000 });
  expect(parseLine("call 030-1234")).toEqual({ text: "call 030-1234", tags: [] });
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
  expect(first).toMatchObject({ note: "weeds", tags: ["hot"], since: 32_400 });
});
