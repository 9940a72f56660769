import { usePreferences } from "../store/preferences";
import { usePlaces } from "../store/state";
import { addDays, type DateKey, eachDay } from "../time/dates";
import { formatDuration, formatExact } from "../time/duration";
import { formatWeekday } from "../time/format";
import { ColorDot } from "../ui/ColorDot";
import { barLength } from "../ui/scales";
import { words } from "../words";
import { type Day, type Piece, secondsOn } from "./days";
import { goTo, showDay } from "./going";

type Places = ReturnType<typeof usePlaces>;

interface Props {
  days: Day[];
  today: DateKey;
  week: DateKey;
}

/** In the list that is shown, or in one around it. */
function toDay(date: DateKey): void {
  if (!showDay(date)) goTo({ kind: "day", date });
}

/** One's time on a project. */
interface Total {
  id: string;
  name: string;
  color: string;
  seconds: number;
}

/** The longest first. */
function totalsOf(pieces: Piece[], places: Places): Total[] {
  const totals = new Map<string, Total>();
  for (const { entry, seconds } of pieces) {
    const {
      id = "",
      name = words.timer.unknownPlace,
      color = "none",
    } = places.get(entry.categoryId)?.project ?? {};
    const before = totals.get(id)?.seconds ?? 0;
    totals.set(id, { id, name, color, seconds: before + seconds });
  }
  return [...totals.values()].sort((a, b) => b.seconds - a.seconds);
}

/** This week in numbers: its sum, its days against each other, and where it went. */
export function WeekPanel({ days: all, today, week }: Props) {
  const { zoneName } = usePreferences();
  const places = usePlaces();
  const end = addDays(week, 7);
  const dates = eachDay(week, end);
  const days = all.filter(({ date }) => date >= week && date < end);
  const longest = Math.max(8 * 3600, ...dates.map((date) => secondsOn(days, date)));
  const piecesOn = (date: DateKey) => days.find((day) => day.date === date)?.pieces ?? [];
  const totals = totalsOf(dates.flatMap(piecesOn), places);
  // On every day in the week's order, so that a project keeps its place.
  const partsOf = (date: DateKey): Total[] => {
    const parts = totalsOf(piecesOn(date), places);
    return totals.flatMap(({ id }) => parts.find((part) => part.id === id) ?? []);
  };
  return (
    <section className="week" aria-label={words.timer.thisWeek} data-zone={zoneName}>
      <h2 className="panel-title">
        {words.timer.thisWeek}
        <strong className="number">
          {formatDuration(days.reduce((sum, { seconds }) => sum + seconds, 0))}
        </strong>
      </h2>
      <ol className="week-days" aria-label={words.timer.week}>
        {dates.map((date) => (
          <li key={date} data-today={date === today}>
            <WeekDay
              date={date}
              seconds={secondsOn(days, date)}
              parts={partsOf(date)}
              most={longest}
            />
          </li>
        ))}
      </ol>
      {totals.length > 0 && <WhereItWent totals={totals} />}
    </section>
  );
}

interface WeekDayProps {
  date: DateKey;
  seconds: number;
  parts: Total[];
  most: number;
}

function WeekDay({ date, seconds, parts, most }: WeekDayProps) {
  return (
    <button
      type="button"
      className="week-button"
      disabled={seconds === 0}
      title={formatExact(seconds)}
      onClick={() => toDay(date)}
    >
      <span className="week-bar" aria-hidden="true">
        {parts.map((part) => (
          <span
            key={part.id}
            className={`color-${part.color}`}
            style={{ height: `${barLength(part.seconds, most, 100)}%` }}
          />
        ))}
      </span>
      <span className="week-day">{formatWeekday(date, "short")}</span>{" "}
      {seconds > 0 && <span className="number week-time">{formatDuration(seconds)}</span>}
    </button>
  );
}

/** The week's projects. */
function WhereItWent({ totals }: { totals: Total[] }) {
  return (
    <div className="where">
      <h3 className="panel-title totals-title">{words.timer.whereItWent}</h3>
      <ul className="totals">
        {totals.map(({ id, name, color, seconds }) => (
          <li key={id}>
            <ColorDot color={color} />
            <span className="clip">{name}</span>
            <span className="number">{formatDuration(seconds)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
