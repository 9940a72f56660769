/** What is shown to somebody whom the server doesn't know: signing in, or the first run. */

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, body } from "../api/client";
import { type Failure, failureOf } from "../api/errors";
import { useKnown } from "../store/state";
import { Details } from "../ui/Details";
import { ScreenHeading } from "../ui/ScreenHeading";
import { words } from "../words";
import { screenWords } from "../words/screens";
import "./accounts.css";
import { FirstRun } from "./FirstRun";
import { SignIn } from "./SignIn";

interface Props {
  unreachable: boolean;
  /** What the server said instead. */
  failure?: Failure | undefined;
  onRetry(): void;
}

const text = screenWords.accounts;

export default function Gate({ unreachable, failure, onRetry }: Props) {
  const setup = useQuery({
    queryKey: ["setup"],
    queryFn: () => body(api.GET("/api/setup")),
    enabled: !unreachable,
    // It changes once; what was so before somebody signed in is not so after.
    gcTime: 0,
  });
  const pending = useKnown((known) => known.changes);

  if (unreachable || setup.isError) {
    const retry = (): void => {
      onRetry();
      void setup.refetch();
    };
    return (
      <Frame title={text.unreachable}>
        <button type="button" className="button" onClick={retry}>
          {words.notice.retry}
        </button>
        <FromServer />
        <Details failure={failure ?? failureOf(setup.error)} />
      </Frame>
    );
  }
  if (!setup.data) return null;
  if (setup.data.mode === "proxy") {
    return (
      <Frame title={text.proxyTitle}>
        <p>{text.proxyText}</p>
        <FromServer />
      </Frame>
    );
  }
  return setup.data.needed ? (
    <Frame title={text.firstTitle} lead={text.firstText}>
      <FirstRun />
    </Frame>
  ) : (
    <Frame title={text.signInTitle} lead={pending.length > 0 ? text.kept(pending.length) : ""}>
      <SignIn />
    </Frame>
  );
}

/** Past the service worker: a proxy can ask who one is only where a page is asked of the server. */
function FromServer() {
  return (
    <a className="button" href="/?fresh">
      {words.waiting.fromServer}
    </a>
  );
}

function Frame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="gate">
      <img src="/icons/idle.svg" alt={words.app} width="40" height="40" />
      <ScreenHeading name={title} />
      {lead && <p className="muted">{lead}</p>}
      {children}
    </main>
  );
}
