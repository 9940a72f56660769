/** What is read out to those who don't see it come: one line, in the region of the messages. */

import { useEffect } from "react";
import { create } from "zustand";

export const useSpoken = create<{ line: string }>(() => ({ line: "" }));

/** So long nothing may change: while one types, nothing is said. */
const QUIET_MS = 700;

/** Says a text once it has stayed the same for a moment, and anew after each change of `about`. */
export function useSaid(text: string, about = ""): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is about starts the wait anew
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => useSpoken.setState({ line: text }), QUIET_MS);
    return () => {
      clearTimeout(timer);
      // Taken away, so that the same can be said again.
      useSpoken.setState({ line: "" });
    };
  }, [text, about]);
}
