/** Ends the session and forgets all that the page holds of the person. */

import { api, body } from "../api/client";
import { isUnfinished } from "../store/drafts";
import { endSession } from "../store/session";
import { known } from "../store/state";
import { hasten } from "../store/sync";
import { tell } from "../ui/explain";
import { complain, offer } from "../ui/notices";
import { screenWords } from "../words/screens";

const SOON_MS = 3_000;

const unsent = (): string[] =>
  known
    .getState()
    .changes.filter(({ refusal }) => !refusal)
    .map(({ key }) => key);

/** Deletions that could still be undone go now; true when nothing is left. */
async function sendTheRest(): Promise<boolean> {
  await hasten(unsent());
  return new Promise((resolve) => {
    const done = (sent: boolean): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(sent);
    };
    const timer = setTimeout(() => done(false), SOON_MS);
    const unsubscribe = known.subscribe(() => unsent().length === 0 && done(true));
    if (unsent().length === 0) done(true);
  });
}

async function leave(): Promise<void> {
  try {
    await body(api.DELETE("/api/session"));
    endSession();
    location.assign("/");
  } catch (error) {
    tell(screenWords.accounts.signOut, error);
  }
}

/** What is not sent yet, or not finished, stays in this browser, which is not done without asking. */
export async function signOut(): Promise<void> {
  const anyway = { label: screenWords.accounts.signOut, run: () => void leave() };
  if (!(await sendTheRest())) complain(screenWords.accounts.notSentYet, [anyway]);
  else if (isUnfinished()) offer(screenWords.accounts.unfinishedStays, [anyway]);
  else await leave();
}
