import type { components } from "../api/schema";
import { usePreferences } from "../store/preferences";
import { formatDateTime } from "../time/format";
import { screenWords } from "../words/screens";
import { describeAgent } from "./agent";

type OpenSession = components["schemas"]["OpenSession"];

const text = screenWords.accounts;

interface Props {
  sessions: OpenSession[];
  onEnd(id: string): void;
}

export function SessionList({ sessions, onEnd }: Props) {
  const { zoneName, hours } = usePreferences();
  return (
    <ul className="account-list">
      {sessions.map(({ id, agent, address, seenAt, current }) => (
        <li key={id}>
          <div>
            <strong>{describeAgent(agent)}</strong> {current && <em>{text.here}</em>}
            <p className="muted small">
              {address} · {text.seen(formatDateTime(Date.parse(seenAt), zoneName, hours))}
            </p>
          </div>
          {!current && (
            <button
              type="button"
              className="button"
              aria-label={text.endSessionOf(describeAgent(agent))}
              onClick={() => onEnd(id)}
            >
              {text.endSession}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
