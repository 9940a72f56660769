import type { ReactNode } from "react";
import { words } from "../words";
import { Icon } from "./Icon";
import { dismiss, type Notice, useNotices } from "./notices";

function Message({ notice }: { notice: Notice }) {
  return (
    <div
      className={`notice notice-${notice.kind}`}
      role={notice.kind === "error" ? "alert" : "status"}
    >
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
    </div>
  );
}

/** `children` come first: what lasts longer than a message. */
export function Notices({ children }: { children?: ReactNode }) {
  const notices = useNotices();
  return (
    <section className="notices" aria-label={words.notice.region}>
      {children}
      {notices.map((notice) => (
        <Message key={notice.id} notice={notice} />
      ))}
    </section>
  );
}
