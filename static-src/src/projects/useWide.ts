import { useSyncExternalStore } from "react";

const wide = matchMedia("(min-width: 2000px)");

function subscribe(listener: () => void): () => void {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
}

/** Whether there is room for the tree and the tags beside one another. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
