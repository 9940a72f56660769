/** Days with their entries. The arrows walk through the rows of all days as through one list. */

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { DateKey } from "../time/dates";
import { DaySection, rowKey } from "./DaySection";
import type { Day, Piece } from "./days";
import { type Editing, useEditing } from "./editing";

/** More than fit on most screens. */
const FIRST = 4;

interface Props {
  days: Day[];
  today: DateKey;
  /** Of each day all is listed: what lies between is free, and time can be added to it. */
  complete?: boolean;
}

export function DayList({ days, today, complete = true }: Props) {
  const [current, setCurrent] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const editing = useEditing();
  const opened = openedRow(editing, days);
  const reachable = reachableRow(current === opened ? undefined : current, opened, days);
  const goTo = useFocus(list);

  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step || !(event.target as Element).matches(".entry-main")) return;
    event.preventDefault();
    const rows = rowsOf(days);
    const at = rows.indexOf(keyOfRow(event.target as Element) ?? "");
    const next = rows[step(at, rows.length - 1)];
    if (next === undefined) return;
    goTo(next);
    setCurrent(next);
  };

  const openedOn = editing?.id === "new" ? editing.date : dateOfRow(opened);
  const reachableOn = dateOfRow(reachable);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows act on the rows inside
    <div
      className="days"
      ref={list}
      onKeyDown={walk}
      onFocus={(event) => setCurrent(keyOfRow(event.target))}
    >
      {days.map((day, index) => (
        <DaySection
          key={day.date}
          day={day}
          today={today}
          complete={complete}
          editing={day.date === openedOn ? editing : null}
          opened={day.date === openedOn ? opened : undefined}
          reachable={day.date === reachableOn ? reachable : undefined}
          first={index < FIRST}
        />
      ))}
    </div>
  );
}

/** Moves the focus to a row once it is drawn: far away it isn't yet. */
function useFocus(list: React.RefObject<HTMLElement | null>): (row: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const [id = "", date = ""] = wanted.current.split(" ");
    wanted.current = null;
    const row = `[data-entry="${CSS.escape(id)}"][data-date="${CSS.escape(date)}"] .entry-main`;
    list.current?.querySelector<HTMLElement>(row)?.focus();
  });
  return (row) => {
    wanted.current = row;
  };
}

const dateOfRow = (row: string | undefined): DateKey | undefined => row?.split(" ")[1];

/** The one that has or had the focus; the one below what is open; or else the first of all. */
function reachableRow(
  current: string | undefined,
  opened: string | undefined,
  days: Day[],
): string | undefined {
  const on = dateOfRow(current);
  const day = days.find(({ date }) => date === on);
  if (day?.pieces.some((piece) => rowKey(piece) === current)) return current;
  if (opened === undefined) {
    const first = days.find(({ pieces }) => pieces.length > 0)?.pieces[0];
    return first && rowKey(first);
  }
  const rows = rowsOf(days);
  const at = rows.indexOf(opened);
  return rows[at + 1] ?? rows[at - 1];
}

const listed = new WeakMap<Day[], string[]>();

/** All rows, in order: put together once for a list of days, and only when it is walked through. */
function rowsOf(days: Day[]): string[] {
  const rows = listed.get(days) ?? days.flatMap(({ pieces }) => pieces.map(rowKey));
  listed.set(days, rows);
  return rows;
}

/** The row to edit in: in another zone the entry may have moved to another day. */
function openedRow(editing: Editing | null, days: Day[]): string | undefined {
  if (!editing || editing.id === "new") return undefined;
  const isIt = ({ entry }: Piece): boolean => entry.id === editing.id;
  const here = days.find(({ date }) => date === editing.date)?.pieces.find(isIt);
  const piece = here ?? days.find((day) => day.pieces.some(isIt))?.pieces.find(isIt);
  return piece && rowKey(piece);
}

function keyOfRow(target: Element): string | undefined {
  const row = target.closest<HTMLElement>("[data-entry]") ?? undefined;
  return row && `${row.dataset.entry} ${row.dataset.date}`;
}

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};
