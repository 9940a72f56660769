/** A name typed in place. Enter and leaving keep it, Esc gives it up. */

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";

interface Props {
  label: string;
  initial: string;
  onSave(name: string): void;
  onCancel(): void;
  maxLength?: number;
  /** Enter saves, empties the field and stays, for several names in a row. */
  repeated?: boolean;
}

export function NameField({ label, initial, onSave, onCancel, ...props }: Props) {
  const { repeated = false, maxLength = 200 } = props;
  const [text, setText] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);

  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

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
    if (text.trim() !== "") save();
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
    <input
      ref={input}
      className="tree-input"
      type="text"
      aria-label={label}
      placeholder={label}
      maxLength={maxLength}
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={leave}
    />
  );
}
