import { type ReactNode, Suspense, useMemo, useState } from "react";
import { useSearchParams } from "wouter";
import { failureOf } from "../api/errors";
import type { Report } from "../api/types";
import { usePeople } from "../store/people";
import { usePreferences } from "../store/preferences";
import { useMayAdminister } from "../store/session";
import { useKnown, usePlaces, useShown } from "../store/state";
import { formatRange } from "../time/format";
import { Details } from "../ui/Details";
import { reasonOf } from "../ui/explain";
import { useToday } from "../ui/now";
import { part } from "../ui/part";
import { ScreenHeading } from "../ui/ScreenHeading";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { formatAddress, hasFilters, parseAddress, permitted, type ReportState } from "./address";
import { useProvided } from "./commands";
import { csvOf, rowsOf } from "./csv";
import { download } from "./download";
import { type Entries, EntriesPanel } from "./EntriesPanel";
import { workbookAddress } from "./exporting";
import { Facts } from "./Facts";
import { Filters } from "./Filters";
import { lastDate } from "./names";
import { beforeOf } from "./numbers";
import type { Part } from "./part";
import { type Question, questionOf } from "./question";
import { SavedReports } from "./SavedReports";
import { ShareView } from "./ShareView";
import { TimeView } from "./TimeView";
import { Extras, Toolbar } from "./Toolbar";
import { Trail } from "./Trail";
import type { Tree } from "./tree";
import { type Answer, useReport } from "./useReport";
import { YearView } from "./YearView";
import "./reports.css";

export interface ViewProps {
  report: Report;
  question: Question;
  tree: Tree;
  title: string;
  change: Change;
  /** Shows the entries of a part. */
  open(part: Part): void;
  /** The entries that are open, between the chart and the table. */
  panel: ReactNode;
}

type Change = (part: Partial<ReportState>) => void;

const ExportDialog = part(() => import("./ExportDialog"));

const VIEW = { time: TimeView, share: ShareView, year: YearView };

export default function ReportsScreen({ Entries }: { Entries: Entries }) {
  const { zoneName, weekStart } = usePreferences();
  const today = useToday(zoneName);
  const { projects } = useShown();
  const places = usePlaces();
  const loaded = useKnown((known) => known.loaded);
  const [parameters, setParameters] = useSearchParams();
  const mayChoose = useMayAdminister();
  const everybody = usePeople();
  const people = useMemo(() => new Map(everybody.map(({ id, name }) => [id, name])), [everybody]);
  const state = permitted(parseAddress(parameters), mayChoose);
  const tree = { projects, places, people };
  const calendar = { today, zone: zoneName, weekStart };
  const question = questionOf(state, calendar, tree);
  // Going from part to part, or back to none, is no step of its own: Back leaves them all.
  const change: Change = (part) =>
    setParameters(formatAddress({ ...state, part: null, ...part }), {
      replace: state.part !== null && "part" in part,
    });
  const open = (part: Part): void => change({ part });
  const { data, error, isPlaceholderData, refetch } = useReport(
    question,
    loaded && (state.person === null || people.size > 0),
  );

  const shown = error ? undefined : data;
  const onCsv = shown && (() => save(shown, tree));
  useProvided("csv", onCsv);
  const [exporting, setExporting] = useState(false);
  const onExport = (): void => setExporting(true);
  useProvided("export", onExport);
  return (
    <div className="reports">
      <header className="report-head">
        <ScreenHeading name={screenWords.reports.title} />
        <Extras onCsv={onCsv} workbook={workbookAddress(question)} onExport={onExport}>
          <SavedReports state={state} question={question} />
        </Extras>
      </header>
      {exporting && (
        <Suspense>
          <ExportDialog question={question} people={people} onClose={() => setExporting(false)} />
        </Suspense>
      )}
      <Toolbar state={state} question={question} calendar={calendar} change={change} />
      <Filters state={state} question={question} change={change} />
      <Facts
        state={state}
        question={question}
        before={beforeOf(question.dates, today)}
        total={shown?.report.totalSeconds}
      />
      {question.at !== null && <Trail at={question.at} tree={tree} change={change} />}
      {error && (
        <section className="empty" role="alert">
          <h2>{screenWords.reports.notLoaded}</h2>
          <p className="muted">{reasonOf(error)}</p>
          <Details failure={failureOf(error)} />
          <button type="button" className="button" onClick={() => void refetch()}>
            {words.notice.retry}
          </button>
        </section>
      )}
      {!error && !shown && <Skeleton rows={8} />}
      {shown && (
        <div className="report-body" data-old={isPlaceholderData} aria-busy={isPlaceholderData}>
          <Body
            {...shown}
            tree={tree}
            change={change}
            state={state}
            open={open}
            panel={
              state.part && (
                <EntriesPanel part={state.part} {...{ state, question, tree, Entries, change }} />
              )
            }
          />
        </div>
      )}
    </div>
  );
}

/** As a file that is named after its dates. */
function save({ report, question }: Answer, tree: Tree): void {
  const { dates } = question;
  const name = screenWords.reports.csvFile(dates.from, lastDate(dates));
  download(name, "text/csv;charset=utf-8", csvOf(rowsOf(report, question, tree)));
}

type BodyProps = Omit<ViewProps, "title"> & { state: ReportState };

function Body({ state, ...props }: BodyProps) {
  const { report, question, change } = props;
  const View = VIEW[question.view];
  const title = formatRange(question.dates.from, lastDate(question.dates));
  if (report.totalSeconds > 0) return <View {...props} title={title} />;
  return (
    <section className="empty">
      <h2>{screenWords.reports.empty}</h2>
      <p className="muted">{screenWords.reports.emptyHint}</p>
      <p className="empty-ways">
        {state.range !== "this-year" && state.range !== "last-year" && (
          <button type="button" className="button" onClick={() => change({ range: "this-year" })}>
            {screenWords.reports.showYear}
          </button>
        )}
        {hasFilters(state) && (
          <button
            type="button"
            className="button"
            onClick={() => change({ projects: [], categories: [], tags: [], at: null })}
          >
            {screenWords.reports.removeFilters}
          </button>
        )}
      </p>
    </section>
  );
}
