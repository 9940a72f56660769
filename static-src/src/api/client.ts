/** Every request of the page goes out here. Types come from the server's OpenAPI document. */

import createClient, { type Middleware } from "openapi-fetch";
import { observeServerTime } from "../time/now";
import { errorFrom, Unreachable } from "./errors";
import { forget, offer, resolve } from "./held";
import type { paths } from "./schema";
import { reportUnauthenticated, requestHeaders } from "./session";

const session: Middleware = {
  onRequest({ request }) {
    const headers = Object.entries(requestHeaders(request.method));
    for (const [name, value] of headers) request.headers.set(name, value);
  },
  onResponse({ response }) {
    if (response.status !== 401) return;
    forget();
    reportUnauthenticated();
  },
};

async function send(request: Request): Promise<Response> {
  const sentAt = Date.now();
  try {
    offer(request);
    // What a person did just before closing the tab still goes out.
    const response = await fetch(request, { keepalive: request.method !== "GET" });
    observeServerTime(response.headers.get("Date"), sentAt, Date.now());
    return resolve(request, response);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new Unreachable("no answer", { cause, stayed: !navigator.onLine });
  }
}

export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: send,
  // `projectId=a&projectId=b`, as the contract repeats a parameter.
  querySerializer: { array: { style: "form", explode: true } },
});
api.use(session);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body; throws Refused or Unreachable. */
export async function body<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw errorFrom(response.status, error, response.headers.get("X-Request-ID"));
  return data as T;
}

/** The answer's body with its ETag, to be sent back as If-Match. */
export async function tagged<T>(
  answer: Promise<Answer<T>>,
): Promise<{ value: T; etag: string | null }> {
  const value = await body(answer);
  return { value, etag: (await answer).response.headers.get("ETag") };
}
