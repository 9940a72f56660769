/** A button that opens a menu, after the ARIA menu-button pattern. Whether it is open is said from outside. */

import { type KeyboardEvent, useId, useRef } from "react";
import { Icon } from "./Icon";
import { Menu, type MenuItem } from "./Menu";

interface Props {
  label: string;
  /** What the button says; without it, three dots. */
  text?: string;
  items: MenuItem[];
  open: boolean;
  tabIndex?: number;
  onOpen(open: boolean): void;
}

export function MenuButton({ label, text, items, open, tabIndex, onOpen }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const startAt = useRef<"first" | "last">("first");

  /** The menu gives the focus back to the button, wherever it was before a click. */
  const toggle = (at: "first" | "last"): void => {
    startAt.current = at;
    button.current?.focus();
    onOpen(!open);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    event.stopPropagation();
    toggle(event.key === "ArrowDown" ? "first" : "last");
  };

  /**
   * First the menu closes and the button has the focus; what is chosen then takes it from there, for
   * a field, a dialog or another menu. The other way round the menu's end would take it from them.
   */
  const chosen = items.map((item) => ({
    ...item,
    run() {
      button.current?.focus();
      onOpen(false);
      item.run();
    },
  }));

  return (
    <>
      <button
        ref={button}
        type="button"
        className={text === undefined ? "icon-button" : "button button-menu"}
        tabIndex={tabIndex}
        aria-label={text === undefined || text === label ? label : `${label}: ${text}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        // Else an open menu would be left, and so closed, before the click that is to close it.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => toggle("first")}
        onKeyDown={onKeyDown}
      >
        {text !== undefined && <span className="clip">{text}</span>}
        <Icon name={text === undefined ? "more" : "down"} />
      </button>
      {open && (
        <Menu
          id={id}
          label={label}
          items={chosen}
          startAt={startAt.current}
          onClose={() => onOpen(false)}
        />
      )}
    </>
  );
}
