/** A text field with a list of suggestions, after the ARIA combobox pattern. */

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { words } from "../words";
import { useSaid } from "./said";

interface Props<Option> {
  id?: string;
  label: string;
  value: string;
  onValue(value: string): void;
  options: Option[];
  optionKey(option: Option): string;
  renderOption(option: Option): ReactNode;
  onPick(option: Option): void;
  /** Enter without an option to pick; without it, Enter is left to the form. */
  onEnter?(): void;
  /** Tab while an option is highlighted; true when it was used up. */
  onTab?(option: Option): boolean;
  onEscape?(): void;
  onFocus?(): void;
  onBlur?(): void;
  placeholder?: string;
  className?: string;
  invalid?: boolean;
  describedBy?: string;
  autoFocus?: boolean;
  /** Shows the list whether or not the field was touched. */
  alwaysOpen?: boolean;
  /** Something below the field is to be seen instead of the list. */
  closed?: boolean;
  /** Nothing is highlighted until an arrow is pressed. */
  passive?: boolean;
  emptyText?: string;
}

export function Combobox<Option>(props: Props<Option>) {
  const { options, value, onValue, onPick, alwaysOpen = false, passive = false } = props;
  const generated = useId();
  const id = props.id ?? generated;
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const index = Math.min(active ?? (passive ? -1 : 0), options.length - 1);
  const offers = (open || alwaysOpen) && !props.closed;
  const shown = offers && options.length > 0;
  const current = shown && index >= 0 ? options[index] : undefined;

  useSaid(offers ? words.suggestions(options.length) : "", value);

  useEffect(() => {
    const option = list.current?.children[index];
    if (shown) option?.scrollIntoView({ block: "nearest" });
  }, [index, shown]);

  const pick = (option: Option): void => {
    setOpen(false);
    setActive(null);
    onPick(option);
  };

  const move = (by: number): void => {
    setOpen(true);
    setActive(shown ? (index + by + options.length) % options.length : 0);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Tab") {
      const completed = !event.shiftKey && current !== undefined && props.onTab?.(current);
      if (completed) event.preventDefault();
      return;
    }
    const act = actOf(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  /** What a key does here; undefined leaves it to whoever is around. */
  const actOf = (key: string): (() => void) | undefined => {
    if (key === "ArrowDown") return () => move(1);
    if (key === "ArrowUp") return () => move(-1);
    if (key === "Enter") return current === undefined ? props.onEnter : () => pick(current);
    if (key !== "Escape") return undefined;
    return shown && !alwaysOpen ? () => setOpen(false) : props.onEscape;
  };

  return (
    <div className={`combobox ${props.className ?? ""}`}>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : `${id}-${index}`}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={props.placeholder}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: only where a person has just asked for this field
        autoFocus={props.autoFocus}
        onChange={(event) => {
          setOpen(true);
          setActive(null);
          onValue(event.target.value);
        }}
        onFocus={() => {
          setOpen(true);
          props.onFocus?.();
        }}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          props.onBlur?.();
        }}
        onKeyDown={onKeyDown}
      />
      <div
        className="options"
        id={`${id}-list`}
        role="listbox"
        aria-label={props.label}
        hidden={!shown}
        ref={list}
      >
        {shown &&
          options.map((option, position) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys for all options
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
            <div
              key={props.optionKey(option)}
              id={`${id}-${position}`}
              role="option"
              aria-selected={position === index}
              className="option"
              // Keeps the focus in the field, so that it isn't left before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
              onMouseMove={() => setActive(position)}
            >
              {props.renderOption(option)}
            </div>
          ))}
      </div>
      {alwaysOpen && options.length === 0 && props.emptyText && (
        <p className="muted options-empty">{props.emptyText}</p>
      )}
    </div>
  );
}
