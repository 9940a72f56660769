import { expect, test } from "vitest";
import type { TimeEntry } from "../api/types";
import { durationOf, piecesOf } from "./days";

const entry = (startedAt: string, stoppedAt: string | null): TimeEntry => ({
  id: "e",
  personId: "me",
  projectId: "p",
  categoryId: "c",
  startedAt,
  stoppedAt,
  durationSeconds: null,
  tags: [],
  createdAt: "",
  updatedAt: "",
});

const read = (startedAt: string, stoppedAt: string | null): string[] =>
  piecesOf(entry(startedAt, stoppedAt), Date.parse("2026-11-02T17:57:50Z"), "UTC").map(durationOf);

test("what reads 17:57–17:57 lasts 0:00; what runs, or goes over midnight, lasts its seconds", () => {
  expect(read("2026-11-02T17:57:05Z", "2026-11-02T17:57:50Z")).toEqual(["0:00"]);
  expect(read("2026-11-02T17:57:05Z", null)).toEqual(["0:01"]);
  expect(read("2026-11-02T16:00:00Z", "2026-11-02T17:30:20Z")).toEqual(["1:30"]);
  expect(read("2026-11-01T23:30:00Z", "2026-11-02T01:00:00Z")).toEqual(["0:30", "1:00"]);
});
