/** The entries that a part of the report is made of, beside it; the address says which. */

import { type ComponentType, type KeyboardEvent, Suspense, useLayoutEffect, useRef } from "react";
import { failureOf } from "../api/errors";
import type { TimeEntry } from "../api/types";
import { keys } from "../store/feed";
import { useFound } from "../store/found";
import { addDays } from "../time/dates";
import type { DateRange } from "../time/ranges";
import { Details } from "../ui/Details";
import { reasonOf } from "../ui/explain";
import { Icon } from "../ui/Icon";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { screenWords } from "../words/screens";
import type { ReportState } from "./address";
import { nameDates, nameOfPart } from "./names";
import type { Part } from "./part";
import type { Question } from "./question";
import type { Tree } from "./tree";
import { type Wanted, wantedOf } from "./wanted";

/** How entries are listed and edited is another screen's: given from above. */
export interface EntriesProps {
  ids: ReadonlySet<string>;
  dates: DateRange;
  keeps(entry: TimeEntry): boolean;
}
export type Entries = ComponentType<EntriesProps>;

interface Props {
  part: Part;
  state: ReportState;
  question: Question;
  tree: Tree;
  Entries: Entries;
  change(part: Partial<ReportState>): void;
}

export function EntriesPanel({ part, state, question, tree, Entries, change }: Props) {
  const { key, inner } = part;
  const dates = part.dates ?? question.dates;
  const close = (): void => change({ part: null });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    close();
  };
  const address = JSON.stringify(part);
  const [section, heading] = useFocusOn(address);
  const oneDay = addDays(question.dates.from, 1) === question.dates.to;
  return (
    <section
      ref={section}
      className="report-entries"
      aria-labelledby="report-entries"
      onKeyDown={onKeyDown}
    >
      <header className="report-entries-head">
        <h2 id="report-entries" ref={heading} tabIndex={-1}>
          {nameOfPart(part, question, tree)}
        </h2>
        {(key !== null || inner !== null) && (
          <button
            type="button"
            className="button-quiet"
            onClick={() => change({ part: { ...part, key: null, inner: null } })}
          >
            {screenWords.reports.allOf(nameDates(dates))}
          </button>
        )}
        {part.dates && !oneDay && (
          <button
            type="button"
            className="button-quiet"
            onClick={() => change({ view: "time", range: dates, bars: null })}
          >
            {screenWords.reports.onlyThese}
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={screenWords.reports.closeEntries}
          title={screenWords.reports.closeEntries}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      <PartEntries key={address} wanted={wantedOf(part, question, state, tree)} Entries={Entries} />
    </section>
  );
}

/** The focus goes to what was opened, and back to what opened it. */
function useFocusOn(address: string) {
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each part that is opened
  useLayoutEffect(() => {
    const before = document.activeElement;
    // What is typed elsewhere while the report is loaded stays where it is typed.
    if (!before?.closest(".reports")) return;
    if (!section.current?.contains(before)) opener.current = before;
    heading.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: "nearest" });
  }, [address]);

  useLayoutEffect(
    () => () => {
      const { activeElement } = document;
      const left = activeElement && activeElement !== document.body;
      const inside = section.current?.contains(activeElement) ?? true;
      if (left && !inside) return;
      if (opener.current?.isConnected) (opener.current as HTMLElement).focus();
    },
    [],
  );
  return [section, heading] as const;
}

/** More would bury the table below. */
const PAGE = 40;

function PartEntries({ wanted, Entries }: { wanted: Wanted; Entries: Entries }) {
  const { query, dates, keeps } = wanted;
  const [found, ids] = useFound({
    queryKey: [...keys.reports, "entries", query],
    query: { ...query, limit: PAGE },
  });
  if (found.isError) {
    return (
      <div className="report-entries-failed" role="alert">
        {screenWords.reports.entriesNotLoaded} {reasonOf(found.error)}{" "}
        <button type="button" className="button" onClick={() => void found.refetch()}>
          {words.notice.retry}
        </button>
        <Details failure={failureOf(found.error)} />
      </div>
    );
  }
  if (found.isPending) return <Skeleton rows={3} />;
  return (
    <>
      <Suspense fallback={<Skeleton rows={3} />}>
        <Entries ids={ids} dates={dates} keeps={keeps} />
      </Suspense>
      {found.hasNextPage && (
        <button type="button" className="button earlier" onClick={() => void found.fetchNextPage()}>
          {words.timer.earlier}
        </button>
      )}
    </>
  );
}
