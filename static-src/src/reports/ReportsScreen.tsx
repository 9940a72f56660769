import { useEffect, useMemo } from "react";
import { useSearchParams } from "wouter";
import { usePeople } from "../accounts/people";
import { onVerb, type Verb } from "../actions/verbs";
import type { Report } from "../api/types";
import { useMayAdminister } from "../app/SessionProvider";
import { usePreferences } from "../data/preferences";
import { useWorld } from "../data/WorldProvider";
import { formatRange } from "../time/format";
import { reasonOf } from "../ui/explain";
import { useToday } from "../ui/now";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { formatAddress, hasFilters, parseAddress, permitted, type ReportState } from "./address";
import { chosenOf, Filters } from "./Filters";
import { useHours } from "./hours";
import { lastDate } from "./names";
import { type Question, questionOf } from "./question";
import { ShareView } from "./ShareView";
import { TimeView } from "./TimeView";
import { Extras, shifted, Toolbar } from "./Toolbar";
import { Trail } from "./Trail";
import type { Tree } from "./tree";
import { useReport } from "./useReport";
import { YearView } from "./YearView";
import "./reports.css";

export interface ViewProps {
  report: Report;
  question: Question;
  tree: Tree;
  title: string;
  change: Change;
}

type Change = (part: Partial<ReportState>) => void;

const VIEW = { time: TimeView, share: ShareView, year: YearView };

export default function ReportsScreen() {
  const { zoneName, weekStart } = usePreferences();
  const today = useToday(zoneName);
  const world = useWorld();
  const [parameters, setParameters] = useSearchParams();
  const mayChoose = useMayAdminister();
  const everybody = usePeople();
  const people = useMemo(() => new Map(everybody.map(({ id, name }) => [id, name])), [everybody]);
  const state = permitted(parseAddress(parameters), mayChoose);
  const tree = { ...world, people };
  const calendar = { today, zone: zoneName, weekStart };
  const question = questionOf(state, calendar, tree);
  const change: Change = (part) => setParameters(formatAddress({ ...state, ...part }));
  const { data, error, isPlaceholderData, refetch } = useReport(
    question,
    !world.loading && (state.person === null || people.size > 0),
  );
  useVerbs({ question, calendar, change });

  const shown = error ? undefined : data;
  return (
    <div className="reports">
      <header className="report-head">
        <h1>{words.reports.title}</h1>
        <Extras />
      </header>
      <Toolbar state={state} question={question} calendar={calendar} change={change} />
      <Filters state={state} question={question} change={change} />
      <Heading state={state} question={question} total={shown?.report.totalSeconds} />
      {question.at !== null && <Trail at={question.at} tree={world} change={change} />}
      {error && (
        <section className="empty" role="alert">
          <h2>{words.reports.notLoaded}</h2>
          <p className="muted">{reasonOf(error)}</p>
          <button type="button" className="button" onClick={() => void refetch()}>
            {words.notice.retry}
          </button>
        </section>
      )}
      {!error && !shown && <Skeleton rows={8} />}
      {shown && (
        <div className="report-body" data-old={isPlaceholderData} aria-busy={isPlaceholderData}>
          <Body {...shown} tree={tree} change={change} state={state} />
        </div>
      )}
    </div>
  );
}

type BodyProps = Omit<ViewProps, "title"> & { state: ReportState };

function Body({ state, ...props }: BodyProps) {
  const { report, question, change } = props;
  const View = VIEW[question.view];
  const title = formatRange(question.dates.from, lastDate(question.dates));
  if (report.totalSeconds > 0) return <View {...props} title={title} />;
  return (
    <section className="empty">
      <h2>{words.reports.empty}</h2>
      <p className="muted">{words.reports.emptyHint}</p>
      <p className="empty-ways">
        {state.range !== "this-year" && state.range !== "last-year" && (
          <button type="button" className="button" onClick={() => change({ range: "this-year" })}>
            {words.reports.showYear}
          </button>
        )}
        {hasFilters(state) && (
          <button
            type="button"
            className="button"
            onClick={() => change({ projects: [], categories: [], tags: [], at: null })}
          >
            {words.reports.removeFilters}
          </button>
        )}
      </p>
    </section>
  );
}

interface HeadingProps {
  state: ReportState;
  question: Question;
  total: number | undefined;
}

/** The dates and the sum; on paper also the filters, as the fields are not printed. */
function Heading({ state, question, total }: HeadingProps) {
  const hours = useHours();
  const world = useWorld();
  const { dates, query } = question;
  const filters = chosenOf(state, world).map(({ label }) => label);
  return (
    <div className="report-sum">
      <h2>{formatRange(dates.from, lastDate(dates))}</h2>
      <output className="number" aria-label={words.reports.total}>
        {total === undefined ? "" : hours(total)}
      </output>
      <p className="on-paper">{[...filters, query.tz].join(" · ")}</p>
    </div>
  );
}

type VerbProps = Omit<Parameters<typeof Toolbar>[0], "state">;

/** What keys and the palette ask of the report. */
function useVerbs({ question, calendar, change }: VerbProps): void {
  useEffect(() => {
    const verbs: Partial<Record<Verb, () => void>> = {
      reportBack: () => change({ range: shifted(question, calendar, -1) }),
      reportForward: () => change({ range: shifted(question, calendar, 1) }),
      reportTime: () => change({ view: "time" }),
      reportShare: () => change({ view: "share" }),
      reportYear: () => change({ view: "year" }),
      print: () => print(),
    };
    return onVerb((verb) => verbs[verb]?.());
  });
}
