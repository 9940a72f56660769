import type { ReactNode } from "react";
import { usePreferences } from "../store/preferences";
import { addDays, type DateKey, eachDay } from "../time/dates";
import { formatDuration, formatExact } from "../time/duration";
import { formatWeekday } from "../time/format";
import { barLength } from "../ui/scales";
import { words } from "../words";
import { type Day, secondsBetween, secondsOn } from "./days";

interface Props {
  days: Day[];
  today: DateKey;
  week: DateKey;
  children: ReactNode;
}

/** Today and this week in numbers, and the week's days against each other. */
export function WeekSummary({ days, today, week, children }: Props) {
  const { zoneName } = usePreferences();
  const dates = eachDay(week, addDays(week, 7));
  const longest = Math.max(8 * 3600, ...dates.map((date) => secondsOn(days, date)));
  return (
    <section className="week" aria-label={words.timer.thisWeek} data-zone={zoneName}>
      <dl className="week-sums">
        <div>
          <dt>{words.timer.today}</dt>
          <dd className="number">{formatDuration(secondsOn(days, today))}</dd>
        </div>
        <div>
          <dt>{words.timer.thisWeek}</dt>
          <dd className="number">{formatDuration(secondsBetween(days, week, addDays(week, 7)))}</dd>
        </div>
      </dl>
      {children}
      <ol className="week-days" aria-label={words.timer.week}>
        {dates.map((date) => (
          <li key={date} data-today={date === today} title={formatExact(secondsOn(days, date))}>
            <span className="week-bar" aria-hidden="true">
              <span style={{ height: `${barLength(secondsOn(days, date), longest, 100)}%` }} />
            </span>
            <span className="week-day">{formatWeekday(date, "short")}</span>
            <span className="number week-time">{formatDuration(secondsOn(days, date))}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
