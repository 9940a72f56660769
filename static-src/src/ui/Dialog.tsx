/** A modal dialog. The browser's own keeps the focus inside, closes on Esc and gives focus back. */

import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { words } from "../words";
import { Icon } from "./Icon";
import { Notices } from "./Notices";

interface Props {
  title: string;
  onClose(): void;
  children: ReactNode;
  className?: string;
}

export function Dialog({ title, onClose, children, className = "" }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const pressed = useRef<EventTarget | null>(null);

  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element?.open) element?.showModal();
    // By itself a dialog would choose the button that closes it; what can't be undone comes last.
    element?.querySelector<HTMLElement>("input, select, .dialog-actions button")?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, natively
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={({ target }) => {
        // Text that is selected with the mouse let go beside the dialog was no press beside it.
        if (target === dialog.current && pressed.current === dialog.current) onClose();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label={words.help.close}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
      <Notices />
    </dialog>
  );
}
