/** Choosing keys: what was pressed, and which other action stands in its way. Pure. */

import { type Action, givenKeys } from "../ui/actions";
import { isSingle } from "../ui/keys";

const HELD = new Set([
  "control",
  "shift",
  "alt",
  "meta",
  "altgraph",
  "capslock",
  "dead",
  "process",
]);

/** What moves, presses and leaves, and what fields and browsers keep for themselves. */
const OWN =
  /^(shift\+)?(tab|enter|escape|space|arrow(up|down|left|right)|home|end|page(up|down))$|^mod\+[acvxtnw]$/;

export const isHeld = (chord: string): boolean => HELD.has(chord.split("+").at(-1) ?? "");

export const isOwn = (keys: string): boolean => keys.split(" ").some((chord) => OWN.test(chord));

/** With what was pressed before: two single keys are one after the other, all else begins anew. */
export function pressedAfter(before: string, chord: string): string {
  const follows = before !== "" && !before.includes(" ") && isSingle(before) && isSingle(chord);
  return follows ? `${before} ${chord}` : chord;
}

/** Whether both can be there at once: where the tree of projects is, no entry or report is. */
function meet({ place: one }: Action, { place: other }: Action): boolean {
  if (!one || !other || one === other) return true;
  return one !== "projects" && other !== "projects";
}

/** The same, or the beginning of the other. */
const collide = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);

/** The action that has these keys already, where both can be meant. */
export const holderOf = (
  keys: string,
  action: Action,
  actions: readonly Action[],
): Action | undefined =>
  actions.find(
    (other) =>
      other.name !== action.name &&
      meet(action, other) &&
      givenKeys(other).some((theirs) => collide(theirs, keys)),
  );
