/** Keys pressed anywhere on the page, and the actions that they mean. */

import { currentSession } from "../store/session";
import { actionFor, allKeys, keepFocus } from "../ui/actions";
import { chordOf, KeySequence } from "../ui/keys";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input:not([type=checkbox],[type=radio]), textarea, select"));

const behindDialog = (): boolean => document.querySelector("dialog[open]") !== null;

/** In a field these undo what was typed there. */
const FIELDS_OWN: ReadonlySet<string> = new Set(["mod+z", "mod+shift+z", "mod+y"]);

/** While something is typed only chords with Ctrl or ⌘ are ours; behind a dialog none is. */
export function followKeys(): void {
  const sequence = new KeySequence();
  const onKeyDown = (event: KeyboardEvent): void => {
    const chord = chordOf(event);
    // In front of the gate there is nothing to do yet.
    if (!currentSession()) return;
    if (event.defaultPrevented || event.isComposing || event.repeat || behindDialog()) return;
    if (isTyping(event.target) && (!chord.startsWith("mod+") || FIELDS_OWN.has(chord))) return;
    const keys = sequence.press(chord, event.timeStamp, allKeys());
    keepFocus(null);
    const action = keys === null ? undefined : actionFor(keys);
    if (!action) return;
    event.preventDefault();
    action.run();
  };
  addEventListener("keydown", onKeyDown);
}
