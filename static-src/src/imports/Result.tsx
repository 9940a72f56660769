/** What an import brought, and its way back. */

import { useState } from "react";
import { screenWords } from "../words/screens";
import type { Import } from "./calls";
import { Facts } from "./Facts";
import { Months } from "./Months";
import { Problems } from "./Problems";
import { UndoDialog } from "./UndoDialog";

const text = screenWords.imports;

export function Result({ one, onClose }: { one: Import; onClose(): void }) {
  const [undoing, setUndoing] = useState(false);
  const done = one.state === "done";
  return (
    <>
      <p className="import-done" role="status">
        {text.states[one.state](one.added)}
      </p>
      {done && <Facts one={one} />}
      <div className="import-go">
        <button type="button" className="button-primary" onClick={onClose}>
          {text.another}
        </button>
        {done && (
          <button type="button" className="button" onClick={() => setUndoing(true)}>
            {text.undo}
          </button>
        )}
      </div>
      {done && (
        <div className="import-parts">
          <Months one={one} />
          <div>
            <Problems one={one} />
          </div>
        </div>
      )}
      {undoing && <UndoDialog one={one} onClose={() => setUndoing(false)} />}
    </>
  );
}
