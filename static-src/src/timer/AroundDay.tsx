/** The list at a day of the past, with the days around it; more on either side when asked for. */

import { useQuery } from "@tanstack/react-query";
import { useLayoutEffect, useMemo, useState } from "react";
import { fetchStretch, keys, olderThan, useSince } from "../store/feed";
import { usePreferences } from "../store/preferences";
import { useShown } from "../store/state";
import { addDays, type DateKey, daysBetween } from "../time/dates";
import { formatDay } from "../time/format";
import type { DateRange } from "../time/ranges";
import { startOfDay } from "../time/zone";
import { complain } from "../ui/notices";
import { useMinutes, useToday } from "../ui/now";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { DayList } from "./DayList";
import { type Day, daysOf } from "./days";
import { useEditing } from "./editing";
import { FindingHead } from "./FindingHead";
import { showDay } from "./going";
import { NotFound } from "./NotFound";
import OpenElsewhere from "./OpenElsewhere";

const labels = screenWords.search;
const WEEK = 7;

/** Whatever lies in the dates is known once it is loaded; what the newest list has is known already. */
function useLoaded({ from, to }: DateRange, today: DateKey) {
  const { zoneName: zone } = usePreferences();
  const known = from >= useSince();
  const end = to > today ? null : startOfDay(to, zone);
  const stretch = { from: startOfDay(from, zone), to: end };
  const asked = useQuery({
    queryKey: keys.stretch(stretch),
    queryFn: () => fetchStretch(stretch).then(() => ({ from, to })),
    placeholderData: (before) => before,
    enabled: !known,
  });
  return { ...asked, dates: known ? { from, to } : asked.data };
}

/** Newest first; the day that was asked for is one of them, though it may be empty. */
function useDays(dates: DateRange, date: DateKey): Day[] {
  const { zoneName } = usePreferences();
  const minute = useMinutes();
  const { entries } = useShown();
  return useMemo(() => {
    const days = daysOf(entries, dates.from, minute, zoneName).filter((day) => day.date < dates.to);
    if (days.some((day) => day.date === date)) return days;
    const after = days.filter((day) => day.date > date);
    return after.concat({ date, seconds: 0, pieces: [] }, days.slice(after.length));
  }, [entries, dates, date, minute, zoneName]);
}

export function AroundDay({ date }: { date: DateKey }) {
  const { zoneName } = usePreferences();
  const today = useToday(zoneName);
  const [asked, setAsked] = useState({ from: addDays(date, -WEEK), to: addDays(date, WEEK + 1) });
  const loaded = useLoaded(asked, today);
  return (
    <>
      <FindingHead>{formatDay(date)}</FindingHead>
      {loaded.isError && <NotFound error={loaded.error} again={() => void loaded.refetch()} />}
      {!loaded.dates && !loaded.isError && <Skeleton rows={8} />}
      {loaded.dates && <Around date={date} dates={loaded.dates} today={today} onDates={setAsked} />}
    </>
  );
}

interface Props {
  date: DateKey;
  dates: DateRange;
  today: DateKey;
  onDates(dates: DateRange): void;
}

function Around({ date, dates, today, onDates }: Props) {
  const editing = useEditing();
  const days = useDays(dates, date);
  const [ended, setEnded] = useState(false);
  const { zoneName } = usePreferences();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is there
  useLayoutEffect(() => void showDay(date), []);

  // Farther each time: whoever goes on has some way to go.
  const later = (): void => {
    onDates({ ...dates, to: addDays(dates.to, Math.max(2 * WEEK, daysBetween(date, dates.to))) });
  };
  const earlier = async (): Promise<void> => {
    const older = await olderThan(dates.from, zoneName);
    if (older === null) setEnded(true);
    else onDates({ ...dates, from: [older, addDays(dates.from, -2 * WEEK)].sort()[0] ?? older });
  };
  return (
    <>
      {dates.to <= today && (
        <button type="button" className="button earlier" onClick={later}>
          {labels.later}
        </button>
      )}
      {editing && <OpenElsewhere editing={editing} days={days} />}
      <DayList days={days} today={today} />
      {ended ? (
        <p className="muted earlier">{words.timer.nothingEarlier}</p>
      ) : (
        <button
          type="button"
          className="button earlier"
          onClick={() => earlier().catch(() => complain(words.notice.cantLoad))}
        >
          {words.timer.earlier}
        </button>
      )}
    </>
  );
}
