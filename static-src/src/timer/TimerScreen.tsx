import { lazy, Suspense, useEffect, useMemo } from "react";
import { useSearchParams } from "wouter";
import { navigate } from "wouter/use-browser-location";
import { showEarlier, useSince } from "../store/feed";
import { usePreferences } from "../store/preferences";
import { useKnown, useRunning, useShown } from "../store/state";
import { startOf } from "../store/world";
import { startOfWeek } from "../time/dates";
import { complain } from "../ui/notices";
import { useMinutes, useToday } from "../ui/now";
import { ScreenHeading } from "../ui/ScreenHeading";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { DayList } from "./DayList";
import { daysOf } from "./days";
import { EmptyTimer } from "./EmptyTimer";
import { useEditing } from "./editing";
import { leaveScreen } from "./opening";
import { SearchField } from "./SearchField";

const LONG_MS = 10 * 3_600_000;
const LongRunning = lazy(() => import("./LongRunning"));
const NewEntry = lazy(() => import("./NewEntry"));
const Panel = lazy(() => import("./Panel"));
const SearchResults = lazy(() => import("./SearchResults"));

/** Its heading stays the same when what is known has arrived: it may have the focus. */
export function TimerScreen() {
  const loaded = useKnown((known) => known.loaded);
  return (
    <>
      <ScreenHeading className="hidden" name={words.timer.title} />
      {loaded ? <Entries /> : <Skeleton rows={8} />}
    </>
  );
}

function Entries() {
  const { entries, projects } = useShown();
  const running = useRunning();
  const loadingEarlier = useKnown((known) => known.loadingEarlier);
  const ended = useKnown((known) => known.ended);
  const since = useSince();
  const { zoneName, weekStart } = usePreferences();
  const [parameters] = useSearchParams();
  const query = parameters.get("q") ?? "";
  const today = useToday(zoneName);
  const minute = useMinutes();
  const editing = useEditing();
  const earlier = () => showEarlier(since, zoneName).catch(() => complain(words.notice.cantLoad));
  const week = startOfWeek(today, weekStart);
  const days = useMemo(
    () => daysOf(entries, since, minute, zoneName),
    [entries, since, minute, zoneName],
  );

  useEffect(() => () => leaveScreen(() => navigate("/")), []);

  // In its own day, where that is shown.
  const shownDays = query ? [] : days;
  const addsElsewhere =
    editing?.id === "new" && !shownDays.some(({ date }) => date === editing.date);
  const isNew = entries.length === 0 && projects.length === 0;
  return (
    <div className="timer">
      <aside className="panel" aria-label={words.timer.overview}>
        <Suspense>
          <Panel days={days} today={today} week={week} />
        </Suspense>
      </aside>
      {!isNew && <SearchField />}
      <Suspense>
        {running && minute - startOf(running) > LONG_MS && (
          <LongRunning key={running.id} entry={running} />
        )}
        {addsElsewhere && <NewEntry editing={editing} />}
      </Suspense>
      {query ? (
        <Suspense fallback={<Skeleton rows={4} />}>
          <SearchResults query={query} />
        </Suspense>
      ) : isNew ? (
        <EmptyTimer />
      ) : (
        <>
          <DayList
            days={days.length > 0 ? days : [{ date: today, seconds: 0, pieces: [] }]}
            today={today}
          />
          {ended ? (
            <p className="muted earlier">{words.timer.nothingEarlier}</p>
          ) : (
            <button
              type="button"
              className="button earlier"
              onClick={() => void earlier()}
              disabled={loadingEarlier}
            >
              {words.timer.earlier}
            </button>
          )}
        </>
      )}
    </div>
  );
}
