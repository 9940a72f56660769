/** What the file can't tell, asked once, with what it says. */

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { browserZone } from "../store/preferences";
import { ZoneSelect } from "../ui/ZoneSelect";
import { presentName } from "../ui/zones";
import { screenWords } from "../words/screens";
import type { Choices, Deciding, Import, Question } from "./calls";
import { Trouble } from "./Trouble";

const text = screenWords.imports;
const ORDERS = ["dmy", "mdy", "ymd"] as const;
const MEANINGS = [
  "start",
  "stop",
  "date",
  "duration",
  "client",
  "project",
  "task",
  "note",
  "tags",
] as const;

type Values = Record<string, string>;

/** What is said until somebody says otherwise: nothing is guessed but the zone, which is shown. */
function answersOf(fields: readonly string[], values: Values): Choices {
  const columns = MEANINGS.flatMap((meaning) => {
    const header = values[meaning];
    return header ? [[meaning, header]] : [];
  });
  const all: Choices = {
    zone: values.zone ?? presentName(browserZone()),
    dateOrder: (values.dateOrder as Choices["dateOrder"]) ?? null,
    person: values.person ?? null,
    columns: Object.fromEntries(columns) as Values,
  };
  const asked = Object.entries(all).filter(([field]) => fields.includes(field));
  return Object.fromEntries(asked) as Choices;
}

export function Questions({ one, deciding }: { one: Import; deciding: Deciding }) {
  const [values, setValues] = useState<Values>({});
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const say = (name: string) => (value: string) => setValues({ ...values, [name]: value });
  const fields = one.questions.map(({ field }) => field);
  // Asked once more, what was said was not enough.
  const again = !deciding.busy && fields.some((field) => answered.includes(field));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await deciding.decide(answersOf(fields, values))) setAnswered(fields);
  };
  const props = { values, say };
  return (
    <form className="import-questions" onSubmit={(event) => void submit(event)}>
      <p role="status">{again ? text.asksStill : text.asks}</p>
      {one.questions.map((question) => (
        <Asked key={question.field} question={question} {...props} />
      ))}
      <Trouble error={deciding.error} />
      <button type="submit" className="button-primary" disabled={deciding.busy}>
        {deciding.busy ? text.looking : text.look}
      </button>
    </form>
  );
}

interface AskedProps {
  question: Question;
  values: Values;
  say(name: string): (value: string) => void;
}

function Asked({ question, values, say }: AskedProps) {
  const { field, example, choices } = question;
  if (field === "columns") return <Columns question={question} values={values} say={say} />;
  if (field === "zone") {
    return (
      <Labelled label={text.questions.zone} example={example}>
        {(id) => (
          <ZoneSelect
            id={id}
            value={values.zone ?? presentName(browserZone())}
            onChange={(event) => say("zone")(event.target.value)}
          />
        )}
      </Labelled>
    );
  }
  const offered = choices.length > 0 ? choices : ORDERS;
  return (
    <Labelled label={text.questions[field]} example={example}>
      {(id) => (
        <select
          id={id}
          required
          value={values[field] ?? ""}
          onChange={(event) => say(field)(event.target.value)}
        >
          <option value="">{text.pick}</option>
          {offered.map((choice) => (
            <option key={choice} value={choice}>
              {field === "dateOrder" ? text.orders[choice] : choice}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface LabelledProps {
  label: string;
  example: string;
  children(id: string): ReactNode;
}

function Labelled({ label, example, children }: LabelledProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      <p className="muted small">{text.example(example)}</p>
    </div>
  );
}

/** Which column holds what, beside the beginning of the table. */
function Columns({ question, values, say }: AskedProps) {
  return (
    <fieldset className="import-columns">
      <legend>{text.questions.columns}</legend>
      <p className="muted small">{text.columnsHint}</p>
      <pre className="small">{question.example}</pre>
      <div className="import-fields">
        {MEANINGS.map((meaning) => (
          <label key={meaning} className="field">
            <span>{text.meanings[meaning]}</span>
            <select
              value={values[meaning] ?? ""}
              onChange={(event) => say(meaning)(event.target.value)}
            >
              <option value="">{text.noColumn}</option>
              {question.choices.map((header) => (
                <option key={header} value={header}>
                  {header}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
