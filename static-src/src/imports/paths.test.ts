import { expect, test } from "vitest";
import type { Going, Import } from "./calls";
import { madeFor, namesIn, sentTo } from "./paths";

test("a path is typed with either sign, and what is there is found as it is called", () => {
  const known = [["Home", "Beds > Roses"]];
  expect(namesIn(" Home ›  Garden ", known)).toEqual(["Home", "Garden"]);
  expect(namesIn("Home > Garden >", known)).toEqual(["Home", "Garden"]);
  expect(namesIn("Home › Beds > Roses", known)).toEqual(["Home", "Beds > Roses"]);
  expect(namesIn(" ", known)).toEqual([]);
});

test("another place takes that of the same path, and no other's", () => {
  const one = {
    choices: {
      places: [
        { from: ["A"], to: ["B"] },
        { from: ["A", "B"], to: null },
      ],
    },
  } as Import;
  expect(sentTo(one, ["A"], ["C"]).places).toEqual([
    { from: ["A", "B"], to: null },
    { from: ["A"], to: ["C"] },
  ]);
});

test("the last names of a path are those to be made", () => {
  const going = { to: ["Home", "Garden", "Beds"], missing: 2 } as Going;
  expect(madeFor(going)).toEqual(["Garden", "Beds"]);
  expect(madeFor({ ...going, missing: 0 })).toEqual([]);
  expect(madeFor({ ...going, to: null })).toEqual([]);
});
