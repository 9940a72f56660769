/** What the server says about itself. Neither address is part of the contract's types. */

import { Unreachable } from "../api/errors";

export interface Health {
  ok: boolean;
  db: "up" | "down";
  time: string;
  message?: string;
}

async function read(path: string, acceptable: number[]): Promise<unknown> {
  const response = await fetch(path).catch((cause: unknown) => {
    throw new Unreachable("no answer", { cause });
  });
  if (!acceptable.includes(response.status)) throw new Unreachable(`status ${response.status}`);
  return response.json();
}

/** 503 is an answer, too: it says what is wrong. */
export const fetchHealth = async (): Promise<Health> =>
  (await read("/healthz", [200, 503])) as Health;

export async function fetchVersion(): Promise<string> {
  const document = (await read("/api/openapi.json", [200])) as { info: { version: string } };
  return document.info.version;
}
