/** What would come of a file, and what can be decided about it before it does. */

import { useState } from "react";
import { Unreachable } from "../api/errors";
import { screenWords } from "../words/screens";
import { type Deciding, type Import, run } from "./calls";
import { Decisions } from "./Decisions";
import { Facts } from "./Facts";
import { Mapping } from "./Mapping";
import { Months } from "./Months";
import { Problems } from "./Problems";
import { Trouble } from "./Trouble";

const text = screenWords.imports;

export function Preview({ one, deciding }: { one: Import; deciding: Deciding }) {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const bring = async (): Promise<void> => {
    setRunning(true);
    setError(null);
    try {
      await run(one.id);
    } catch (cause) {
      setError(cause);
      setRunning(false);
    }
  };
  return (
    <>
      <Facts one={one} />
      <div className="import-go">
        <button
          type="button"
          className="button-primary"
          disabled={running || deciding.busy || one.added === 0}
          onClick={() => void bring()}
        >
          {running ? text.adding : text.add(one.added)}
        </button>
        <p className="muted small" role="status">
          {noteOf(one, running, deciding.busy)}
        </p>
      </div>
      {/* Whether it was done can't be told: done again, it does nothing twice. */}
      {error instanceof Unreachable && <p>{text.notKnown}</p>}
      <Trouble error={error} />
      <Trouble error={deciding.error} />
      <div className="import-parts" inert={running}>
        <Mapping one={one} deciding={deciding} />
        <div>
          <Decisions one={one} deciding={deciding} />
          <Months one={one} />
          <Problems one={one} />
        </div>
      </div>
    </>
  );
}

function noteOf(one: Import, running: boolean, busy: boolean): string {
  if (running) return text.addingNote;
  if (busy) return text.looking;
  return one.added === 0 ? text.nothingNew : text.addNote;
}
