/** Days with their entries. The arrows walk through the rows of all days as through one list. */

import { type KeyboardEvent, lazy, Suspense, useState } from "react";
import type { DateKey } from "../time/dates";
import { formatDay } from "../time/format";
import { words } from "../words";
import { DayHead } from "./DayHead";
import type { Day, Piece } from "./days";
import { EntryRow } from "./EntryRow";
import { type Editing, useEditing } from "./editing";

const NewEntry = lazy(() => import("./NewEntry"));

const rowKey = ({ entry, date }: Piece): string => `${entry.id} ${date}`;

interface Props {
  days: Day[];
  today: DateKey;
  /** Of each day all is listed: what lies between is free, and time can be added to it. */
  complete?: boolean;
}

export function DayList({ days, today, complete = true }: Props) {
  const [current, setCurrent] = useState<string | null>(null);
  const keys = days.flatMap(({ pieces }) => pieces.map(rowKey));
  const editing = useEditing();
  const opened = openedRow(editing, days);
  const reachable = current !== null && keys.includes(current) ? current : keys[0];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows act on the rows inside
    <div className="days" onKeyDown={walk} onFocus={(event) => setCurrent(keyOfRow(event.target))}>
      {days.map((day) => (
        <section key={day.date} className="day" aria-label={formatDay(day.date, today)}>
          <DayHead day={day} today={today} complete={complete} />
          {editing?.id === "new" && editing.date === day.date && (
            <Suspense>
              <NewEntry editing={editing} />
            </Suspense>
          )}
          {day.pieces.length === 0 && <p className="muted">{words.timer.nothingToday}</p>}
          <ul className="entries">
            {day.pieces.map((piece) => (
              <EntryRow
                key={rowKey(piece)}
                piece={piece}
                open={rowKey(piece) === opened ? editing : null}
                reachable={rowKey(piece) === reachable}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The row to edit in: in another zone the entry may have moved to another day. */
function openedRow(editing: Editing | null, days: Day[]): string | undefined {
  const pieces = days.flatMap((day) => day.pieces).filter(({ entry }) => entry.id === editing?.id);
  const piece = pieces.find(({ date }) => date === editing?.date) ?? pieces[0];
  return piece && rowKey(piece);
}

function keyOfRow(target: Element): string | null {
  const row = target.closest<HTMLElement>("[data-entry]");
  return row ? `${row.dataset.entry} ${row.dataset.date}` : null;
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
