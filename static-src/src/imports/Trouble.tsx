import { failureOf } from "../api/errors";
import { Details } from "../ui/Details";
import { reasonOf } from "../ui/explain";

/** Why the last thing was not done, beside what it was. */
export function Trouble({ error }: { error: unknown }) {
  if (error === null) return null;
  return (
    <div className="import-trouble" role="alert">
      <p className="field-errors">{reasonOf(error)}</p>
      <Details failure={failureOf(error)} />
    </div>
  );
}
