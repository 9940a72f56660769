/** Rows of a table without anything in them, folded into one that says how many. Pure. */

export interface Folded {
  /** The key of the first. */
  key: string;
  empty: number;
}

/** One alone stays as it is: folded it would take as much room and say less. */
const FEWEST = 2;

export function folded<T extends { key: string; seconds: number }>(rows: T[]): (T | Folded)[] {
  const runs: T[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && row.seconds === 0 && run[0]?.seconds === 0) run.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run): (T | Folded)[] =>
    run.length < FEWEST ? run : [{ key: run[0]?.key ?? "", empty: run.length }],
  );
}
