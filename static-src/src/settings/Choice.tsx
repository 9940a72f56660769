import { useId } from "react";

interface Props<Value extends string> {
  label: string;
  value: Value;
  /** Each value with its words, in the order they are shown. */
  options: Record<Value, string>;
  onChange(value: Value): void;
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="settings-row">
      <legend>{label}</legend>
      <div className="choice">
        {(Object.entries(options) as [Value, string][])
          .sort(([a], [b]) => Number(b === "system") - Number(a === "system"))
          .map(([option, text]) => (
            <label key={option}>
              <input
                type="radio"
                name={name}
                checked={option === value}
                onChange={() => onChange(option)}
              />
              <span>{text}</span>
            </label>
          ))}
      </div>
    </fieldset>
  );
}
