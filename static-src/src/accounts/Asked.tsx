/** Whose, and of which dates: what an administrator looks at. The address keeps it. */

import { useId } from "react";
import { useSearchParams } from "wouter";
import type { Person } from "../api/session";
import { usePreferences } from "../store/preferences";
import { addDays } from "../time/dates";
import {
  customRange,
  type DateRange,
  isRangeName,
  namedRange,
  RANGE_NAMES,
  type RangeName,
  withFirst,
  withLast,
} from "../time/ranges";
import { startOfDay } from "../time/zone";
import { DateInput } from "../ui/DateInput";
import { useToday } from "../ui/now";
import { screenWords } from "../words/screens";

const labels = screenWords.reports;
const CUSTOM = "custom";

export interface Asked {
  /** Empty when nobody was chosen. */
  person: string;
  range: RangeName | typeof CUSTOM;
  dates: DateRange;
  ask(change: Record<string, string>): void;
}

/** `usual` is the range until another one is chosen. */
export function useAsked(usual: RangeName): Asked {
  const [parameters, setParameters] = useSearchParams();
  const { zoneName, weekStart } = usePreferences();
  const today = useToday(zoneName);
  const { person = "", range = usual, from = "", to = "" } = Object.fromEntries(parameters);
  const custom = customRange(from, to);
  const name = isRangeName(range) ? range : usual;
  return {
    person,
    range: custom ? CUSTOM : name,
    dates: custom ?? namedRange(name, today, weekStart),
    ask: (change) => setParameters({ ...(person ? { person } : {}), ...change }),
  };
}

/** What the server is asked for, from midnight to midnight. */
export function useInstants({ dates }: Asked): { from: string; to: string } {
  const { zoneName } = usePreferences();
  const at = (date: string): string => new Date(startOfDay(date, zoneName)).toISOString();
  return { from: at(dates.from), to: at(dates.to) };
}

interface Props {
  asked: Asked;
  label: string;
  people: Person[];
  /** Offered when nobody has to be chosen. */
  everybody?: string;
}

export function AskedFields({ asked, label, people, everybody }: Props) {
  const { person, range, dates, ask } = asked;
  const last = addDays(dates.to, -1);
  // As it is shown: another person's time of the same dates.
  const present: Record<string, string> =
    range === CUSTOM ? { from: dates.from, to: last } : { range };
  const between = ({ from, to }: DateRange): void => ask({ from, to: addDays(to, -1) });
  return (
    <div className="asked">
      <label className="field">
        <span>{label}</span>
        <select
          value={person}
          onChange={(event) => ask({ ...present, person: event.target.value })}
        >
          {everybody !== undefined && <option value="">{everybody}</option>}
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{labels.range}</span>
        <select
          value={range}
          onChange={({ target: { value } }) =>
            value === CUSTOM ? between(dates) : ask({ range: value })
          }
        >
          {[...RANGE_NAMES, CUSTOM].map((name) => (
            <option key={name} value={name}>
              {labels.ranges[name]}
            </option>
          ))}
        </select>
      </label>
      {range === CUSTOM && (
        <>
          <DateField
            label={labels.from}
            value={dates.from}
            onDate={(from) => between(withFirst(dates, from))}
          />
          <DateField label={labels.to} value={last} onDate={(to) => between(withLast(dates, to))} />
        </>
      )}
    </div>
  );
}

interface DateProps {
  label: string;
  value: string;
  onDate(date: string): void;
}

function DateField({ label, ...date }: DateProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <DateInput id={id} {...date} />
    </div>
  );
}
