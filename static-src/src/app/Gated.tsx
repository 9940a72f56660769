/** The page for whoever is signed in; for anybody else, the gate in front of it. */

import { Suspense } from "react";
import { askSession, useWho } from "../store/session";
import { part } from "../ui/part";
import { App } from "./App";

const Gate = part(() => import("../accounts/Gate"));

export function Gated() {
  const { session, unreachable, failure } = useWho();
  if (session) return <App key={session.person.id} />;
  if (session === undefined && !unreachable) return null;
  return (
    <Suspense>
      <Gate
        unreachable={session === undefined}
        failure={failure}
        onRetry={() => void askSession()}
      />
    </Suspense>
  );
}
