/** What is folded and whether the archived are shown: this browser's, kept between visits. */

import { useCallback, useState } from "react";
import { stableId } from "../data/ids";

const STORED = "clockwork.projects";

interface Kept {
  collapsed: string[];
  showArchived: boolean;
}

export function parseKept(text: string | null): Kept {
  try {
    const { collapsed, showArchived } = JSON.parse(text ?? "{}") ?? {};
    const ids = Array.isArray(collapsed) ? collapsed.filter((id) => typeof id === "string") : [];
    return { collapsed: ids, showArchived: showArchived === true };
  } catch {
    return { collapsed: [], showArchived: false };
  }
}

export function useView() {
  const [kept, setKept] = useState(() => parseKept(localStorage.getItem(STORED)));
  const change = useCallback((make: (kept: Kept) => Kept): void => {
    setKept((before) => {
      const next = make(before);
      localStorage.setItem(STORED, JSON.stringify(next));
      return next;
    });
  }, []);

  const setCollapsed = useCallback(
    (id: string, collapsed: boolean): void =>
      change((before) => {
        const others = before.collapsed.filter((other) => other !== stableId(id));
        return { ...before, collapsed: collapsed ? [...others, stableId(id)] : others };
      }),
    [change],
  );
  const isCollapsed = useCallback(
    (id: string): boolean => kept.collapsed.includes(stableId(id)),
    [kept.collapsed],
  );
  const toggleArchived = useCallback(
    (): void => change((before) => ({ ...before, showArchived: !before.showArchived })),
    [change],
  );
  return { showArchived: kept.showArchived, isCollapsed, setCollapsed, toggleArchived };
}
