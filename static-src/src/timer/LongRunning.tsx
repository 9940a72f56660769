/** The timer that ran all night: says so, and offers to stop it when it really ended. */

import { useId, useState } from "react";
import type { TimeEntry } from "../api/types";
import { update } from "../store/doing";
import { usePreferences } from "../store/preferences";
import { startOf } from "../store/world";
import { formatDateTime, formatTime } from "../time/format";
import { toInstant } from "../time/now";
import { useMinutes } from "../ui/now";
import { words } from "../words";
import { pointInside } from "./edit";

const USUAL_DAY_MS = 8 * 3_600_000;

export default function LongRunning({ entry }: { entry: TimeEntry }) {
  const { zoneName, hours } = usePreferences();
  const now = useMinutes();
  const start = startOf(entry);
  const [accepted, setAccepted] = useState(false);
  const [text, setText] = useState(() => formatTime(start + USUAL_DAY_MS, zoneName, hours));
  const at = pointInside(text, start, now, zoneName);
  const why = useId();
  if (accepted) return null;
  return (
    <form
      className="long-running"
      onSubmit={(event) => {
        event.preventDefault();
        if (at !== null) update(entry, { stoppedAt: toInstant(at) });
      }}
    >
      <p>
        <strong>{words.timer.longTitle(formatDateTime(start, zoneName, hours))}</strong>{" "}
        {words.timer.longQuestion}
      </p>
      <label>
        <span>{words.timer.longAt}</span>
        <input
          type="text"
          value={text}
          aria-invalid={at === null || undefined}
          aria-describedby={at === null ? why : undefined}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={at === null}>
        {words.timer.longStop(at === null ? "…" : formatDateTime(at, zoneName, hours))}
      </button>
      <button type="button" className="button-quiet" onClick={() => setAccepted(true)}>
        {words.timer.longKeep}
      </button>
      {at === null && (
        <p className="field-errors" id={why} role="status">
          {words.timer.longWrong}
        </p>
      )}
    </form>
  );
}
