/** What a request can end with other than its answer. */

/** The server refused; `code` is the contract's, `message` its own words for a person. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details?: unknown,
    readonly requestId?: string,
  ) {
    super(message);
  }
}

/** No answer, or one from something in front of the server: worth sending again. */
export class Unreachable extends Error {
  /** Without any network at all: what was asked for has not even left. */
  readonly stayed: boolean;

  constructor(message: string, options?: ErrorOptions & { stayed?: boolean }) {
    super(message, options);
    this.stayed = options?.stayed ?? false;
  }
}

/** The session is over; what was to be done can be done after signing in again. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof Refused && error.code === "unauthenticated";

interface ErrorBody {
  code: string;
  message: string;
  details?: unknown;
  requestId?: string;
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === "object" && body !== null && "code" in body && "message" in body;
}

export function errorFrom(status: number, body: unknown): Refused | Unreachable {
  if (status >= 502 && status <= 504) return new Unreachable(`status ${status}`);
  if (isErrorBody(body)) {
    return new Refused(status, body.code, body.message, body.details, body.requestId);
  }
  return new Refused(status, `status_${status}`, `The server answered ${status}.`);
}
