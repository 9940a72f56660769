import { expect, test } from "vitest";
import { against } from "./target";

test("what is left, or is over, adds up with the sum as it is shown", () => {
  const target = 8 * 3600;
  expect(against(0, target)).toBe("8:00 left of 8:00");
  // The sum beside it reads 5:45.
  expect(against(5 * 3600 + 44 * 60 + 31, target)).toBe("2:15 left of 8:00");
  expect(against(target, target)).toBe("0:00 left of 8:00");
  expect(against(target + 29, target)).toBe("0:00 left of 8:00");
  expect(against(target + 30 * 60, target)).toBe("0:30 over 8:00");
});
