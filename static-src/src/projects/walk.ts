/** Arrows, Home, End and Enter in the tree, after the ARIA treegrid pattern. */

import type { KeyboardEvent } from "react";
import type { Row } from "./rows";

/** The index of the row to go to; undefined when the key folds, unfolds or does nothing. */
export function stepTo(key: string, rows: Row[], index: number): number | undefined {
  const row = rows[index];
  if (!row) return undefined;
  switch (key) {
    case "ArrowDown":
      return Math.min(index + 1, rows.length - 1);
    case "ArrowUp":
      return Math.max(index - 1, 0);
    case "Home":
      return 0;
    case "End":
      return rows.length - 1;
    case "ArrowRight":
      return row.expanded ? index + 1 : undefined;
    case "ArrowLeft":
      if (row.expanded || row.depth === 0) return undefined;
      return rows.findLastIndex((other, at) => at < index && other.depth < row.depth);
    default:
      return undefined;
  }
}

const folds = (key: string, row: Row): boolean =>
  row.hasChildren && (key === "ArrowRight" ? !row.expanded : key === "ArrowLeft" && row.expanded);

export function walk(
  event: KeyboardEvent<HTMLElement>,
  rows: Row[],
  toggle: (row: Row) => void,
  edit: (row: Row) => void,
): void {
  const target = event.target as HTMLElement;
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!plain || !target.matches("[data-row]")) return;
  const index = rows.findIndex(({ node }) => node.id === target.dataset.node);
  const row = rows[index];
  if (!row) return;
  const next = stepTo(event.key, rows, index);
  if (folds(event.key, row)) toggle(row);
  else if (event.key === "Enter") edit(row);
  else if (next === undefined) return;
  else event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")[next]?.focus();
  event.preventDefault();
}
