/** Messages, and what is only read out: in a region that is there before them and lasts. */

import { type ReactNode, useId, useLayoutEffect } from "react";
import { words } from "../words";
import { Details } from "./Details";
import { Icon } from "./Icon";
import { dismiss, type Notice, openRegion, useRegion } from "./notices";
import { useSpoken } from "./said";

function Message({ notice }: { notice: Notice }) {
  return (
    <div className={`notice notice-${notice.kind}`}>
      <p>{notice.text}</p>
      {notice.actions.map(({ label, run }) => (
        <button
          key={label}
          type="button"
          className="button-quiet"
          onClick={() => {
            dismiss(notice.id);
            run();
          }}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        className="icon-button"
        aria-label={words.notice.close}
        onClick={() => {
          dismiss(notice.id);
          notice.onClose?.();
        }}
      >
        <Icon name="close" />
      </button>
      <Details failure={notice.failure} />
    </div>
  );
}

/** `children` come first: what lasts longer than a message. */
export function Notices({ children }: { children?: ReactNode }) {
  const id = useId();
  const { notices, isTop } = useRegion(id);
  const { line } = useSpoken();
  useLayoutEffect(() => openRegion(id), [id]);
  return (
    <section className="notices" aria-label={words.notice.region} aria-live="polite">
      {isTop && line !== "" && <p className="hidden">{line}</p>}
      {children}
      {notices.map((notice) => (
        <Message key={notice.id} notice={notice} />
      ))}
    </section>
  );
}
