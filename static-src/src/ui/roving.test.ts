import { describe, expect, it } from "vitest";
import { rove } from "./roving";

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
