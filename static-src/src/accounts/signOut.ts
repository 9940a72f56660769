/** Ends the session and forgets all that the page holds of the person. */

import { api, body } from "../api/client";
import { queue } from "../data/store";
import { flushOnClose } from "../data/trash";
import { tell } from "../ui/explain";
import { complain } from "../ui/notices";
import { words } from "../words";

async function leave(): Promise<void> {
  flushOnClose();
  try {
    await body(api.DELETE("/api/session"));
    location.assign("/");
  } catch (error) {
    tell(words.accounts.signOut, error);
  }
}

/** What is not sent yet is not thrown away without asking. */
export function signOut(): void {
  if (queue.getState().pending.length === 0) {
    void leave();
    return;
  }
  const anyway = (): void => {
    queue.discard();
    void leave();
  };
  complain(words.accounts.notSentYet, [{ label: words.accounts.signOut, run: anyway }]);
}
