import { usePreferences } from "../store/preferences";
import { addDays, type DateKey } from "../time/dates";
import { formatDay, monthName } from "../time/format";
import { screenWords } from "../words/screens";
import { HeatMap } from "./HeatMap";
import { useHours } from "./hours";
import { shadeEnds } from "./layout";
import { WHOLE } from "./part";
import type { ViewProps } from "./ReportsScreen";
import { HoursCell, TableFrame } from "./TableFrame";

const SHADES = 5;

export function YearView({ report, question, open: openPart, panel }: ViewProps) {
  const hours = useHours();
  const { weekStart } = usePreferences();
  const { dates } = question;
  const secondsOn = new Map(report.rows.map(({ key, seconds }) => [key, seconds]));
  const ends = shadeEnds(Math.max(...secondsOn.values()), SHADES);
  const open = (date: DateKey): void => {
    const day = { from: date, to: addDays(date, 1) };
    openPart({ ...WHOLE, dates: day });
  };
  return (
    <>
      <HeatMap
        label={screenWords.reports.yearOf(dates.from.slice(0, 4))}
        dates={dates}
        weekStart={weekStart}
        secondsOn={secondsOn}
        most={ends.at(-1) ?? 0}
        shades={SHADES}
        hours={hours}
        // Another year as today, so that the day is written with its own.
        nameDay={(date) => formatDay(date, "")}
        onOpen={open}
      />
      <Shades ends={ends} hours={hours} />
      {panel}
      <YearTable year={dates.from.slice(0, 4)} secondsOn={secondsOn} hours={hours} onOpen={open} />
    </>
  );
}

interface ShadesProps {
  ends: number[];
  hours(seconds: number): string;
}

function Shades({ ends, hours }: ShadesProps) {
  return (
    <ul className="report-key">
      {ends.map((end, step) => (
        <li key={end}>
          <svg className="swatch" viewBox="0 0 8 8" aria-hidden="true" focusable="false">
            <rect className={`heat shade-${step + 1}`} width="8" height="8" rx="2" />
          </svg>
          <span className="muted">{screenWords.reports.moreThan(hours(end))}</span>
        </li>
      ))}
    </ul>
  );
}

interface TableProps extends Omit<ShadesProps, "ends"> {
  year: string;
  secondsOn: Map<DateKey, number>;
  onOpen(date: DateKey): void;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** Days down, months across: the same numbers as the map. */
function YearTable({ year, secondsOn, hours, onOpen }: TableProps) {
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${two(month + 1)}`);
  const totals = months.map((month) =>
    [...secondsOn].reduce(
      (sum, [date, seconds]) => sum + (date.startsWith(month) ? seconds : 0),
      0,
    ),
  );
  return (
    <TableFrame label={screenWords.reports.tableLabel}>
      <thead>
        <tr>
          <th scope="col">{screenWords.reports.day}</th>
          {months.map((month) => (
            <th scope="col" className="number" key={month}>
              {monthName(`${month}-01`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: 31 }, (_, index) => two(index + 1)).map((day) => (
          <tr key={day}>
            <th scope="row">{Number(day)}</th>
            {months.map((month) => {
              const date = `${month}-${day}`;
              const seconds = secondsOn.get(date);
              if (seconds === undefined) return <td key={month} />;
              return (
                <HoursCell
                  key={month}
                  seconds={seconds}
                  hours={hours}
                  of={formatDay(date, "")}
                  onOpen={() => onOpen(date)}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{screenWords.reports.total}</th>
          {totals.map((seconds, month) => (
            <HoursCell key={months[month]} seconds={seconds} hours={hours} strong />
          ))}
        </tr>
      </tfoot>
    </TableFrame>
  );
}
