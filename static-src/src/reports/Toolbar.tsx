/** What the report is of: view, range, bars, groups. */

import type { ReactNode } from "react";
import { setPreferences, usePreferences } from "../store/preferences";
import { useMayAdminister } from "../store/session";
import {
  type DateRange,
  RANGE_NAMES,
  type RangeName,
  shiftRange,
  withFirst,
  withLast,
} from "../time/ranges";
import { DateInput } from "../ui/DateInput";
import { Icon } from "../ui/Icon";
import { screenWords } from "../words/screens";
import {
  BUCKETS,
  GROUPS,
  nameRange,
  type ReportState,
  SECOND_GROUPS,
  type SecondGroup,
  VIEWS,
} from "./address";
import { Choice, Field } from "./Choice";
import { lastDate } from "./names";
import { PersonSlot } from "./PersonSlot";
import type { Calendar, Question } from "./question";

interface Props {
  state: ReportState;
  question: Question;
  calendar: Calendar;
  change(part: Partial<ReportState>): void;
}

const labels = screenWords.reports;

export function Toolbar(props: Props) {
  const { state, question, change } = props;
  const mayChoose = useMayAdminister();
  const isOffered = (group: SecondGroup): boolean => mayChoose || group !== "person";
  return (
    <div className="report-tools">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't lie in a row of its siblings */}
      <div className="segments" role="group" aria-label={labels.viewLabel}>
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={state.view === view}
            onClick={() => change({ view })}
          >
            {labels.views[view]}
          </button>
        ))}
      </div>
      <RangeFields {...props} />
      {state.view === "time" && (
        <Choice
          label={labels.bars}
          value={question.bars}
          options={BUCKETS}
          names={labels.buckets}
          onChange={(bars) => change({ bars })}
        />
      )}
      {state.view !== "year" && (
        <Choice
          label={labels.group}
          value={state.group}
          options={GROUPS.filter(isOffered)}
          names={labels.groups}
          onChange={(group) => change({ group, second: "none", at: null })}
        />
      )}
      {state.view === "share" && (
        <Choice
          label={labels.thenBy}
          value={state.second}
          options={SECOND_GROUPS.filter((second) => second !== state.group && isOffered(second))}
          names={labels.groups}
          onChange={(second) => change({ second })}
        />
      )}
      <PersonSlot state={state} change={change} />
    </div>
  );
}

const YEARS: readonly RangeName[] = ["this-year", "last-year"];

function RangeFields({ state, question, calendar, change }: Props) {
  const { today, weekStart } = calendar;
  const { dates } = question;
  const shift = (by: -1 | 1): void => change({ range: shifted(question, calendar, by) });
  // A year is shown whatever part of it the range names.
  const name = state.view === "year" ? nameRange(dates, today, weekStart) : state.range;
  const named = typeof name === "string" ? name : "custom";
  const options = state.view === "year" ? YEARS : RANGE_NAMES;
  const pick = (value: string): void =>
    change({ range: value === "custom" ? dates : (value as RangeName), bars: null });
  const setDates = (range: DateRange): void => change({ range, bars: null });
  return (
    <>
      <div className="report-range">
        <Field label={labels.range}>
          <select value={named} onChange={(event) => pick(event.target.value)}>
            {[...options, "custom"].map((option) => (
              <option key={option} value={option}>
                {labels.ranges[option]}
              </option>
            ))}
          </select>
        </Field>
        <button
          type="button"
          className="icon-button"
          aria-label={labels.earlier}
          onClick={() => shift(-1)}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={labels.later}
          onClick={() => shift(1)}
        >
          <Icon name="right" />
        </button>
      </div>
      {state.view !== "year" && named === "custom" && (
        <>
          <Field label={labels.from}>
            <DateInput value={dates.from} onDate={(from) => setDates(withFirst(dates, from))} />
          </Field>
          <Field label={labels.to}>
            <DateInput value={lastDate(dates)} onDate={(to) => setDates(withLast(dates, to))} />
          </Field>
        </>
      )}
    </>
  );
}

/** The same length earlier or later, by its name when it has one. */
export function shifted({ dates }: Question, { today, weekStart }: Calendar, by: -1 | 1) {
  return nameRange(shiftRange(dates, by), today, weekStart);
}

/** What can be done with the report that is shown. */
export function Extras({
  onCsv,
  workbook,
  onExport,
  children,
}: {
  onCsv: (() => void) | undefined;
  /** The address of the report for Excel. */
  workbook: string;
  onExport(): void;
  children: ReactNode;
}) {
  const { decimal } = usePreferences();
  return (
    <div className="report-extras">
      {children}
      <label className="check">
        <input
          type="checkbox"
          checked={decimal}
          onChange={({ target }) => setPreferences({ decimal: target.checked })}
        />
        {labels.decimal}
      </label>
      <button
        type="button"
        className="button"
        title={labels.csvHint}
        disabled={!onCsv}
        onClick={onCsv}
      >
        {labels.csv}
      </button>
      <a className="button" title={labels.workbookHint} href={workbook} download>
        {labels.exporting.formats.xlsx}
      </a>
      <button type="button" className="button" aria-haspopup="dialog" onClick={onExport}>
        {labels.exporting.button}
      </button>
      <button type="button" className="button" onClick={() => print()}>
        <Icon name="print" />
        {labels.print}
      </button>
    </div>
  );
}
