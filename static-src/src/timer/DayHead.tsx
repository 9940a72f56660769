import { memo } from "react";
import { usePreferences } from "../store/preferences";
import { usePlaces } from "../store/state";
import { pathText } from "../store/tree";
import type { DateKey } from "../time/dates";
import { formatDuration, formatExact } from "../time/duration";
import { formatTime, nameDay } from "../time/format";
import { Icon } from "../ui/Icon";
import { useMinutes } from "../ui/now";
import { Ribbon } from "../ui/Ribbon";
import { words } from "../words";
import type { Day, Piece } from "./days";
import { addTime, openEditor } from "./opening";
import { instantsOfWall, isToday, wallInstant, wallOf, wallSeconds } from "./wall";

interface Props {
  day: Day;
  today: DateKey;
  /** All of the day is known here: what lies between its entries is free. */
  complete: boolean;
}

/** A day's name, the day as a strip, its sum, and a way to add time to it. */
export const DayHead = memo(function DayHead({ day, today, complete }: Props) {
  const { date } = day;
  const name = nameDay(date, today);
  return (
    <header className="day-head">
      <h2>{name}</h2>
      {complete && <DayRibbon day={day} name={name} />}
      <span className="number" title={formatExact(day.seconds)}>
        {formatDuration(day.seconds)}
      </span>
      {complete && <AddButton date={date} name={name} />}
    </header>
  );
});

function AddButton({ date, name }: { date: DateKey; name: string }) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={words.timer.addTo(name)}
      title={words.timer.addTo(name)}
      onClick={() => addTime(date)}
    >
      <Icon name="plus" />
    </button>
  );
}

function DayRibbon({ day: { date, pieces }, name }: { day: Day; name: string }) {
  const { zoneName, hours } = usePreferences();
  const places = usePlaces();
  const now = useMinutes();
  const time = (seconds: number): string =>
    formatTime(wallInstant(seconds, date, zoneName), zoneName, hours);
  const segmentOf = (piece: Piece) => {
    const { from, to } = wallOf(piece, now, zoneName);
    const place = places.get(piece.entry.categoryId);
    const what = place ? pathText(place) : words.timer.unknownPlace;
    const label = `${what}, ${time(from)}–${time(to)}`;
    return { id: piece.entry.id, from, to, color: place?.project.color ?? "none", label };
  };
  return (
    <Ribbon
      label={words.timer.ribbon(name)}
      segments={pieces.map(segmentOf).toReversed()}
      until={isToday(date, now, zoneName) ? wallSeconds(now, date, zoneName) : undefined}
      gapLabel={(from, to) => words.timer.addIn(time(from), time(to))}
      onOpen={(id) => openEditor({ id, date, focus: "note" })}
      onGap={(from, to) => addTime(date, instantsOfWall({ from, to }, date, zoneName))}
    />
  );
}
