import { memo, Suspense } from "react";
import { usePreferences } from "../store/preferences";
import { useKnown, usePlaces } from "../store/state";
import type { DateKey } from "../time/dates";
import { formatDay } from "../time/format";
import { part } from "../ui/part";
import { useNear } from "../ui/useNear";
import { words } from "../words";
import { DayHead } from "./DayHead";
import { type Day, dayAnchor, type Piece, sameDay } from "./days";
import { EntryRow } from "./EntryRow";
import type { Editing } from "./editing";

const NewEntry = part(() => import("./NewEntry"));

/** An entry over midnight has a row in each of its days. */
export const rowKey = ({ entry, date }: Pick<Piece, "entry" | "date">): string =>
  `${entry.id} ${date}`;

interface Props {
  day: Day;
  today: DateKey;
  complete: boolean;
  /** What is open in this day, and in which row. */
  editing: Editing | null;
  opened: string | undefined;
  /** The row that Tab reaches, when it is in this day. */
  reachable: string | undefined;
  /** Among the newest, which one sees first and comes back to: they are not drawn again and again. */
  first: boolean;
}

/** Drawn while it is near what is looked at, or holds what is edited or has the focus. */
export const DaySection = memo(
  function DaySection(props: Props) {
    const { day, today, editing, reachable, first } = props;
    const { ref, near, height } = useNear(first);
    const drawn = near || editing !== null || reachable !== undefined;
    const room = height === undefined ? estimate(day) : `${height}px`;
    return (
      <section
        ref={ref}
        id={dayAnchor(day.date)}
        tabIndex={-1}
        className="day"
        aria-label={formatDay(day.date, today)}
        style={drawn ? undefined : { height: room }}
      >
        {drawn && <Drawn {...props} />}
      </section>
    );
  },
  (before, next) =>
    sameDay(before.day, next.day) &&
    (["today", "complete", "editing", "opened", "reachable", "first"] as const).every(
      (name) => before[name] === next[name],
    ),
);

const estimate = ({ pieces }: Day): string => `calc(${pieces.length} * var(--row) + 40px)`;

function Drawn({ day, today, complete, editing, opened, reachable }: Props) {
  const { zoneName, hours } = usePreferences();
  const places = usePlaces();
  const me = useKnown(({ shown }) => shown.me);
  return (
    <>
      <DayHead day={day} today={today} complete={complete} />
      {editing?.id === "new" && (
        <Suspense>
          <NewEntry editing={editing} />
        </Suspense>
      )}
      {day.pieces.length === 0 && (
        <p className="muted">
          {day.date === today ? words.timer.nothingToday : words.timer.noEntries}
        </p>
      )}
      <ul className="entries">
        {day.pieces.map((piece) => (
          <EntryRow
            key={rowKey(piece)}
            piece={piece}
            place={places.get(piece.entry.categoryId)}
            open={rowKey(piece) === opened ? editing : null}
            reachable={rowKey(piece) === reachable}
            {...{ me, zoneName, hours }}
          />
        ))}
      </ul>
    </>
  );
}
