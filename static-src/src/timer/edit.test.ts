import { expect, test, vi } from "vitest";
import { changedFields, pointInside, readTyped, typedFrom } from "./edit";

vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"], userAgent: "" }));

const NOW = Date.parse("2026-11-02T15:00:00Z");
const setting = { zone: "UTC", hours: "24" as const, opened: NOW, now: NOW, boundaries: [] };
const span = {
  startedAt: "2026-11-02T09:00:05.123456Z",
  stoppedAt: "2026-11-02T10:00:00Z",
  note: "weeds",
  tags: ["hot"],
};
const running = { ...span, stoppedAt: null };

const read = (part: object, byDuration = false, of: typeof span | typeof running = span) =>
  readTyped(of, { ...typedFrom(of, setting), ...part }, byDuration, setting);

test("what is not touched stays exact", () => {
  expect(read({})).toMatchObject({ startedAt: span.startedAt, stoppedAt: span.stoppedAt });
  expect(changedFields(span, read({}), "weeds #hot")).toEqual({});
});

test("a typed length moves the end, and a running entry's start", () => {
  expect(read({ duration: "90m" }, true).stoppedAt).toBe("2026-11-02T10:30:05.123456Z");
  expect(read({ duration: "1.5h" }, true, running).startedAt).toBe("2026-11-02T13:30:00.000Z");
});

test("an end before the start is the next day, unless that is in the future", () => {
  const night = { ...span, startedAt: "2026-11-01T22:00:00Z", stoppedAt: "2026-11-01T23:00:00Z" };
  expect(read({ end: "1:30" }, false, night).stoppedAt).toBe("2026-11-02T01:30:00.000Z");
  expect(read({ end: "8:00" }).errors.end).toBeDefined();
});

test("a typed minute in which another entry ends means that very instant", () => {
  const boundary = "2026-11-02T08:30:12.345678Z";
  const reading = readTyped(span, { ...typedFrom(span, setting), start: "8:30" }, false, {
    ...setting,
    boundaries: [boundary],
  });
  expect(reading.startedAt).toBe(boundary);
});

test("a point to split at lies strictly inside", () => {
  const [from, to] = [Date.parse("2026-11-01T23:00:00Z"), Date.parse("2026-11-02T01:00:00Z")];
  expect(pointInside("0:30", from, to, "UTC")).toBe(Date.parse("2026-11-02T00:30:00Z"));
  expect(pointInside("23:00", from, to, "UTC")).toBeNull();
  expect(pointInside("12:00", from, to, "UTC")).toBeNull();
});
