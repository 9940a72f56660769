import { words } from "../words";

/** Reserves the room of rows that are on their way; CSS shows it only after 300 ms. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div className="skeleton" role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div className="skeleton-row" key={row} />
      ))}
    </div>
  );
}
