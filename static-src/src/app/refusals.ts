/** What the server refused: back to where it was typed, with the reason, and nothing is lost. */

import { navigate } from "wouter/use-browser-location";
import type { TimeEntry } from "../api/types";
import { setTask, type Task } from "../projects/tree";
import type { Change } from "../store/changes";
import { update } from "../store/doing";
import { known } from "../store/state";
import { dismissChange, onRefused } from "../store/sync";
import { pathText } from "../store/tree";
import { type Editing, setEditing } from "../timer/editing";
import { focusField, START_FIELD, useLine } from "../timer/field";
import { writeNote } from "../timer/line";
import { leaveEditing } from "../timer/saving";
import { isOn } from "../ui/actions";
import { complain, type NoticeAction } from "../ui/notices";
import { words } from "../words";
import { describe } from "./describe";

export function reasonFor({ refusal }: Change): string {
  if (!refusal) return "";
  const reason = words.errors[refusal.code] ?? refusal.message;
  const [id] = entriesIn(refusal.details);
  return id === undefined ? reason : `${reason} ${namedEntry(id)}`.trim();
}

/** The entries that an overlap names. */
function entriesIn(details: unknown): string[] {
  if (typeof details !== "object" || details === null || !("entries" in details)) return [];
  return Array.isArray(details.entries)
    ? details.entries.filter((id) => typeof id === "string")
    : [];
}

function namedEntry(id: string): string {
  const { shown, places } = known.getState();
  const entry = shown.entries.find((one) => one.id === id);
  const place = entry && places.get(entry.categoryId);
  return place ? words.notice.overlaps(pathText(place)) : "";
}

function toScreen(path: string): void {
  if (!isOn(path)) navigate(path);
}

/** Opens the field, form or editor that it was typed into, with what was typed. */
export function typeAgain(change: Change): void {
  const { origin, key } = change;
  if (!origin) return;
  void dismissChange(key);
  if (origin.place === "line") {
    useLine.setState({ line: String(origin.typed), problem: reasonFor(change) });
    focusField(START_FIELD);
  } else if (origin.place === "editor") {
    toScreen("/");
    if (leaveEditing()) setEditing({ ...(origin.typed as Editing), tried: 1 });
  } else {
    toScreen("/projects");
    setTask(origin.typed as Task);
  }
}

function isEntry(value: unknown): value is TimeEntry {
  return typeof value === "object" && value !== null && "startedAt" in value;
}

/** Somebody changed the same: which of the two holds is for the person to say. */
function conflict(change: Change): { text: string; actions: NoticeAction[] } | null {
  const present = change.refusal?.code === "changed" ? change.refusal.details : null;
  if (change.kind !== "update" || !isEntry(present)) return null;
  const theirs = writeNote(present.note ?? "", present.tags) || present.startedAt;
  const keepTheirs = (): void => void dismissChange(change.key);
  const takeMine = (): void => {
    keepTheirs();
    update(present, change.fields, { projectId: change.projectId, origin: change.origin });
  };
  return {
    text: words.notice.changed(describe(change), theirs),
    actions: [
      { label: words.notice.keepTheirs, run: keepTheirs },
      { label: words.notice.useMine, run: takeMine },
    ],
  };
}

function tell(change: Change): void {
  const found = conflict(change);
  const text = found?.text ?? words.notice.notDone(describe(change), reasonFor(change));
  const again = { label: words.notice.again, run: () => typeAgain(change) };
  const actions = [...(found?.actions ?? []), ...(change.origin ? [again] : [])];
  complain(text, actions, () => void dismissChange(change.key));
  // Without anything to type again or to choose there is nothing to keep.
  if (actions.length === 0) void dismissChange(change.key);
}

/** What holds time can't be deleted: the screen says so and offers to archive. */
function inUse(change: Change): boolean {
  if (change.kind !== "deleteNode" || !change.refusal?.code.endsWith("_in_use")) return false;
  setTask({ kind: "remove", id: change.node.id, inUse: change.refusal.details ?? {} });
  void dismissChange(change.key);
  return true;
}

/** The line goes back into the field, unless something else is being typed there by now. */
function backIntoLine(change: Change): boolean {
  if (change.origin?.place !== "line") return false;
  const { line } = useLine.getState();
  const text = String(change.origin.typed);
  if (line === text) void dismissChange(change.key);
  else if (line === "") typeAgain(change);
  return line === text || line === "";
}

function refused(change: Change): void {
  if (inUse(change) || backIntoLine(change)) return;
  tell(change);
}

export const followRefusals = (): void => onRefused(refused);
