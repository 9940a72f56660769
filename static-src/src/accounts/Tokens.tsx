import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "../api/client";
import type { components } from "../api/schema";
import { usePreferences } from "../store/preferences";
import { formatDate, formatDateTime } from "../time/format";
import { now } from "../time/now";
import { dateOf } from "../time/zone";
import { tellWhy } from "../ui/explain";
import { screenWords } from "../words/screens";
import { Field, Form } from "./Form";
import { MadeKey } from "./MadeKey";

type Token = components["schemas"]["Token"];

const text = screenWords.accounts;
const DAY_MS = 86_400_000;

/** When a token made now ends: a number of days from now, or never. */
export const endOfLife = (lifetime: string, from: number): string | null =>
  lifetime === "never" ? null : new Date(from + Number(lifetime) * DAY_MS).toISOString();

export function Tokens() {
  const [made, setMade] = useState<Token | null>(null);
  const { data, refetch } = useQuery({
    queryKey: ["tokens"],
    queryFn: () => body(api.GET("/api/account/tokens")),
  });

  const make = async (values: Record<string, string>): Promise<void> => {
    const { name = "", scope, lifetime = "never" } = values;
    const expiresAt = endOfLife(lifetime, now());
    const payload = { name, scope: scope as Token["scope"], expiresAt };
    setMade(await body(api.POST("/api/account/tokens", { body: payload })));
    await refetch();
  };

  const revoke = async (tokenId: string): Promise<void> => {
    const request = { params: { path: { tokenId } } };
    await body(api.DELETE("/api/account/tokens/{tokenId}", request)).catch(tellWhy);
    if (made?.id === tokenId) setMade(null);
    await refetch();
  };

  return (
    <>
      <p className="muted">{text.tokensText}</p>
      {data?.length === 0 && <p className="muted">{text.noTokens}</p>}
      <ul className="account-list">
        {data?.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => void revoke(token.id)} />
        ))}
      </ul>
      {made?.key && (
        <MadeKey said={text.tokenMade(made.name)} label={text.tokenKey} value={made.key} />
      )}
      <Form submit={text.makeToken} onSubmit={make} clears className="form-row">
        <Field label={text.tokenName} name="name" autoComplete="off" maxLength={200} required />
        <Pick label={text.scope} name="scope" options={text.scopes} />
        <Pick label={text.expires} name="lifetime" options={text.lifetimes} initial="90" />
      </Form>
    </>
  );
}

function TokenRow({ token, onRevoke }: { token: Token; onRevoke(): void }) {
  const { zoneName, hours } = usePreferences();
  const { name, scope, expiresAt, usedAt } = token;
  const used = usedAt
    ? text.usedAt(formatDateTime(Date.parse(usedAt), zoneName, hours))
    : text.neverUsed;
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p className="muted small">
          {text.scopes[scope]} · {endText(expiresAt, zoneName)} · {used}
        </p>
      </div>
      <button type="button" className="button" aria-label={text.revokeOf(name)} onClick={onRevoke}>
        {text.revoke}
      </button>
    </li>
  );
}

function endText(expiresAt: string | null, zone: string): string {
  if (expiresAt === null) return text.neverEnds;
  const end = Date.parse(expiresAt);
  return end < now() ? text.ended : text.endsOn(formatDate(dateOf(end, zone)));
}

interface PickProps {
  label: string;
  name: string;
  options: Record<string, string>;
  initial?: string;
}

export function Pick({ label, name, options, initial }: PickProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name}>
        {Object.entries(options).map(([value, words]) => (
          // As an attribute, for a form that is emptied: it begins with that again.
          <option key={value} value={value} {...{ defaultSelected: value === initial }}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
