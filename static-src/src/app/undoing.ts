/** Undo and redo for every change since the page was opened, by key, palette and notice. */

import type { Change } from "../store/changes";
import { perform } from "../store/doing";
import {
  followHistory,
  isFinal,
  isLatest,
  onRecorded,
  redo,
  type Step,
  undo,
} from "../store/history";
import { onRefused } from "../store/sync";
import { register } from "../ui/actions";
import { complain, dismiss, inform } from "../ui/notices";
import { words } from "../words";
import { describe } from "./describe";

const text = words.undo;

/** Of several, the one that was meant: the timer, not the project that was made for it. */
const main = ({ done }: Step): Change | undefined => done.at(-1)?.change;

const named = (step: Step): string => {
  const change = main(step);
  return change ? describe(change) : "";
};

export function undoLast(): void {
  const outcome = undo(perform);
  if (!outcome) inform(text.nothing);
  else if (outcome.obstacle === "final") complain(text.final(named(outcome.step)));
  else if (outcome.obstacle) complain(text.changed(named(outcome.step)));
  else inform(text.undone(named(outcome.step)), [{ label: text.redo, run: redoLast }]);
}

export function redoLast(): void {
  const outcome = redo(perform);
  if (!outcome) inform(text.nothingToRedo);
  else inform(text.redone(named(outcome.step)), [{ label: text.undo, run: undoLast }]);
}

/** What has words of its own, or shows plainly enough: a timer that runs or doesn't. */
const QUIET: ReadonlySet<Change["kind"]> = new Set(["start", "stop", "remove", "archive"]);

function sayOf(change: Change): string {
  if (change.kind === "update") return text.saved;
  if (change.kind === "split") return text.split;
  return change.kind === "create" ? text.added : text.done(describe(change));
}

let said = "";
let saidOf = "";

function offerUndo(step: Step): void {
  dismiss(said);
  const change = main(step);
  if (!change || QUIET.has(change.kind)) return;
  if (isFinal(step)) {
    said = inform(sayOf(change));
    return;
  }
  // A notice's button undoes what it speaks of, or nothing.
  const run = (): void => {
    if (isLatest(step)) undoLast();
    else inform(text.nothing);
  };
  said = inform(sayOf(change), [{ label: text.undo, run }]);
  saidOf = change.key;
}

export function followUndo(): void {
  followHistory();
  // It was not done after all.
  onRefused(({ key }) => key === saidOf && dismiss(said));
  onRecorded(offerUndo);
  register([
    { name: "undo", label: words.actions.undo, group: "general", keys: ["mod+z"], run: undoLast },
    {
      name: "redo",
      label: words.actions.redo,
      group: "general",
      keys: ["mod+shift+z", "mod+y"],
      run: redoLast,
    },
  ]);
}
