/** Entries that were asked for across all of the past: newest first, edited like any others. */

import { useMemo } from "react";
import { keys } from "../store/feed";
import { type EntryQuery, useFound } from "../store/found";
import { usePreferences } from "../store/preferences";
import { useShown } from "../store/state";
import { useMinutes, useToday } from "../ui/now";
import { Skeleton } from "../ui/Skeleton";
import { useSaid } from "../ui/said";
import { words } from "../words";
import { DayList } from "./DayList";
import { type Day, daysOf } from "./days";
import { useEditing } from "./editing";
import { NotFound } from "./NotFound";
import OpenElsewhere from "./OpenElsewhere";

function useDays(ids: ReadonlySet<string>): Day[] {
  const { zoneName } = usePreferences();
  const minute = useMinutes();
  const { entries } = useShown();
  return useMemo(() => {
    const shown = entries.filter(({ id }) => ids.has(id));
    return daysOf(shown, "0000-01-01", minute, zoneName);
  }, [entries, ids, minute, zoneName]);
}

interface Props {
  query: EntryQuery;
  /** What is said above them, or instead. */
  saying(days: Day[]): string;
}

export function FoundEntries({ query, saying }: Props) {
  const queryKey = keys.search(JSON.stringify(query));
  const [found, ids] = useFound({ queryKey, query: { ...query, limit: 100 }, keeps: true });
  const days = useDays(ids);
  const editing = useEditing();
  const today = useToday(usePreferences().zoneName);
  useSaid(found.isSuccess ? saying(days) : "");
  if (found.isError) {
    return <NotFound error={found.error} again={() => void found.refetch()} />;
  }
  if (found.isPending) return <Skeleton rows={4} />;
  return (
    <>
      <p className="muted">{saying(days)}</p>
      {editing && <OpenElsewhere editing={editing} days={days} />}
      <DayList days={days} today={today} complete={false} />
      {found.hasNextPage ? (
        <button
          type="button"
          className="button earlier"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {words.timer.earlier}
        </button>
      ) : (
        days.length > 0 && <p className="muted earlier">{words.timer.nothingEarlier}</p>
      )}
    </>
  );
}
