/** Days with their entries. The arrows walk through the rows of all days as through one list. */

import { type KeyboardEvent, useState } from "react";
import { stableId } from "../data/ids";
import type { DateKey } from "../time/dates";
import { formatDuration, formatExact } from "../time/duration";
import { formatDay, nameDay } from "../time/format";
import { words } from "../words";
import type { Day, Piece } from "./days";
import { EntryRow } from "./EntryRow";
import { useEditing } from "./editing";

const rowKey = ({ entry, date }: Piece): string => `${stableId(entry.id)} ${date}`;

export function DayList({ days, today }: { days: Day[]; today: DateKey }) {
  const editing = useEditing();
  const [current, setCurrent] = useState<string | null>(null);
  const keys = days.flatMap(({ pieces }) => pieces.map(rowKey));
  const reachable = current !== null && keys.includes(current) ? current : keys[0];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows act on the rows inside
    <div className="days" onKeyDown={walk} onFocus={(event) => setCurrent(keyOfRow(event.target))}>
      {days.map((day) => (
        <section key={day.date} className="day" aria-label={formatDay(day.date, today)}>
          <header className="day-head">
            <h2>{nameDay(day.date, today)}</h2>
            <span className="number" title={formatExact(day.seconds)}>
              {formatDuration(day.seconds)}
            </span>
          </header>
          {day.pieces.length === 0 && <p className="muted">{words.timer.nothingToday}</p>}
          <ul className="entries">
            {day.pieces.map((piece) => (
              <EntryRow
                key={rowKey(piece)}
                piece={piece}
                editing={editing}
                reachable={rowKey(piece) === reachable}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function keyOfRow(target: Element): string | null {
  const row = target.closest<HTMLElement>("[data-entry]");
  return row ? `${stableId(row.dataset.entry ?? "")} ${row.dataset.date}` : null;
}

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const target = event.target as Element;
  if (!step || !target.matches(".entry-main")) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(".entry-main")];
  const next = rows[step(rows.indexOf(target as HTMLElement), rows.length - 1)];
  event.preventDefault();
  next?.focus();
}
