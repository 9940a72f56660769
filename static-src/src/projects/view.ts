/** What is folded and whether the archived are shown: this browser's, kept between visits. */

import { create } from "zustand";

const STORED = "clockwork.projects";

export interface View {
  collapsed: string[];
  showArchived: boolean;
}

export function parseKept(text: string | null): View {
  try {
    const { collapsed, showArchived } = JSON.parse(text ?? "{}") ?? {};
    const ids = Array.isArray(collapsed) ? collapsed.filter((id) => typeof id === "string") : [];
    return { collapsed: ids, showArchived: showArchived === true };
  } catch {
    return { collapsed: [], showArchived: false };
  }
}

export const useView = create<View>(() => parseKept(localStorage.getItem(STORED)));
useView.subscribe((view) => localStorage.setItem(STORED, JSON.stringify(view)));

export function setCollapsed(id: string, collapsed: boolean): void {
  const others = useView.getState().collapsed.filter((other) => other !== id);
  useView.setState({ collapsed: collapsed ? [...others, id] : others });
}

export const toggleArchived = (): void =>
  useView.setState(({ showArchived }) => ({ showArchived: !showArchived }));
