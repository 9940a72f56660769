/** A small menu under the button that opened it, after the ARIA menu pattern. */

import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
} from "react";

export interface MenuItem {
  key: string;
  label: ReactNode;
  danger?: boolean;
  /** Given: one of several to choose from. */
  checked?: boolean;
  run(): void;
}

interface Props {
  label: string;
  items: MenuItem[];
  onClose(): void;
}

const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const roleOf = (checked: boolean | undefined) =>
  checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked };

export function Menu({ label, items, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    if (element.getBoundingClientRect().bottom > innerHeight) element.dataset.above = "true";
    const checked = element.querySelector<HTMLElement>("[aria-checked=true]");
    (checked ?? element.querySelector<HTMLElement>("button"))?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    event.stopPropagation();
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const step = STEPS[event.key];
    if (event.key === "Escape" || event.key === "Tab") onClose();
    if (step) buttons[step(at, buttons.length)]?.focus();
    if (step || event.key === "Escape" || event.key === "Tab") event.preventDefault();
  };

  const onBlur = (event: FocusEvent): void => {
    if (!menu.current?.contains(event.relatedTarget)) onClose();
  };

  return (
    <div
      ref={menu}
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
