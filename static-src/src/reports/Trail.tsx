import { screenWords } from "../words/screens";
import type { ReportState } from "./address";
import { nameOf, type Tree, trailTo } from "./tree";

interface Props {
  at: string;
  tree: Tree;
  change(part: Partial<ReportState>): void;
}

/** Where in the tree the report is, and the way back up. */
export function Trail({ at, tree, change }: Props) {
  const trail = trailTo(at, tree);
  return (
    <nav className="report-trail" aria-label={screenWords.reports.path}>
      <ol>
        <li>
          <button type="button" className="link" onClick={() => change({ at: null })}>
            {screenWords.reports.allProjects}
          </button>
        </li>
        {trail.map((id) => (
          <li key={id}>
            {id === at ? (
              <span aria-current="location">{nameOf(id, tree)}</span>
            ) : (
              <button type="button" className="link" onClick={() => change({ at: id })}>
                {nameOf(id, tree)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
