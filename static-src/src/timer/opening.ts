/**
 * Opening an editor, and leaving the one that is open. What reads and saves the fields is loaded with
 * the first editor: until then there is nothing to save.
 */

import { navigate } from "wouter/use-browser-location";
import type { DateKey } from "../time/dates";
import { toInstant } from "../time/now";
import { inform } from "../ui/notices";
import { words } from "../words";
import { type Editing, setEditing, useEditor } from "./editing";

let leave: (() => boolean) | null = null;

/** How to leave what is open: false when it can't be saved as it is, and stays. */
export function onLeaving(work: () => boolean): void {
  leave = work;
}

const remind = (back: () => void): void =>
  void inform(words.editor.unfinished, [{ label: words.editor.finish, run: back }]);

/** It is in sight wherever entries are listed, but for a list that has no place for it. */
function remindOfHidden(): void {
  if (!document.querySelector("form.editor")) remind(() => navigate("/"));
}

/** Saves or closes what is open, then goes on; `stay` when it can't be saved as it is. */
export async function leaveThen(next: () => void, stay: () => void = remindOfHidden) {
  if (!useEditor.getState().editing?.draft) setEditing(null);
  // What another visit left open.
  else if (!leave) await import("./saving");
  if (leave && !leave()) stay();
  else next();
}

/** Opens an entry, once what was open is saved; what can't be saved keeps the focus. */
export function openEditor(next: Editing): void {
  const { editing } = useEditor.getState();
  const same = next.id !== "new" && editing?.id === next.id && editing.date === next.date;
  if (same) setEditing({ ...editing, focus: next.focus });
  else if (!editing?.draft) setEditing(next);
  else void leaveThen(() => setEditing(next));
}

/** Enters time that is over: on a day, from one moment to another, as far as these are known. */
export function addTime(date: DateKey, span?: { from: number; to: number }): void {
  const stretch = span && {
    startedAt: toInstant(span.from),
    stoppedAt: toInstant(span.to),
    tags: [],
  };
  openEditor({ id: "new", date, focus: "category", ...(stretch ? { span: stretch } : {}) });
}

/** Another screen: nothing is lost there either, and what is not finished says so. */
export function leaveScreen(back: () => void): void {
  void leaveThen(
    () => undefined,
    () => remind(back),
  );
}
