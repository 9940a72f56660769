import { useSyncExternalStore } from "react";
import { queue, refresh } from "../data/store";
import { useWorld } from "../data/WorldProvider";
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
        onClick={() => dismiss(notice.id)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** What waits while the server can't be reached: it is kept, and says so. */
function Waiting() {
  const { pending, unreachable } = useSyncExternalStore(queue.subscribe, queue.getState);
  const { failed } = useWorld();
  const [first] = pending;
  if (unreachable && first) {
    const text =
      pending.length === 1
        ? words.notice.unreachable(first.label)
        : words.notice.unreachableMany(pending.length);
    return (
      <div className="notice notice-waiting" role="status">
        <p>{text}</p>
        <button type="button" className="button-quiet" onClick={queue.retry}>
          {words.notice.retry}
        </button>
        <button type="button" className="button-quiet" onClick={queue.discard}>
          {words.notice.discard}
        </button>
      </div>
    );
  }
  if (!failed) return null;
  return (
    <div className="notice notice-waiting" role="status">
      <p>{words.notice.cantLoad}</p>
      <button type="button" className="button-quiet" onClick={refresh}>
        {words.notice.retry}
      </button>
    </div>
  );
}

export function Notices() {
  const notices = useNotices();
  return (
    <section className="notices" aria-label={words.notice.region}>
      <Waiting />
      {notices.map((notice) => (
        <Message key={notice.id} notice={notice} />
      ))}
    </section>
  );
}
