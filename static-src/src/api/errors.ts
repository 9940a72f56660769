/** What a request can end with other than its answer. */

/** What names it to whoever runs the server: by the identifier it is found in the log. */
export interface Failure {
  status: number;
  code: string;
  requestId?: string | undefined;
}

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
  /** What the answer said, if there was one. */
  readonly failure: Failure | undefined;
  /** Without any network at all: what was asked for has not even left. */
  readonly stayed: boolean;

  constructor(
    message: string,
    options: ErrorOptions & { failure?: Failure; stayed?: boolean } = {},
  ) {
    super(message, options);
    this.failure = options.failure;
    this.stayed = options.stayed ?? false;
  }
}

export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof Unreachable) return error.failure;
  return error instanceof Refused ? error : undefined;
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

const bodyOf = (status: number, body: unknown): ErrorBody =>
  isErrorBody(body)
    ? body
    : { code: `status_${status}`, message: `The server answered ${status}.` };

/** `sentId`: the identifier of the request in the answer's headers, should its body have none. */
export function errorFrom(
  status: number,
  body: unknown,
  sentId: string | null,
): Refused | Unreachable {
  const { code, message, details, requestId = sentId ?? undefined } = bodyOf(status, body);
  if (status >= 502 && status <= 504) {
    return new Unreachable(message, { failure: { status, code, requestId } });
  }
  return new Refused(status, code, message, details, requestId);
}
