import { describe, expect, test } from "vitest";
import { drawFrom } from "./seeded";
import { listener, parseLength, parseSpoken, parseWhen, type When } from "./spoken";
import { TONGUES } from "./tongues";

const at = (hour: number, minute = 0): number => (hour * 60 + minute) * 60;
const HOUR = 3600;
const morning = { since: at(9), until: at(10, 15) };

const SAID: [string, When][] = [
  ["9-10:15", morning],
  ["9:00-10:15", morning],
  ["9:00 – 10:15", morning],
  ["9.00–10.15", morning],
  ["0900-1015", morning],
  ["9:00:30-10:15", { since: at(9) + 30, until: at(10, 15) }],
  ["9am-10am", { since: at(9), until: at(10) }],
  ["9 a.m.-10 a.m.", { since: at(9), until: at(10) }],
  ["9-10pm", { since: at(21), until: at(22) }],
  ["11-1pm", { since: at(11), until: at(13) }],
  ["12-1pm", { since: at(12), until: at(13) }],
  ["9am-5", { since: at(9), until: at(17) }],
  ["10pm-2", { since: at(22), until: at(2) }],
  ["14-3pm", { since: at(14), until: at(15) }],
  ["22-24", { since: at(22), until: at(24) }],
  ["from 9 to 10:15", morning],
  ["from 9 until 10:15", morning],
  ["9:00 to 10:15", morning],
  ["von 9 bis 10:15", morning],
  ["9-10:15 Uhr", morning],
  ["9 o'clock-10:15", morning],
  ["9:15-", { since: at(9, 15) }],
  ["9pm-", { since: at(21) }],
  ["since 9", { since: at(9) }],
  ["since 9:15", { since: at(9, 15) }],
  ["since 0915", { since: at(9, 15) }],
  ["seit 9 Uhr", { since: at(9) }],
  ["for 1h", { length: HOUR }],
  ["for 90m", { length: 1.5 * HOUR }],
  ["für 90 Minuten", { length: 1.5 * HOUR }],
  ["1h30", { length: 1.5 * HOUR }],
  ["1h 30m", { length: 1.5 * HOUR }],
  ["1:30h", { length: 1.5 * HOUR }],
  ["1:30 h", { length: 1.5 * HOUR }],
  ["1.5 hours", { length: 1.5 * HOUR }],
  ["1,5 Std.", { length: 1.5 * HOUR }],
  ["1 hour and 30 minutes", { length: 1.5 * HOUR }],
  ["1 Stunde und 30 Minuten", { length: 1.5 * HOUR }],
  ["90 min", { length: 1.5 * HOUR }],
  ["45m", { length: 0.75 * HOUR }],
  ["14:00 for 1h", { since: at(14), length: HOUR }],
  ["at 14 for 1h", { since: at(14), length: HOUR }],
  ["um 14 Uhr für 1h", { since: at(14), length: HOUR }],
  ["yesterday 14-15", { day: { ago: 1 }, since: at(14), until: at(15) }],
  ["gestern 14-15 Uhr", { day: { ago: 1 }, since: at(14), until: at(15) }],
  ["vorgestern 14-15", { day: { ago: 2 }, since: at(14), until: at(15) }],
  ["14-15 yesterday", { day: { ago: 1 }, since: at(14), until: at(15) }],
  ["today, 14-15", { day: { ago: 0 }, since: at(14), until: at(15) }],
  ["from yesterday 14 to 15", { day: { ago: 1 }, since: at(14), until: at(15) }],
  ["since yesterday 14", { day: { ago: 1 }, since: at(14) }],
  ["yesterday 14-", { day: { ago: 1 }, since: at(14) }],
  ["yesterday 14:00 for 1h", { day: { ago: 1 }, since: at(14), length: HOUR }],
  ["yesterday 2h", { day: { ago: 1 }, length: 2 * HOUR }],
  ["yesterday 9-8", { day: { ago: 1 }, since: at(9), until: at(8) }],
  ["mon 9-10", { day: { weekday: 1 }, since: at(9), until: at(10) }],
  ["Monday 9-10", { day: { weekday: 1 }, since: at(9), until: at(10) }],
  ["on Monday 9-10", { day: { weekday: 1 }, since: at(9), until: at(10) }],
  ["9-10 am Montag", { day: { weekday: 1 }, since: at(9), until: at(10) }],
  ["Do. 9-10", { day: { weekday: 4 }, since: at(9), until: at(10) }],
  ["so. 9-10", { day: { weekday: 7 }, since: at(9), until: at(10) }],
  ["2026-11-24 9-10", { day: "2026-11-24", since: at(9), until: at(10) }],
];

