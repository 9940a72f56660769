import type { Failure } from "../api/errors";
import { Details } from "./Details";
import type { NoticeAction } from "./notices";

interface Props {
  ways: readonly NoticeAction[];
  failure: Failure | undefined;
}

/** Under what was refused: what would make it possible, and what the server said. */
export function Ways({ ways, failure }: Props) {
  return (
    <>
      {ways.map(({ label, run }) => (
        <button key={label} type="button" className="button-quiet" onClick={run}>
          {label}
        </button>
      ))}
      <Details failure={failure} />
    </>
  );
}
