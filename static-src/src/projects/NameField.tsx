/** A name typed in place. Enter and leaving keep it, Esc gives it up. */

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { Typing } from "./task";

interface Props {
  label: string;
  /** Its field begins with this, and again with each that comes. */
  from: Typing;
  onSave(name: string): void;
  onCancel(): void;
  /** Without it nothing pasted is cut: the server says what is too long. */
  maxLength?: number;
  /** Enter saves, empties the field and stays, for several names in a row. */
  repeated?: boolean;
}

export function NameField({ label, from, onSave, onCancel, ...props }: Props) {
  const { repeated = false, maxLength } = props;
  const [text, setText] = useState(from.typed);
  const problem = text === from.typed ? from.problem : undefined;
  const why = useId();
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);

  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    setText(from.typed);
    // At once, or there would be nothing to select yet.
    field.value = from.typed;
    field.focus();
    field.select();
  }, [from]);

  const cancel = (): void => {
    done.current = true;
    onCancel();
  };

  const save = (): void => {
    const name = text.trim();
    done.current = !repeated;
    setText("");
    if (name === "") cancel();
    else onSave(name);
  };

  const leave = (): void => {
    if (done.current) return;
    if (text.trim() !== "" && !problem) save();
    cancel();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    // Else Enter presses the button that a dialog, opened by it, begins with.
    event.preventDefault();
    if (event.key === "Enter") save();
    else cancel();
  };

  return (
    <>
      <input
        ref={input}
        className="tree-input"
        type="text"
        aria-label={label}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem && why}
        placeholder={label}
        maxLength={maxLength}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      {problem && (
        <p className="field-errors" id={why} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
