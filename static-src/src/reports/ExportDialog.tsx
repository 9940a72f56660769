/** As which kind of file the entries of the report are to be had. Loaded when it is asked for. */

import { type FormEvent, useState } from "react";
import { Dialog } from "../ui/Dialog";
import { screenWords } from "../words/screens";
import { exportAddress, FORMATS, type Format, OF_ONE_PERSON, peopleIn } from "./exporting";
import { nameRangeOf } from "./names";
import type { Question } from "./question";

const labels = screenWords.reports.exporting;

interface Props {
  question: Question;
  people: ReadonlyMap<string, string>;
  onClose(): void;
}

export default function ExportDialog({ question, people, onClose }: Props) {
  const [chosen, setChosen] = useState<Format>("csv");
  const whose = peopleIn(question, people.keys());
  const several = whose.length > 1;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    fetchFile(exportAddress(chosen, question, whose));
    onClose();
  };
  return (
    <Dialog title={labels.title} onClose={onClose}>
      <form className="report-export" onSubmit={submit}>
        <p className="muted">
          {labels.about} {nameRangeOf(question.dates)}
        </p>
        <fieldset>
          <legend className="muted small">{labels.format}</legend>
          {FORMATS.map((format) => (
            <label key={format} className="check">
              <input
                type="radio"
                name="format"
                value={format}
                checked={format === chosen}
                disabled={several && OF_ONE_PERSON.includes(format)}
                onChange={() => setChosen(format)}
              />
              <span>
                {labels.formats[format]} <span className="muted small">{labels.hints[format]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {several && <p className="muted small">{labels.onePerson}</p>}
        <button type="submit" className="button-primary">
          {labels.download}
        </button>
      </form>
    </Dialog>
  );
}

/** The server names it; the browser keeps it while it comes, however long it is. */
function fetchFile(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
