/** What names a failure to whoever runs the server, for those who ask: to copy, and to find in the log. */

import { useState } from "react";
import type { Failure } from "../api/errors";
import { words } from "../words";

const { failure: labels } = words;

export function Details({ failure }: { failure: Failure | undefined }) {
  const [copied, setCopied] = useState(false);
  if (!failure) return null;
  const { status, code, requestId } = failure;
  const request = requestId && labels.request(requestId);
  const text = [`${status || ""} ${code}`.trim(), request].filter(Boolean).join(" · ");
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <details className="failure">
      <summary>{labels.details}</summary>
      <code>{text}</code>{" "}
      {/* Plain http on a home network has no clipboard: there a press chooses the whole of it. */}
      {navigator.clipboard && (
        <button type="button" className="button-quiet" onClick={() => void copy()}>
          {copied ? labels.copied : labels.copy}
        </button>
      )}
    </details>
  );
}