describe("what is understood", () => {
  test.each(SAID)("%s", (typed, when) => {
    expect(parseSpoken(typed)).toEqual({ text: "", when, taken: typed });
    expect(parseWhen(typed)).toEqual(when);
    expect(parseSpoken(`weeding ${typed}`)).toEqual({ text: "weeding", when, taken: typed });
  });

  test.each([
    ["9-10:15 weeding", "weeding", "9-10:15"],
    ["9:15- weeding", "weeding", "9:15-"],
    ["since 9 weeding", "weeding", "since 9"],
    ["from 9 to 10 weeding", "weeding", "from 9 to 10"],
    ["90 min weeding", "weeding", "90 min"],
    ["yesterday 9-10 weeding", "weeding", "yesterday 9-10"],
    ["9-10pm weeding", "weeding", "9-10pm"],
    ["9-10 Uhr weeding", "weeding", "9-10 Uhr"],
    ["9-10, weeding", "weeding", "9-10"],
    ["9-10: weeding", "weeding", "9-10"],
    ["9:00-10:15 - weeding", "weeding", "9:00-10:15"],
    ["weeding, 9-10", "weeding", "9-10"],
    ["weeding – 9-10", "weeding", "9-10"],
    ["Garden: 9-10", "Garden:", "9-10"],
    ["things to do 9-10", "things to do", "9-10"],
    ["call since 9 for 1h", "call", "since 9 for 1h"],
    ["chapter 9 for 1h", "chapter 9", "for 1h"],
    ["prepare Monday 2h", "prepare Monday", "2h"],
    ["9:00-10:00 Monday meeting", "Monday meeting", "9:00-10:00"],
  ])("%s leaves %s and takes %s", (typed, text, taken) => {
    expect(parseSpoken(typed)).toMatchObject({ text, taken });
  });

  test("bare hours begin a line only before what is known to be a path", () => {
    const typed = "9-10 Garden › Beds";
    expect(parseSpoken(typed).when).toBeNull();
    expect(parseSpoken(typed, { hoursFirst: true })).toMatchObject({ text: "Garden › Beds" });
  });
});

describe("what is text", () => {
  test.each([
    // In the middle.
    "call 9-5 support team",
    "phase 3-4 planning",
    "weeding 9:00-10:15 and more",
    "spent 2h on it",
    // A single number, and a single time of day.
    "9",
    "9:15",
    "9-",
    "room 101",
    "9-10:1",
    "chapter 9",
    "chapter 9-",
    "COVID-19",
    "yesterday 14",
    "yesterday",
    // No times of day, or not so much of them.
    "release 1.2-1.3",
    "route 66-67",
    "iso 9001-2015",
    "call 030-1234",
    "24-25",
    "dated 2026-11-24",
    "dated 2026-11-31 9:15",
    // Counts, scores and years.
    "2-3 people",
    "won 3-1",
    "tied 9-9",
    "taxes 2024-2025",
    "moved from 2015 to 2020",
    "here since 2015",
    "Sprint 5 - 9:15",
    "9:15 - standup",
    "alarm 9:15 - yesterday",
    "chapter 9 - monday",
    "yesterday chapter 9 -",
    // Words that also stand before times.
    "for the team",
    "since Monday we...",
    "since 24",
    "since 25",
    "from here to there",
    // Lengths of something else.
    "back in 45m",
    "backup every 2h",
    "run 100 m",
    "music of the 90s",
    "for 0h",
    "for 25h",
    // How to say that no time is meant.
    "pages 9-10.",
    'pages "9-10"',
    "pages (9-10)",
  ])("%s", (typed) => {
    expect(parseSpoken(typed)).toEqual({ text: typed, when: null, taken: "" });
  });

  test("pages at the end are taken: they could be times, and the line says so", () => {
    expect(parseSpoken("pages 9-10")).toMatchObject({ text: "pages", taken: "9-10" });
  });

  test("a field for times holds nothing else", () => {
    expect(parseWhen("2015-2020")).toEqual({ since: at(20, 15), until: at(20, 20) });
    expect(["9", "weeding 9-10", "9-10 weeding", ""].map(parseWhen)).toEqual(Array(4).fill(null));
  });
});

test("a length by itself may be words, or what fields took before", () => {
  expect(["90 minutes", "1 Stunde", "1:30", "90", "1.5"].map(parseLength)).toEqual([
    1.5 * HOUR,
    HOUR,
    1.5 * HOUR,
    1.5 * HOUR,
    1.5 * HOUR,
  ]);
  expect(["soon", "for", "0 hours"].map(parseLength)).toEqual([null, null, null]);
});

