import { describe, expect, test } from "vitest";
import { parseTimeOfDay } from "./clock";
import { addDays, addMonths, eachDay, isDateKey, startOfQuarter, startOfWeek } from "./dates";
import { customRange, namedRange, shiftRange } from "./ranges";
import { boundsOf, dateOf, instantsOf, localTime, startOfDay } from "./zone";

const HOUR = 3_600_000;

describe("weeks and months", () => {
  test("a week begins on the chosen day, also across years", () => {
    expect(startOfWeek("2026-11-24", 1)).toBe("2026-11-23");
    expect(startOfWeek("2026-11-24", 7)).toBe("2026-11-22");
    expect(startOfWeek("2027-01-01", 1)).toBe("2026-12-28");
    expect(startOfWeek("2026-11-23", 1)).toBe("2026-11-23");
  });

  test("months and quarters turn over with the year", () => {
    expect(addMonths("2026-12-31", 1)).toBe("2027-01-01");
    expect(addMonths("2026-01-31", -1)).toBe("2025-12-01");
    expect(startOfQuarter("2026-11-24")).toBe("2026-10-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  });

  test("a date is one only when the calendar has it", () => {
    expect(["2026-02-28", "2026-02-29", "2026-2-1", ""].map(isDateKey)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test("ranges are half-open, named ones and one's own", () => {
    expect(namedRange("last-week", "2026-11-24", 1)).toEqual({
      from: "2026-11-16",
      to: "2026-11-23",
    });
    expect(eachDay("2026-02-27", "2026-03-01")).toEqual(["2026-02-27", "2026-02-28"]);
    expect(customRange("2026-03-02", "2026-03-01")).toEqual({
      from: "2026-03-01",
      to: "2026-03-03",
    });
    expect(customRange("2026-03-02", "soon")).toBeNull();
  });

  test("the last days end with today, over the turn of a year too", () => {
    expect(namedRange("last-7-days", "2027-01-03", 1)).toEqual({
      from: "2026-12-28",
      to: "2027-01-04",
    });
    const month = namedRange("last-30-days", "2026-03-01", 1);
    expect(month).toEqual({ from: "2026-01-31", to: "2026-03-02" });
    expect(eachDay(month.from, month.to)).toHaveLength(30);
  });

  test("whole months move by months, other ranges by their length", () => {
    expect(shiftRange({ from: "2026-01-01", to: "2026-02-01" }, 1)).toEqual({
      from: "2026-02-01",
      to: "2026-03-01",
    });
    expect(shiftRange({ from: "2026-03-02", to: "2026-03-09" }, -1)).toEqual({
      from: "2026-02-23",
      to: "2026-03-02",
    });
  });
});

describe("zones", () => {
  test.each(["UTC", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia"])(
    "in %s a date that was met before is the same when it is looked up",
    (zone) => {
      const first = Date.parse("2011-12-20T00:00:00Z");
      for (let index = 0; index < 4_000; index += 1) {
        const ms = first + ((index * 7_919) % 2_000) * 13 * HOUR + index * 61_000;
        expect(dateOf(ms, zone), new Date(ms).toISOString()).toBe(localTime(ms, zone).date);
      }
    },
  );

  test.each([
    ["2026-03-29", "Europe/Berlin", 23],
    ["2026-10-25", "Europe/Berlin", 25],
    ["2026-03-08", "America/New_York", 23],
    ["2026-11-01", "America/New_York", 25],
    ["2026-11-02", "UTC", 24],
  ])("%s in %s lasts %i hours", (date, zone, hours) => {
    const { from, to } = boundsOf(date, zone);
    expect(to - from).toBe(hours * HOUR);
  });

  test("a local time names two instants when clocks go back and none when they skip it", () => {
    expect(instantsOf("2026-10-25", 2.5 * 3600, "Europe/Berlin")).toHaveLength(2);
    expect(instantsOf("2026-03-29", 2.5 * 3600, "Europe/Berlin")).toHaveLength(0);
  });

  test("a day begins at its first instant even where midnight is skipped", () => {
    expect(new Date(startOfDay("2026-09-06", "America/Santiago")).toISOString()).toBe(
      "2026-09-06T04:00:00.000Z",
    );
  });
});

describe("a typed time of day", () => {
  test.each([
    ["9", 9],
    ["9:15", 9.25],
    ["0915", 9.25],
    ["9.15", 9.25],
    ["9pm", 21],
    ["12:30 am", 0.5],
    ["0930 p. m.", 21.5],
    ["24:00", 24],
  ])("%s is %d hours after midnight", (text, hours) => {
    expect(parseTimeOfDay(text)).toBe(hours * 3600);
  });

  test.each(["25:00", "9:60", "13pm", "9m", "0915m", "9.", "noon", ""])("%s is none", (text) => {
    expect(parseTimeOfDay(text)).toBeNull();
  });
});
