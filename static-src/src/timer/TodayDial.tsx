import type { ReactNode } from "react";
import { usePreferences } from "../store/preferences";
import { usePlaces } from "../store/state";
import type { DateKey } from "../time/dates";
import { formatDuration } from "../time/duration";
import { formatTime } from "../time/format";
import { Dial } from "../ui/Dial";
import { useMinutes } from "../ui/now";
import { words } from "../words";
import { type Day, type Piece, secondsOn } from "./days";
import { openEditor } from "./opening";
import { against } from "./target";
import { wallInstant, wallOf, wallSeconds } from "./wall";

interface Props {
  days: Day[];
  today: DateKey;
  /** The first thing to do, while there is nothing. */
  empty?: ReactNode;
}

/** Today as a watch: each entry an arc that opens it. */
export function TodayDial({ days, today, empty }: Props) {
  const { zoneName, hours, target } = usePreferences();
  const places = usePlaces();
  const now = useMinutes();
  const pieces = days.find(({ date }) => date === today)?.pieces ?? [];
  const time = (seconds: number): string =>
    formatTime(wallInstant(seconds, today, zoneName), zoneName, hours);
  const arcOf = (piece: Piece) => {
    const { from, to } = wallOf(piece, now, zoneName);
    const place = places.get(piece.entry.categoryId);
    const [leaf, ...around] = place?.path.toReversed() ?? [words.timer.unknownPlace];
    return {
      id: piece.entry.id,
      from,
      to,
      color: place?.project.color ?? "none",
      label: leaf ?? "",
      detail: [around.join(" ‹ "), `${time(from)}–${time(to)} · ${formatDuration(piece.seconds)}`],
      running: piece.entry.stoppedAt === null,
    };
  };
  const seconds = secondsOn(days, today);
  return (
    <Dial
      label={words.timer.dial}
      arcs={pieces.map(arcOf).toReversed()}
      now={wallSeconds(now, today, zoneName)}
      sum={formatDuration(seconds)}
      caption={target > 0 ? against(seconds, target) : words.timer.today}
      part={target > 0 ? Math.min(1, seconds / target) : undefined}
      empty={empty}
      onOpen={(id) => openEditor({ id, date: today, focus: "note" })}
    />
  );
}
