/** A small menu under what opened it, after the ARIA menu pattern. */

import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
} from "react";
import { beginningWith } from "./roving";

export interface MenuItem {
  key: string;
  label: ReactNode;
  danger?: boolean;
  /** Given: one of several to choose from. */
  checked?: boolean;
  run(): void;
}

interface Props {
  id?: string;
  label: string;
  items: MenuItem[];
  /** Where to begin, when none of the items is checked. */
  startAt?: "first" | "last";
  onClose(): void;
}

const isPlain = ({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  !altKey && !ctrlKey && !metaKey;

const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const roleOf = (checked: boolean | undefined) =>
  checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked };

const buttonsIn = (menu: HTMLElement): HTMLElement[] => [...menu.querySelectorAll("button")];

/** Where a key leads: by arrows, to the ends, or by the letter that a name begins with. */
function goal(key: string, buttons: HTMLElement[]): HTMLElement | undefined {
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const names = buttons.map(({ textContent }) => textContent ?? "");
  return buttons[STEPS[key]?.(at, buttons.length) ?? beginningWith(key, names, at)];
}

export function Menu({ id, label, items, startAt = "first", onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  /** What had the focus: Esc and Tab give it back. */
  const opener = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    opener.current = document.activeElement;
    if (element.getBoundingClientRect().bottom > innerHeight) element.dataset.above = "true";
    const checked = element.querySelector<HTMLElement>("[aria-checked=true]");
    (checked ?? buttonsIn(element).at(startAt === "first" ? 0 : -1))?.focus();
  }, [startAt]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // The page has its own use for letters and arrows.
    event.stopPropagation();
    const leaving = event.key === "Escape" || event.key === "Tab";
    const next =
      leaving || !isPlain(event) ? undefined : goal(event.key, buttonsIn(event.currentTarget));
    // Tab goes on from what opened the menu.
    if (next || event.key === "Escape") event.preventDefault();
    next?.focus();
    if (leaving) leave();
  };

  const leave = (): void => {
    if (opener.current instanceof HTMLElement) opener.current.focus();
    onClose();
  };

  const onBlur = (event: FocusEvent): void => {
    if (!menu.current?.contains(event.relatedTarget)) onClose();
  };

  return (
    <div
      ref={menu}
      id={id}
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {items.map(({ key, label: text, danger, checked, run }) => (
        <button
          key={key}
          type="button"
          {...roleOf(checked)}
          className={`menu-item ${danger ? "danger" : ""}`}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            run();
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
