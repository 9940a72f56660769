import { describe, expect, it } from "vitest";
import { beginningWith, rove } from "./roving";

describe("rove", () => {
  it("goes round, to both ends, and nowhere by other keys", () => {
    expect(rove("ArrowRight", 0, 3)).toBe(1);
    expect(rove("ArrowDown", 2, 3)).toBe(0);
    expect(rove("ArrowLeft", 0, 3)).toBe(2);
    expect(rove("ArrowUp", 2, 3)).toBe(1);
    expect(rove("Home", 2, 3)).toBe(0);
    expect(rove("End", 0, 3)).toBe(2);
    expect(rove("Enter", 0, 3)).toBeNull();
    expect(rove("End", -1, 0)).toBeNull();
  });
});

describe("a letter", () => {
  const names = ["Add category", "Rename", "Archive", " Ähnlich", ".", "Delete"];

  it("goes to the next name that begins with it, round and round", () => {
    expect(beginningWith("a", names, 0)).toBe(2);
    expect(beginningWith("A", names, 2)).toBe(0);
    expect(beginningWith("ä", names, -1)).toBe(3);
    expect(beginningWith("r", names, 1)).toBe(1);
  });

  it("goes nowhere when none does, and keys with names are no letters", () => {
    expect(beginningWith("x", names, 0)).toBe(-1);
    expect(beginningWith("Delete", names, 0)).toBe(-1);
    expect(beginningWith("a", [], 0)).toBe(-1);
  });
});
