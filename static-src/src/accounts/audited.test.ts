import { expect, test, vi } from "vitest";
import { type AuditRecord, sentenceOf } from "./audited";

vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"], userAgent: "" }));

const people: Record<string, string> = { a: "Ada", b: "Bob" };
const places: Record<string, string> = { c: "Garden › Beds", d: "Garden › Roses" };
const speaker = {
  person: (id: string | null) => people[id ?? ""] ?? "The server",
  place: (id: string) => places[id] ?? "Unknown category",
  day: (at: number) => `${Math.floor(at / 1e10)} March`,
  time: (at: number) => `${Math.floor((at % 1e10) / 1e8)}:00`,
};
/** On a day of March, at an hour. */
const at = (day: number, hour: number): number => day * 1e10 + hour * 1e8;

const say = (kind: string, action: string, details: object, actorId: string | null = "a") => {
  const record = { id: "r", at: "", actorId, kind, action, objectId: "b", details };
  return sentenceOf(record as AuditRecord, speaker);
};

const times = [at(14, 9), at(14, 10)];

test("a changed entry is told with what it was and what it became", () => {
  const fields = { stoppedAt: [at(14, 10), at(14, 11)] };
  expect(say("entry", "changed", { personId: "b", times, fields })).toBe(
    "Ada changed Bob's entry of 14 March: 9:00–10:00 became 9:00–11:00.",
  );
  const all = {
    startedAt: [at(14, 9), at(15, 9)],
    stoppedAt: [at(14, 10), at(15, 10)],
    categoryId: ["c", "d"],
    note: [],
    tags: [["hot"], []],
  };
  expect(say("entry", "changed", { personId: "a", times, fields: all })).toBe(
    "Ada changed their own entry of 14 March: 9:00–10:00 became 15 March, 9:00–10:00; " +
      "Garden › Beds became Garden › Roses; the note changed; #hot became no tags.",
  );
});

test("one that ran, and one of which less is told, read well too", () => {
  const running = { personId: "b", times: [at(14, 9), null] };
  expect(say("entry", "changed", { ...running, fields: { stoppedAt: [null, at(14, 12)] } })).toBe(
    "Ada changed Bob's entry of 14 March: 9:00–now became 9:00–12:00.",
  );
  const fields = { stoppedAt: [at(14, 10), at(14, 11)] };
  expect(say("entry", "changed", { personId: "b", fields })).toBe(
    "Ada changed Bob's entry: –10:00 became –11:00.",
  );
});

test("what else happens to entries", () => {
  const gone = { startedAt: at(14, 9), stoppedAt: at(14, 10), categoryId: "c", tags: [] };
  expect(say("entry", "deleted", { personId: "b", fields: gone })).toBe(
    "Ada deleted Bob's entry of 14 March: 9:00–10:00.",
  );
  expect(say("entry", "split", { personId: "b", at: at(14, 9), second: "e" })).toBe(
    "Ada split Bob's entry of 14 March at 9:00.",
  );
  expect(say("entry", "reopened", { personId: "a", stoppedAt: at(14, 9) })).toBe(
    "Ada let their own entry of 14 March run on.",
  );
});

test.each([
  [
    "category",
    "merged",
    { into: "d", name: "Beds", entries: 2 },
    "a",
    "Ada merged “Beds” into “Garden › Roses”, with 2 entries.",
  ],
  ["tag", "renamed", { name: ["a", "b"], entries: 1 }, "b", "Bob renamed “#a” to “#b” on 1 entry."],
  ["tag", "deleted", { name: "a", entries: 1 }, "b", "Bob removed “#a” from 1 entry."],
  ["token", "created", { name: "Script", scope: "read" }, "b", "Bob created the token “Script”."],
  ["token", "revoked", {}, null, "The server revoked a token."],
  ["feed", "created", { name: "Phone" }, "b", "Bob created the calendar feed “Phone”."],
  ["feed", "revoked", {}, "a", "Ada revoked a calendar feed."],
  ["feed", "created", {}, "b", "Bob: feed created."],
  ["tag", "renamed", { personId: "b" }, "b", "Bob: tag renamed."],
  ["person", "deleted", { entries: 2 }, "a", "Ada removed a person with 2 entries."],
  ["person", "created", { role: "member" }, null, "The server added Bob (Member)."],
  [
    "person",
    "changed",
    { fields: ["email", "role"], role: ["member", "administrator"] },
    "a",
    "Ada changed Bob's account: the e-mail address; Member became Administrator.",
  ],
  [
    "person",
    "changed",
    { fields: ["password"] },
    "b",
    "Bob changed their own account: the password.",
  ],
  ["rocket", "launched", {}, "a", "Ada: rocket launched."],
])("%s %s", (kind, action, details, actor, sentence) => {
  expect(say(kind, action, details, actor)).toBe(sentence);
});
