/** What a report begins with: how much, a working day on average, against the time before. */

import type { ReactNode } from "react";
import { usePlaces, useShown } from "../store/state";
import { screenWords } from "../words/screens";
import type { ReportState } from "./address";
import { chosenOf } from "./Filters";
import { useHours } from "./hours";
import { nameRangeOf } from "./names";
import type { Before } from "./numbers";
import type { Question } from "./question";
import { useNumbers } from "./useReport";

interface Props {
  state: ReportState;
  question: Question;
  before: Before | null;
  total: number | undefined;
}

/** On paper also the filters, as the fields are not printed. */
export function Facts({ state, question, before, total }: Props) {
  const hours = useHours();
  const { projects } = useShown();
  const places = usePlaces();
  const { dates, query } = question;
  const filters = chosenOf(state, { projects, places }).map(({ label }) => label);
  return (
    <div className="report-sum">
      <Fact label={screenWords.reports.trackedIn(nameRangeOf(dates))} heading>
        <output className="number" aria-label={screenWords.reports.total}>
          {total === undefined ? "" : hours(total)}
        </output>
      </Fact>
      {before && total !== undefined && total > 0 && (
        <Compared question={question} before={before} total={total} />
      )}
      <p className="on-paper">{[...filters, query.tz].join(" · ")}</p>
    </div>
  );
}

function Compared({
  question,
  before,
  total,
}: {
  question: Question;
  before: Before;
  total: number;
}) {
  const hours = useHours();
  const numbers = useNumbers(question, before);
  if (!numbers) return null;
  const name = nameRangeOf(before.dates);
  const against = before.soFar
    ? screenWords.reports.againstSoFar(name)
    : screenWords.reports.against(name);
  const more = total - numbers.before;
  return (
    <>
      <Fact label={screenWords.reports.workingDay(numbers.days)}>{hours(numbers.average)}</Fact>
      {numbers.before > 0 && (
        <Fact label={against}>
          {more < 0 ? "−" : "+"}
          {hours(Math.abs(more))}
        </Fact>
      )}
    </>
  );
}

interface FactProps {
  label: string;
  heading?: boolean;
  children: ReactNode;
}

function Fact({ label, heading = false, children }: FactProps) {
  const Label = heading ? "h2" : "p";
  return (
    <div className="fact">
      <Label className="fact-label">{label}</Label>
      <div className="fact-number number">{children}</div>
    </div>
  );
}
