import { usePreferences } from "../store/preferences";
import { usePlaces } from "../store/state";
import { addDays, type DateKey, eachDay } from "../time/dates";
import { formatDuration, formatExact } from "../time/duration";
import { formatWeekday } from "../time/format";
import { ColorDot } from "../ui/ColorDot";
import { barLength } from "../ui/scales";
import { words } from "../words";
import { type Day, secondsBetween, secondsOn } from "./days";
import { goTo, showDay } from "./going";

interface Props {
  days: Day[];
  today: DateKey;
  week: DateKey;
}

/** In the list that is shown, or in one around it. */
function toDay(date: DateKey): void {
  if (!showDay(date)) goTo({ kind: "day", date });
}

/** This week in numbers: its sum, its days against each other, and where it went. */
export function WeekPanel({ days, today, week }: Props) {
  const { zoneName } = usePreferences();
  const dates = eachDay(week, addDays(week, 7));
  const longest = Math.max(8 * 3600, ...dates.map((date) => secondsOn(days, date)));
  return (
    <section className="week" aria-label={words.timer.thisWeek} data-zone={zoneName}>
      <h2 className="panel-title">
        {words.timer.thisWeek}
        <strong className="number">
          {formatDuration(secondsBetween(days, week, addDays(week, 7)))}
        </strong>
      </h2>
      <ol className="week-days" aria-label={words.timer.week}>
        {dates.map((date) => (
          <li key={date} data-today={date === today}>
            <WeekDay date={date} seconds={secondsOn(days, date)} most={longest} />
          </li>
        ))}
      </ol>
      <WhereItWent days={days} week={week} />
    </section>
  );
}

interface WeekDayProps {
  date: DateKey;
  seconds: number;
  most: number;
}

function WeekDay({ date, seconds, most }: WeekDayProps) {
  return (
    <button
      type="button"
      className="week-button"
      disabled={seconds === 0}
      title={formatExact(seconds)}
      onClick={() => toDay(date)}
    >
      <span className="week-bar" aria-hidden="true">
        <span style={{ height: `${barLength(seconds, most, 100)}%` }} />
      </span>
      <span className="week-day">{formatWeekday(date, "short")}</span>{" "}
      <span className="number week-time">{formatDuration(seconds)}</span>
    </button>
  );
}

/** The week's projects, the longest first. */
function WhereItWent({ days, week }: { days: Day[]; week: DateKey }) {
  const places = usePlaces();
  const totals = new Map<string, { name: string; color: string; seconds: number }>();
  const end = addDays(week, 7);
  for (const { pieces } of days.filter(({ date }) => date >= week && date < end)) {
    for (const { entry, seconds } of pieces) {
      const project = places.get(entry.categoryId)?.project;
      const { id = "", name = words.timer.unknownPlace, color = "none" } = project ?? {};
      totals.set(id, { name, color, seconds: (totals.get(id)?.seconds ?? 0) + seconds });
    }
  }
  const sorted = [...totals].sort(([, a], [, b]) => b.seconds - a.seconds);
  if (sorted.length === 0) return null;
  return (
    <div>
      <h3 className="panel-title totals-title">{words.timer.whereItWent}</h3>
      <ul className="totals">
        {sorted.map(([id, { name, color, seconds }]) => (
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
