import { Suspense, useEffect } from "react";
import { useSearchParams } from "wouter";
import { navigate } from "wouter/use-browser-location";
import { showEarlier, useSince } from "../store/feed";
import { usePreferences } from "../store/preferences";
import { useKnown, useRunning, useShown } from "../store/state";
import { startOf } from "../store/world";
import { startOfWeek } from "../time/dates";
import { tellWhy } from "../ui/explain";
import { useMinutes, useToday } from "../ui/now";
import { part } from "../ui/part";
import { ScreenHeading } from "../ui/ScreenHeading";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { DayList } from "./DayList";
import { EmptyTimer } from "./EmptyTimer";
import { useEditing } from "./editing";
import { leaveScreen } from "./opening";
import { SearchField } from "./SearchField";
import { useDays } from "./useDays";

/** In the address: something else than the newest days; `sought.ts` reads them. */
const SOUGHT = ["q", "day", "project", "category", "tag"];
const LONG_MS = 10 * 3_600_000;
const Finding = part(() => import("./Finding"));
const LongRunning = part(() => import("./LongRunning"));
const OpenElsewhere = part(() => import("./OpenElsewhere"));
const loadPanel = () => import("./Panel");
const Panel = part(loadPanel);

/** Its heading stays the same when what is known has arrived: it may have the focus. */
export function TimerScreen() {
  const loaded = useKnown((known) => known.loaded);
  // Beside what is asked of the server, not after it.
  useEffect(() => void loadPanel().catch(() => undefined), []);
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
  const editing = useEditing();
  const seeks = SOUGHT.some((name) => parameters.get(name));
  const today = useToday(zoneName);
  const minute = useMinutes();
  const earlier = () => showEarlier(since, zoneName).catch(tellWhy);
  const week = startOfWeek(today, weekStart);
  const days = useDays(entries, since, minute, zoneName);

  useEffect(() => () => leaveScreen(() => navigate("/")), []);

  const listed = days.length > 0 ? days : [{ date: today, seconds: 0, pieces: [] }];
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
        {editing && !seeks && <OpenElsewhere editing={editing} days={listed} />}
      </Suspense>
      {seeks ? (
        <Suspense fallback={<Skeleton rows={4} />}>
          <Finding parameters={parameters} />
        </Suspense>
      ) : isNew ? (
        <EmptyTimer />
      ) : (
        <>
          <DayList days={listed} today={today} />
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
