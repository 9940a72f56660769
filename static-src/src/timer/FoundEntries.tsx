/** Entries that were asked for across all of the past: newest first, edited like any others. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, body } from "../api/client";
import { keys, upToDate } from "../store/feed";
import { usePreferences } from "../store/preferences";
import { learnFound, useShown } from "../store/state";
import { useMinutes, useToday } from "../ui/now";
import { Skeleton } from "../ui/Skeleton";
import { useSaid } from "../ui/said";
import { words } from "../words";
import { DayList } from "./DayList";
import { type Day, daysOf } from "./days";
import { useEditing } from "./editing";
import { NotFound } from "./NotFound";
import OpenElsewhere from "./OpenElsewhere";

/** As the server takes it. */
export interface Query {
  q?: string;
  projectId?: string[];
  categoryId?: string[];
  tag?: string[];
}

interface Page {
  /** Identifiers of what was found; the entries themselves are known like all others. */
  ids: string[];
  nextCursor: string | null;
}

async function find(asked: Query, cursor: string | null): Promise<Page> {
  const query = { ...asked, limit: 100, ...(cursor === null ? {} : { cursor }) };
  let page: Page = { ids: [], nextCursor: null };
  await upToDate(
    () => body(api.GET("/api/entries", { params: { query } })),
    ({ items, nextCursor }) => {
      learnFound(items);
      page = { ids: items.map(({ id }) => id), nextCursor };
    },
  );
  return page;
}

function useFound(query: Query) {
  const { zoneName } = usePreferences();
  const minute = useMinutes();
  const { entries } = useShown();
  const found = useInfiniteQuery({
    queryKey: keys.search(JSON.stringify(query)),
    queryFn: ({ pageParam }) => find(query, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
  const days = useMemo(() => {
    const ids = new Set(found.data?.pages.flatMap((page) => page.ids));
    const shown = entries.filter(({ id }) => ids.has(id));
    return daysOf(shown, "0000-01-01", minute, zoneName);
  }, [found.data, entries, minute, zoneName]);
  return { found, days };
}

interface Props {
  query: Query;
  /** What is said above them, or instead. */
  saying(days: Day[]): string;
}

export function FoundEntries({ query, saying }: Props) {
  const { found, days } = useFound(query);
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
