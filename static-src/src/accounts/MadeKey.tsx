/** What is shown only once, to be copied. */

import { inform } from "../ui/notices";
import { screenWords } from "../words/screens";

interface Props {
  said: string;
  label: string;
  value: string;
}

export function MadeKey({ said, label, value }: Props) {
  const text = screenWords.accounts;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    inform(text.copied);
  };
  return (
    <div className="made-key" role="status">
      <p>{said}</p>
      <div className="made-key-line">
        <input
          aria-label={label}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        {/* Plain http on a home network has no clipboard. */}
        {navigator.clipboard && (
          <button type="button" className="button" onClick={() => void copy()}>
            {text.copy}
          </button>
        )}
      </div>
    </div>
  );
}
