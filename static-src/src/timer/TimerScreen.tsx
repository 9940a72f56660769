import { lazy, Suspense, useMemo } from "react";
import { useSearchParams } from "wouter";
import { stableId } from "../data/ids";
import { usePreferences } from "../data/preferences";
import { useWorld } from "../data/WorldProvider";
import { startOf } from "../data/world";
import { startOfWeek } from "../time/dates";
import { useMinutes, useToday } from "../ui/now";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { DayList } from "./DayList";
import { daysOf } from "./days";
import { EmptyTimer } from "./EmptyTimer";
import { useEditing } from "./editing";
import { SearchField } from "./SearchField";
import { WeekSummary } from "./WeekSummary";

const LONG_MS = 10 * 3_600_000;
const LongRunning = lazy(() => import("./LongRunning"));
const NewEntry = lazy(() => import("./NewEntry"));
const SearchResults = lazy(() => import("./SearchResults"));

export function TimerScreen() {
  const { entries, projects, since, loading, showEarlier, loadingEarlier, running } = useWorld();
  const { zoneName, weekStart } = usePreferences();
  const [parameters] = useSearchParams();
  const query = parameters.get("q") ?? "";
  const today = useToday(zoneName);
  const minute = useMinutes();
  const editing = useEditing();
  const week = startOfWeek(today, weekStart);
  const days = useMemo(
    () => daysOf(entries, since, minute, zoneName),
    [entries, since, minute, zoneName],
  );

  if (loading) {
    return (
      <>
        <h1 className="hidden">{words.timer.title}</h1>
        <Skeleton rows={8} />
      </>
    );
  }
  const isNew = entries.length === 0 && projects.length === 0;
  return (
    <div className="timer">
      <h1 className="hidden">{words.timer.title}</h1>
      <WeekSummary days={days} today={today} week={week}>
        {!isNew && <SearchField />}
      </WeekSummary>
      <Suspense>
        {running && minute - startOf(running) > LONG_MS && (
          <LongRunning key={stableId(running.id)} entry={running} />
        )}
        {editing?.id === "new" && <NewEntry key={editing.categoryId} editing={editing} />}
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
          <button
            type="button"
            className="button earlier"
            onClick={showEarlier}
            disabled={loadingEarlier}
          >
            {words.timer.earlier}
          </button>
        </>
      )}
    </div>
  );
}
