/** Time from other trackers: a file, what would come of it, what came, and a way back. */

import { useSearchParams } from "wouter";
import { ScreenHeading } from "../ui/ScreenHeading";
import { screenWords } from "../words/screens";
import { FilePick } from "./FilePick";
import { History } from "./History";
import { OpenImport } from "./OpenImport";
import { Sources } from "./Sources";
import "./imports.css";

const text = screenWords.imports;

/** The address says which import is open, so that it is there again after a reload. */
export default function ImportScreen() {
  const [parameters, setParameters] = useSearchParams();
  const id = parameters.get("id");
  const open = (next: string | null): void => setParameters(next === null ? {} : { id: next });
  return (
    <div className="imports">
      <ScreenHeading name={text.title} />
      {id === null ? (
        <>
          <p className="muted">{text.lead}</p>
          <FilePick onArrived={open}>
            <History onOpen={open} />
            <Sources />
          </FilePick>
        </>
      ) : (
        <OpenImport key={id} id={id} onClose={() => open(null)} />
      )}
    </div>
  );
}
