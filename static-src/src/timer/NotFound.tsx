import { failureOf } from "../api/errors";
import { Details } from "../ui/Details";
import { reasonOf } from "../ui/explain";
import { words } from "../words";
import { screenWords } from "../words/screens";

/** The server didn't answer, or not with what was asked for. */
export function NotFound({ error, again }: { error: unknown; again(): void }) {
  return (
    <section className="empty" role="alert">
      <h2>{screenWords.search.failed}</h2>
      <p className="muted">{reasonOf(error)}</p>
      <Details failure={failureOf(error)} />
      <button type="button" className="button" onClick={again}>
        {words.notice.retry}
      </button>
    </section>
  );
}
