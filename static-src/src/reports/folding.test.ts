import { expect, test } from "vitest";
import { folded } from "./folding";

const rows = (text: string) =>
  [...text].map((seconds, index) => ({ key: `${index}`, seconds: Number(seconds) }));
const brief = (text: string): string =>
  folded(rows(text))
    .map((row) => ("empty" in row ? `(${row.empty})` : row.seconds))
    .join("");

test.each([
  ["", ""],
  ["123", "123"],
  ["1002", "1(2)2"],
  ["102", "102"],
  ["000", "(3)"],
  ["00100", "(2)1(2)"],
  ["010", "010"],
])("%s is shown as %s", (text, shown) => expect(brief(text)).toBe(shown));
