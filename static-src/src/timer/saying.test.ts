import { expect, test, vi } from "vitest";
import { parseWhen } from "../time/spoken";
import { type Saying, sayLine } from "./saying";

vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"], userAgent: "" }));

const speaker = { now: Date.parse("2026-11-24T11:00:00Z"), zone: "Europe/Berlin" };
const said = (typed: string, hours: "12" | "24" = "24"): Saying =>
  sayLine(parseWhen(typed), { ...speaker, hours });

const nothing: Saying = { verb: "start", times: null, duration: null, day: null, error: null };

test("without a time it starts now", () => {
  expect(said("")).toEqual(nothing);
});

test("what is over is added, with its times, its length and its day", () => {
  expect(said("9-10:15")).toEqual({
    ...nothing,
    verb: "add",
    times: "9:00–10:15",
    duration: "1:15",
  });
  expect(said("for 90m")).toMatchObject({ verb: "add", times: "10:30–12:00", duration: "1:30" });
  expect(said("yesterday 14-15")).toMatchObject({ times: "14:00–15:00", day: "Yesterday" });
  expect(said("14-15")).toMatchObject({ verb: "add", day: "Yesterday" });
  expect(said("fri 14-15")).toMatchObject({ day: "Friday 20 November" });
  expect(said("yesterday 22-1:30")).toMatchObject({ times: "22:00–1:30 +1", duration: "3:30" });
  expect(said("2-2:45pm", "12").times).toBe("2:00 pm–2:45 pm");
});

test("what still runs is started, with how long it has", () => {
  expect(said("since 9:15")).toEqual({ ...nothing, times: "since 9:15", duration: "2:45" });
  expect(said("12:01-")).toMatchObject({ times: "since 12:01", duration: "0:00" });
});

test("what can't be says why, and what was understood", () => {
  expect(said("today 14-15")).toEqual({
    ...nothing,
    verb: "add",
    times: "14:00–15:00",
    error: "That is in the future.",
  });
  expect(said("yesterday 9 for 40h")).toEqual(nothing);
  expect(said("11:30 for 1h")).toMatchObject({ times: "11:30–12:30", duration: "1:00" });
  expect(said("yesterday 2h")).toMatchObject({ verb: "add", times: null, duration: "2:00" });
  expect(said("yesterday 2h").error).toContain("when it began");
  expect(said("today 14-")).toMatchObject({ verb: "start", times: "since 14:00" });
});
