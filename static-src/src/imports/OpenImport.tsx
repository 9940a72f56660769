/** One import: what has to be answered, what would come of it, or what came. */

import { useLayoutEffect, useRef } from "react";
import { failureOf, Refused } from "../api/errors";
import { Details } from "../ui/Details";
import { reasonOf } from "../ui/explain";
import { Skeleton } from "../ui/Skeleton";
import { screenWords } from "../words/screens";
import { type Import, useDeciding, useImport } from "./calls";
import { Preview } from "./Preview";
import { Questions } from "./Questions";
import { Result } from "./Result";

const text = screenWords.imports;

interface Props {
  id: string;
  onClose(): void;
}

export function OpenImport({ id, onClose }: Props) {
  const { data, error, refetch } = useImport(id);
  return (
    <>
      <button type="button" className="button-quiet import-back" onClick={onClose}>
        {text.back}
      </button>
      {data && <Opened one={data} onClose={onClose} />}
      {!data && error && (
        <div className="import-trouble">
          <p className="field-errors" role="alert">
            {error instanceof Refused ? text.gone : reasonOf(error)}
          </p>
          <Details failure={failureOf(error)} />
          <button type="button" className="button" onClick={() => void refetch()}>
            {text.again}
          </button>
        </div>
      )}
      {!data && !error && <Skeleton rows={6} />}
    </>
  );
}

function Opened({ one, onClose }: { one: Import; onClose(): void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const deciding = useDeciding(one);
  const asks = one.questions.length > 0;
  // What comes next is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is shown
  useLayoutEffect(() => heading.current?.focus(), [one.state, asks]);
  return (
    <>
      <header className="import-head">
        <h2 ref={heading} tabIndex={-1}>
          {one.name}
        </h2>
        <p className="muted">{one.title}</p>
      </header>
      {one.state !== "draft" && <Result one={one} onClose={onClose} />}
      {one.state === "draft" && asks && <Questions one={one} deciding={deciding} />}
      {one.state === "draft" && !asks && <Preview one={one} deciding={deciding} />}
    </>
  );
}
