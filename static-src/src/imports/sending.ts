/**
 * Requests with much in them, which `fetch` can't tell the progress of, and doesn't take along with
 * `keepalive`.
 */

import { errorFrom, Unreachable } from "../api/errors";
import { reportUnauthenticated, requestHeaders } from "../api/session";

/** How much of it is sent, from 0 to 1. */
export type Tell = (part: number) => void;

interface Sending<T> {
  answer: Promise<T>;
  cancel(): void;
}

/** Resolves with the answer's body; throws Refused or Unreachable, nothing when it was cancelled. */
export function send<T>(
  method: string,
  path: string,
  body: Blob | string,
  tell: Tell = () => undefined,
): Sending<T> {
  const request = new XMLHttpRequest();
  const answer = new Promise<T>((resolve, reject) => {
    request.open(method, path);
    for (const [name, value] of Object.entries(requestHeaders(method))) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 1);
    request.onload = () => {
      if (request.status === 401) reportUnauthenticated();
      const found = parsed(request.responseText);
      if (request.status < 300) resolve(found as T);
      else reject(errorFrom(request.status, found, request.getResponseHeader("X-Request-ID")));
    };
    request.onerror = () => reject(new Unreachable("no answer", { stayed: !navigator.onLine }));
    request.send(body);
  });
  return { answer, cancel: () => request.abort() };
}

/** What a proxy answers may be no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
