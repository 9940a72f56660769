import { describe, expect, test, vi } from "vitest";
import { changedFields, pointInside, readTyped, settled, typedFrom } from "./edit";

vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"], userAgent: "" }));

const NOW = Date.parse("2026-11-02T15:00:00Z");
const setting = { zone: "UTC", hours: "24" as const, opened: NOW, now: NOW, boundaries: () => [] };
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
    boundaries: () => [boundary],
  });
  expect(reading.startedAt).toBe(boundary);
});

describe("a span in the field of the start", () => {
  test.each([
    ["9-10:15", "09:00", "10:15"],
    ["0900-1015", "09:00", "10:15"],
    ["9am-10am", "09:00", "10:00"],
    ["8:00 for 90m", "08:00", "09:30"],
    ["at 8 for 1h", "08:00", "09:00"],
  ])("%s says the end, too", (start, from, to) => {
    const reading = read({ start, end: "nonsense" });
    expect(reading.errors).toEqual({});
    expect(reading.startedAt).toBe(`2026-11-02T${from}:00.000Z`);
    expect(reading.stoppedAt).toBe(`2026-11-02T${to}:00.000Z`);
  });

  test("it may say the day, over midnight, too", () => {
    expect(read({ start: "yesterday 22-1:30" })).toEqual({
      startedAt: "2026-11-01T22:00:00.000Z",
      stoppedAt: "2026-11-02T01:30:00.000Z",
      errors: {},
    });
    expect(read({ start: "mon 16-17" }).startedAt).toBe("2026-10-26T16:00:00.000Z");
  });

  test("it stops what runs, and wins over a length that was typed before", () => {
    expect(read({ start: "9-10", duration: "3h" }, true, running)).toMatchObject({
      startedAt: "2026-11-02T09:00:00.000Z",
      stoppedAt: "2026-11-02T10:00:00.000Z",
    });
  });

  test("its ends touch other entries", () => {
    const [one, other] = ["2026-11-02T08:30:12.345678Z", "2026-11-02T11:00:07.5Z"];
    const typed = { ...typedFrom(span, setting), start: "8:30-11" };
    const reading = readTyped(span, typed, false, { ...setting, boundaries: () => [one, other] });
    expect(reading).toMatchObject({ startedAt: one, stoppedAt: other });
  });

  test("without an end only the start moves, and with a day the end moves along", () => {
    expect(read({ start: "since 8" })).toMatchObject({
      startedAt: "2026-11-02T08:00:00.000Z",
      stoppedAt: span.stoppedAt,
    });
    expect(read({ start: "yesterday 9:15-" })).toMatchObject({
      startedAt: "2026-11-01T09:15:00.000Z",
      stoppedAt: "2026-11-01T10:00:00.000Z",
    });
  });

  test("what can't be is said beside its field", () => {
    expect(read({ start: "14-16" }).errors.end).toBe("That is in the future.");
    expect(read({ start: "16-17" }).errors.start).toBe("That is in the future.");
    expect(read({ start: "9-10 weeds" }).errors.start).toBeDefined();
    expect(read({ start: "for 1h" }).errors.start).toBeDefined();
    expect(read({ start: "9-10", date: "soon" }).errors.date).toBeDefined();
  });

  test("it stands in all fields once its own is left, unless they can't hold it", () => {
    const settle = (part: object, byDuration = false) =>
      settled(span, { ...typedFrom(span, setting), note: "kept", ...part }, byDuration, setting);
    expect(settle({ start: "yesterday 22-1:30" })).toEqual({
      note: "kept",
      date: "2026-11-01",
      endDate: "2026-11-02",
      start: "22:00",
      end: "1:30",
      duration: "3:30",
    });
    expect(settle({ start: "since 8" })).toMatchObject({ start: "8:00", end: "10:00" });
    expect(settle({ start: "since 8", duration: "30m" }, true)).toMatchObject({ end: "8:30" });
    for (const start of ["9:15", "14-16", "9:00:30-10"])
      expect(settle({ start }).start).toBe(start);
  });

  test("a date that is chosen afterwards moves both ends", () => {
    const typed = { ...typedFrom(span, setting), start: "yesterday 9-10" };
    const later = { ...settled(span, typed, false, setting), date: "2026-10-20" };
    expect(readTyped(span, later, false, setting)).toMatchObject({
      startedAt: "2026-10-20T09:00:05.000Z",
      stoppedAt: "2026-10-20T10:00:00.000Z",
    });
  });

  test("an entry of days becomes one of hours", () => {
    const days = { ...span, startedAt: "2026-10-28T09:00:00Z", stoppedAt: "2026-10-31T10:00:00Z" };
    const typed = { ...typedFrom(days, setting), start: "11-12" };
    const expected = {
      startedAt: "2026-10-28T11:00:00.000Z",
      stoppedAt: "2026-10-28T12:00:00.000Z",
    };
    expect(readTyped(days, typed, false, setting)).toMatchObject(expected);
    const fields = settled(days, typed, false, setting);
    expect(fields).toMatchObject({ start: "11:00", end: "12:00", endDate: "2026-10-28" });
    expect(readTyped(days, fields, false, setting)).toMatchObject(expected);
  });

  test("clocks that go back give the end after the start", () => {
    const night = { ...span, startedAt: "2026-10-25T00:10:00Z", stoppedAt: "2026-10-25T00:20:00Z" };
    const berlin = { ...setting, zone: "Europe/Berlin" };
    const typed = { ...typedFrom(night, berlin), start: "2:45-2:15" };
    expect(readTyped(night, typed, false, berlin)).toMatchObject({
      startedAt: "2026-10-25T00:45:00.000Z",
      stoppedAt: "2026-10-25T01:15:00.000Z",
    });
  });
});

test("a length may be words", () => {
  expect(read({ duration: "90 minutes" }, true).stoppedAt).toBe("2026-11-02T10:30:05.123456Z");
  expect(read({ duration: "1 Stunde" }, true).stoppedAt).toBe("2026-11-02T10:00:05.123456Z");
});

test("an entry within one minute reads 0:00", () => {
  const short = { ...span, stoppedAt: "2026-11-02T09:00:50Z" };
  expect(typedFrom(short, setting).duration).toBe("0:00");
});

test("a point to split at lies strictly inside", () => {
  const [from, to] = [Date.parse("2026-11-01T23:00:00Z"), Date.parse("2026-11-02T01:00:00Z")];
  expect(pointInside("0:30", from, to, "UTC")).toBe(Date.parse("2026-11-02T00:30:00Z"));
  expect(pointInside("23:00", from, to, "UTC")).toBeNull();
  expect(pointInside("12:00", from, to, "UTC")).toBeNull();
});

test("a date that is none leaves the rest as it was, and is named", () => {
  for (const date of ["9999-12-31", "0026-11-15", ""]) {
    const typed = { ...typedFrom(span, setting), date };
    const reading = readTyped(span, typed, false, setting);
    expect(reading.errors).toHaveProperty("date");
    expect([reading.startedAt, reading.stoppedAt]).toEqual([span.startedAt, span.stoppedAt]);
  }
});
