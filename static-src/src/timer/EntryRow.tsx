import { type MouseEvent, memo, Suspense, useLayoutEffect, useRef } from "react";
import type { TimeEntry } from "../api/types";
import { continueEntry, stop } from "../store/doing";
import { usePeople } from "../store/people";
import type { Preferences } from "../store/preferences";
import type { Place } from "../store/tree";
import { endOf, isOther, startOf } from "../store/world";
import { daysBetween } from "../time/dates";
import { formatExact } from "../time/duration";
import { formatTime } from "../time/format";
import { dateOf } from "../time/zone";
import { ColorDot } from "../ui/ColorDot";
import { Leaf } from "../ui/Leaf";
import { onceOf } from "../ui/onceOf";
import { part } from "../ui/part";
import { words } from "../words";
import { durationOf, type Piece } from "./days";
import type { Editing, Field } from "./editing";
import { openEditor } from "./opening";

const OpenRow = part(() => import("./OpenRow"));

/** What is the same for all rows: asked for once, not by each. */
export interface Reader {
  me: string;
  zoneName: string;
  hours: Preferences["hours"];
}

interface Props extends Reader {
  piece: Piece;
  /** Handed over: that each of hundreds of rows looks for it itself takes long. */
  place: Place | undefined;
  /** Open in this row. */
  open: Editing | null;
  /** The one row of the list that Tab reaches. */
  reachable: boolean;
}

/** Drawn again only when its own piece of an entry changes. */
export const EntryRow = memo(function EntryRow(props: Props) {
  const { piece, open } = props;
  const { entry, date } = piece;
  const wasOpen = useRef(false);
  const main = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    if (wasOpen.current && !open) main.current?.focus();
    wasOpen.current = open !== null;
  }, [open]);

  const closed = closedRow(props, main);
  return (
    <li
      className="entry"
      data-entry={entry.id}
      data-date={date}
      data-running={entry.stoppedAt === null}
      data-open={open !== null}
    >
      {open ? (
        <Suspense fallback={closed}>
          <OpenRow entry={entry} editing={open} />
        </Suspense>
      ) : (
        closed
      )}
    </li>
  );
});

/** What follows are functions, not components: a row is made of as little as can be. */
function closedRow(
  { piece, place, reachable, ...reader }: Props,
  main: React.RefObject<HTMLButtonElement | null>,
) {
  const { entry, date, seconds } = piece;
  const others = isOther(reader, entry);

  const edit = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest("[data-cell]") : null;
    const focus = (cell?.getAttribute("data-cell") ?? "note") as Field;
    openEditor({ id: entry.id, date, focus });
  };

  return (
    <>
      <button
        ref={main}
        type="button"
        className="entry-main"
        tabIndex={reachable ? 0 : -1}
        onClick={edit}
      >
        <span className="entry-place" data-cell="category">
          {ColorDot({ color: place?.project.color })}
          <span className="clip">
            {place ? Leaf({ names: place.path }) : words.timer.unknownPlace}
          </span>
          {others && <Whose personId={entry.personId} />}
        </span>
        <span className="entry-note" data-cell="note">
          <span className="clip">{entry.note}</span>
          {entry.tags.map((tag) => (
            <span className="tag" key={tag}>
              #{tag}
            </span>
          ))}
        </span>
        {timesOf(piece, reader)}
        <span className="entry-duration number" data-cell="duration" title={formatExact(seconds)}>
          {durationOf(piece)}
        </span>
      </button>
      {others ? (
        <span className="icon-button entry-continue" />
      ) : entry.stoppedAt === null ? (
        rowButton({ label: words.bar.stopThis, run: () => stop(entry) })
      ) : (
        rowButton({
          label: words.editor.continue,
          disabled: !place?.open,
          run: () => continueEntry(entry),
        })
      )}
    </>
  );
}

function Whose({ personId }: Pick<TimeEntry, "personId">) {
  const person = usePeople().find(({ id }) => id === personId);
  return person && <span className="muted small clip">{person.name}</span>;
}

interface RowButton {
  label: string;
  disabled?: boolean;
  run(): void;
}

/** For the pointer: by keyboard the same is a key on the row. Its sign is drawn by the style. */
function rowButton({ label, disabled, run }: RowButton) {
  return (
    <button
      type="button"
      className="icon-button entry-continue"
      tabIndex={-1}
      title={label}
      disabled={disabled}
      onClick={onceOf(run)}
    />
  );
}

/** The whole entry's times in every piece's row, with the days between them. */
function timesOf({ entry, date }: Piece, { zoneName, hours }: Reader) {
  const start = startOf(entry);
  const time = (ms: number): string => formatTime(ms, zoneName, hours);
  const before = daysBetween(dateOf(start, zoneName), date);
  const end = entry.stoppedAt === null ? null : endOf(entry, start);
  const after = end === null ? 0 : daysBetween(date, dateOf(end, zoneName));
  return (
    <span className="entry-times number">
      <span data-cell="start">
        {before > 0 && <sup>−{before}</sup>}
        {time(start)}
      </span>
      –
      <span data-cell="end">
        {end === null ? words.timer.now : time(end)}
        {after > 0 && <sup>{words.timer.nextDays(after)}</sup>}
      </span>
    </span>
  );
}
