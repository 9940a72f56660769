/** What the address asks for at arrival: by a shortcut of the installed app, or by sharing a text. */

import { stop } from "../store/doing";
import { known } from "../store/state";
import { focusField, START_FIELD, setLine } from "../timer/field";
import { addTime } from "../timer/opening";

const DOES: Record<string, () => void> = {
  start: () => focusField(START_FIELD),
  add: () => addTime(""),
  stop() {
    const { running } = known.getState();
    if (running) stop(running);
  },
};

/** What was shared, as one line. */
function sharedIn(parameters: URLSearchParams): string {
  const parts = ["shareTitle", "share", "shareUrl"].map((name) => parameters.get(name)?.trim());
  return [...new Set(parts.filter(Boolean))].join(" ").replace(/\s+/gu, " ");
}

/** Once it is known what there is; the address then asks for nothing more, as when it is reloaded. */
function whenLoaded(act: () => void): void {
  if (known.getState().loaded) {
    act();
    return;
  }
  const unsubscribe = known.subscribe(({ loaded }) => {
    if (!loaded) return;
    unsubscribe();
    act();
  });
}

export function followArrival(): void {
  const parameters = new URLSearchParams(location.search);
  const asked = parameters.get("do") ?? "";
  const act = Object.hasOwn(DOES, asked) ? DOES[asked] : undefined;
  const shared = sharedIn(parameters);
  if (!act && !shared) return;
  history.replaceState(history.state, "", location.pathname);
  whenLoaded(() => {
    act?.();
    if (!shared) return;
    setLine(shared);
    focusField(START_FIELD);
  });
}