test("a language can be left out, or added", () => {
  const [english] = TONGUES;
  expect(english && listener([english]).parseWhen("seit 9")).toBeNull();
  const french = english && { ...english, since: ["depuis"], oclock: ["heures"] };
  expect(french && listener([french]).parseWhen("depuis 9 heures")).toEqual({ since: at(9) });
});

const RUNS = 5_000;
const two = (value: number): string => String(value).padStart(2, "0");

/** A time of day in each way to write it, by 24 hours and by twelve. */
function plain(seconds: number): string[] {
  const [hour, minute] = [Math.floor(seconds / HOUR), two(Math.floor(seconds / 60) % 60)];
  const colon = `${hour}:${minute}`;
  return [colon, `${two(hour)}:${minute}`, `${hour}.${minute}`, `${colon} Uhr`, `${colon}:00`];
}

function halved(seconds: number): string[] {
  const [hour, minute] = [Math.floor(seconds / HOUR), two(Math.floor(seconds / 60) % 60)];
  const [twelve, half] = [`${hour % 12 || 12}:${minute}`, hour < 12 ? "a" : "p"];
  return [`${twelve}${half}m`, `${twelve} ${half.toUpperCase()}M`, `${twelve} ${half}.m.`];
}

describe("made-up lines (seed 14)", () => {
  const draw = drawFrom(14);

  test("all spellings of a span say the same", () => {
    for (let run = 0; run < RUNS; run += 1) {
      const when = { since: draw.below(1440) * 60, until: draw.below(1440) * 60 };
      // A half of the day said for one of them would hold for the other.
      const [since, until] = [when.since, when.until].map(draw.below(2) === 0 ? plain : halved);
      const [from, to] = [draw.pick(since ?? []), draw.pick(until ?? [])];
      const compact = [when.since, when.until].map((s) => plain(s)[1]?.replace(":", ""));
      const typed = [
        `${from}-${to}`,
        `${from} – ${to}`,
        `from ${from} to ${to}`,
        compact.join("-"),
      ];
      for (const said of typed) expect([said, parseWhen(said)]).toEqual([said, when]);
      expect(parseSpoken(`weeding ${typed[draw.below(3)]}`)).toMatchObject({
        text: "weeding",
        when,
      });
    }
  });

  test("all spellings of a length say the same", () => {
    for (let run = 0; run < RUNS; run += 1) {
      const [hours, minutes] = [draw.below(23), 1 + draw.below(59)];
      const typed = [
        `${hours}h${two(minutes)}`,
        `${hours}:${two(minutes)}h`,
        `${hours}h ${minutes}m`,
        `${hours} hours ${minutes} minutes`,
        `${hours} Stunden und ${minutes} Minuten`,
        `${hours * 60 + minutes} min`,
        `for ${hours * 60 + minutes}m`,
      ];
      const when = { length: hours * HOUR + minutes * 60 };
      for (const said of typed) expect([said, parseWhen(said)]).toEqual([said, when]);
    }
  });

  // Numbers follow plain words, so that no two words make a time together.
  const WORDS =
    "fix,the,log,for,team,since,Monday,yesterday,today,to,from,bis,von,am,at,v2-3,–,-,(,plan h,per min,›,:,in,and,with chapter 9 of,room 101,alarm 9:15,version 1.2,gate 9:15-9:30 opens,45m of it".split(
      ",",
    );
  const LAST = "beds,review 7,for,über planung.,(b),alarm 9:15,yesterday,monday,do,so".split(",");

  test("a note without times comes back as it was", () => {
    for (let run = 0; run < RUNS; run += 1) {
      const words = Array.from({ length: draw.below(6) }, () => draw.pick(WORDS));
      const note = ["weeds", ...words, draw.pick(LAST)].join(" ");
      expect(parseSpoken(note)).toEqual({ text: note, when: null, taken: "" });
    }
  });

  test("what is taken and what is left are all that was typed", () => {
    for (let run = 0; run < RUNS; run += 1) {
      const [said] = draw.pick(SAID);
      const typed = draw.below(2) === 0 ? `some ${draw.pick(LAST)} ${said}` : `${said} weeds more`;
      const { text, taken } = parseSpoken(typed);
      const rest = typed.replace(taken, "").trim();
      expect([typed, text]).toEqual([typed, rest]);
    }
  });
});
