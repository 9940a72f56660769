/** Answers that are held: the server is asked only whether they are still right. */

const MOST = 50;
const held = new Map<string, { etag: string; response: Response }>();

/** Says in a request which answer is held, if one is. */
export function offer(request: Request): void {
  const known = request.method === "GET" && held.get(request.url);
  if (known) request.headers.set("If-None-Match", known.etag);
}

/** The answer, where it only says that the held one is right, that one. */
export function resolve(request: Request, response: Response): Response {
  if (request.method !== "GET") return response;
  const known = held.get(request.url);
  held.delete(request.url);
  if (response.status === 304 && known) return hold(request.url, known.etag, known.response);
  const etag = response.headers.get("ETag");
  return response.ok && etag !== null ? hold(request.url, etag, response) : response;
}

/** Whoever comes next sees nothing of what somebody held. */
export const forget = (): void => held.clear();

function hold(url: string, etag: string, response: Response): Response {
  // What was asked for longest ago is the first.
  for (const oldest of held.size < MOST ? [] : held.keys()) {
    held.delete(oldest);
    break;
  }
  held.set(url, { etag, response: response.clone() });
  return response;
}
