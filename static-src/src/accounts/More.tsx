/** The end of a list that comes page by page, and what stands in its place when it doesn't come. */

import { reasonOf } from "../ui/explain";
import { words } from "../words";
import { screenWords } from "../words/screens";

const text = screenWords.accounts;

interface MoreProps {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
  label: string;
  /** What is said when there is no more. */
  end: string;
}

export function More({ hasNextPage, isFetchingNextPage, fetchNextPage, label, end }: MoreProps) {
  if (!hasNextPage) return end ? <p className="muted earlier">{end}</p> : null;
  return (
    <button
      type="button"
      className="button earlier"
      disabled={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {label}
    </button>
  );
}

export const NotLoaded = ({ error, again }: { error: unknown; again(): void }) => (
  <p role="alert">
    {text.notLoaded} {reasonOf(error)}{" "}
    <button type="button" className="button" onClick={again}>
      {words.notice.retry}
    </button>
  </p>
);
