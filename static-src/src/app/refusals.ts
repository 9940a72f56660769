/** What the server refused: back to where it was typed, with the reason, and nothing is lost. */

import { navigate } from "wouter/use-browser-location";
import type { TimeEntry } from "../api/types";
import { setTagTask, setTask, type TagTask, type Task } from "../projects/task";
import type { Change } from "../store/changes";
import { known } from "../store/state";
import { dismissChange, onRefused } from "../store/sync";
import { now } from "../time/now";
import { type Editing, type Field, setEditing, useEditor } from "../timer/editing";
import { focusField, replaceLine, START_FIELD, setLine, useLine } from "../timer/field";
import { leaveThen } from "../timer/opening";
import { complain, type NoticeAction } from "../ui/notices";
import { words } from "../words";
import { describe } from "./describe";
import { openDialog } from "./dialogs";
import { nameOf, obstacleOf, waysOut } from "./overlaps";

const NEVER_MADE = "never_made";
/** Longer ago, and whoever did it is not at it any more: a message says it. */
const JUST_NOW_MS = 10_000;
/** Given back to whoever typed it, who need not be told of what hung on it. */
const givenBack = new Set<string>();

export function reasonFor(change: Change): string {
  const { refusal } = change;
  if (!refusal) return "";
  const reason = words.errors[refusal.code] ?? refusal.message;
  const other = obstacleOf(change);
  return other ? `${reason} ${words.notice.overlaps(nameOf(other))}` : reason;
}

function toScreen(address: string): void {
  if (location.pathname + location.search !== address) navigate(address);
}

function lineAgain(change: Change, typed: string): void {
  const ways = waysOut(change, () => setLine(""));
  replaceLine(typed);
  useLine.setState({ problem: reasonFor(change), ways, failure: change.refusal });
}

/** Opens the field, form or editor that it was typed into, with what was typed. */
export function typeAgain(change: Change): void {
  const { origin, key } = change;
  if (!origin) return;
  void dismissChange(key);
  if (origin.place === "line") {
    lineAgain(change, String(origin.typed));
    focusField(START_FIELD);
  } else if (origin.place === "editor") {
    toScreen(origin.at ?? "/");
    void leaveThen(() => editAgain(change, origin.typed as Editing));
  } else if (origin.place === "tags") {
    toScreen(origin.at ?? "/projects/tags");
    setTagTask({ ...(origin.typed as TagTask), problem: reasonFor(change) });
  } else {
    toScreen("/projects");
    setTask({ ...(origin.typed as Task), problem: reasonFor(change) } as Task);
  }
}

/** Not into the name of a tag that is gone. */
const canTypeAgain = ({ kind, origin, refusal }: Change): boolean =>
  origin !== undefined && (kind !== "changeTag" || refusal?.code !== "not_found");

function editAgain(change: Change, typed: Editing): void {
  const field = FIELDS[change.refusal?.code ?? ""] ?? typed.focus;
  const problem = { field, text: reasonFor(change), failure: change.refusal };
  const ways = waysOut(change, () => setEditing(null));
  setEditing({ ...typed, focus: field, tried: 1 }, { ...problem, ways });
}

/** Where in an editor what the server refused can be made good. */
const FIELDS: Record<string, Field> = {
  entry_overlap: "start",
  invalid_time_range: "end",
  invalid_time: "start",
  archived: "category",
  duplicate_name: "category",
};

function isEntry(value: unknown): value is TimeEntry {
  return typeof value === "object" && value !== null && "startedAt" in value;
}

/** The entry as it is by now, where somebody else changed it. */
export function conflictOf({ kind, refusal }: Change): TimeEntry | null {
  const present = refusal?.code === "changed" ? refusal.details : null;
  return (kind === "update" || kind === "stop") && isEntry(present) ? present : null;
}

function waysOf(change: Change): NoticeAction[] {
  if (conflictOf(change)) {
    return [{ label: words.notice.compare, run: () => openDialog("conflict", change.key) }];
  }
  const again = { label: words.notice.again, run: () => typeAgain(change) };
  return [...waysOut(change), ...(canTypeAgain(change) ? [again] : [])];
}

function tell(change: Change): void {
  const actions = waysOf(change);
  const text = words.notice.notDone(describe(change), reasonFor(change));
  complain(text, actions, () => void dismissChange(change.key), change.refusal);
  // Without anything to type again or to choose there is nothing to keep.
  if (actions.length === 0) void dismissChange(change.key);
}

/** What holds time can't be deleted: the screen says so and offers to archive. */
function inUse(change: Change): boolean {
  if (change.kind !== "deleteNode" || !change.refusal?.code.endsWith("_in_use")) return false;
  setTask({ kind: "remove", id: change.node.id, inUse: change.refusal });
  void dismissChange(change.key);
  return true;
}

/** Where text is typed, or a choice is open: the focus isn't taken from there. */
function isBusy(): boolean {
  const field = document.activeElement;
  const typing = field instanceof HTMLInputElement && field.value !== "";
  return typing || !!useEditor.getState().editing || !!document.querySelector("dialog[open]");
}

/** The line goes back into the field, unless something else is being typed there by now. */
function backIntoLine(change: Change): boolean {
  if (change.origin?.place !== "line") return false;
  const { line } = useLine.getState();
  const text = String(change.origin.typed);
  if (line === text) void dismissChange(change.key);
  else if (line === "") {
    void dismissChange(change.key);
    lineAgain(change, text);
    if (!isBusy()) focusField(START_FIELD);
  }
  return line === text || line === "";
}

/** Nobody is typing anything else by now, nor has gone elsewhere. */
function isAtIt({ at, origin }: Change): boolean {
  const here = origin?.at ?? (origin?.place === "tree" ? "/projects" : "/");
  return now() - at < JUST_NOW_MS && here === location.pathname + location.search && !isBusy();
}

function backIntoForm(change: Change): boolean {
  if (!change.origin || change.refusal?.code === NEVER_MADE || conflictOf(change)) return false;
  if (!isAtIt(change) || !canTypeAgain(change)) return false;
  givenBack.add(JSON.stringify(change.origin));
  typeAgain(change);
  return true;
}

/** What was to be made for it was typed with it, and is told of: typing that again is enough. */
function isTold({ key, origin, refusal }: Change): boolean {
  const tells = (one: Change): boolean =>
    one.refusal !== undefined &&
    one.refusal.code !== NEVER_MADE &&
    JSON.stringify(one.origin) === JSON.stringify(origin);
  if (!origin || refusal?.code !== NEVER_MADE) return false;
  const told = givenBack.has(JSON.stringify(origin)) || known.getState().changes.some(tells);
  if (told) void dismissChange(key);
  return told;
}

function refused(change: Change): void {
  if (inUse(change) || backIntoLine(change) || isTold(change) || backIntoForm(change)) return;
  tell(change);
}

export const followRefusals = (): void => onRefused(refused);
