/** Where keys are pressed to choose them. Esc gives up, Enter and leaving by Tab are the form's. */

import {
  type FormEvent,
  type KeyboardEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Action } from "../ui/actions";
import { chordOf, textOf } from "../ui/keys";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { isHeld, pressedAfter } from "./keys";

const text = screenWords.settings;

interface Props {
  action: Action;
  /** Why these can't be had. */
  problemOf(keys: string): string | undefined;
  onChoose(keys: string[]): void;
  onCancel(): void;
}

export function KeyField({ action, problemOf, onChoose, onCancel }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [keys, setKeys] = useState("");
  const problem = keys ? problemOf(keys) : undefined;

  useLayoutEffect(() => input.current?.focus(), []);

  const press = (event: KeyboardEvent): void => {
    const chord = chordOf(event);
    if (chord === "enter" || chord.endsWith("tab") || isHeld(chord)) return;
    event.preventDefault();
    event.stopPropagation();
    if (chord === "escape") onCancel();
    else setKeys(pressedAfter(keys, chord));
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (keys && !problem) onChoose([keys]);
    else input.current?.focus();
  };

  return (
    <form className="key-form" onSubmit={submit}>
      <input
        ref={input}
        readOnly
        value={keys && textOf(keys)}
        placeholder={text.pressKeys}
        aria-label={text.newKeys(action.label)}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem !== undefined || undefined}
        onKeyDown={press}
      />
      <button type="submit" className="button">
        {text.setKeys}
      </button>
      <button type="button" className="button-quiet" onClick={() => onChoose([])}>
        {text.takeKeys}
      </button>
      <button type="button" className="button-quiet" onClick={onCancel}>
        {words.editor.cancel}
      </button>
      <p id={`${id}-hint`} className={problem ? "field-errors small" : "muted small"} role="status">
        {problem ?? text.pressHint}
      </p>
    </form>
  );
}
