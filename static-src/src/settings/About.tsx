import { useQuery } from "@tanstack/react-query";
import { usePreferences } from "../store/preferences";
import { formatDateTime } from "../time/format";
import { screenWords } from "../words/screens";
import { fetchHealth, fetchVersion } from "./server";

/** Which server answers, and how it is. */
export function About() {
  const { zoneName, hours } = usePreferences();
  const version = useQuery({ queryKey: ["version"], queryFn: fetchVersion, staleTime: 60_000 });
  const health = useQuery({ queryKey: ["health"], queryFn: fetchHealth, refetchInterval: 15_000 });
  const text = screenWords.settings;
  const rows: [string, string | undefined][] = [
    [text.version, version.data],
    [text.server, health.isError ? text.unreachable : health.data && serverText(health.data.ok)],
    [text.database, health.data && (health.data.db === "up" ? text.databaseUp : text.databaseDown)],
    [text.serverTime, health.data && formatDateTime(Date.parse(health.data.time), zoneName, hours)],
  ];
  return (
    <>
      <dl className="about">
        {rows.map(([name, value]) => (
          <div className="settings-row" key={name}>
            <dt>{name}</dt>
            <dd>{value ?? "–"}</dd>
          </div>
        ))}
      </dl>
      {health.data?.message && <p className="field-errors">{health.data.message}</p>}
      <p>
        <a href="/api/docs">{text.apiDocs}</a>
      </p>
    </>
  );
}

const serverText = (ok: boolean): string =>
  ok ? screenWords.settings.healthy : screenWords.settings.unhealthy;
