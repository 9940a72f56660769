import { useEffect, useRef, useState } from "react";
import { type DateKey, isDateKey } from "../time/dates";

interface Props {
  id?: string;
  value: DateKey;
  onDate(date: DateKey): void;
}

/**
 * A date that counts once it is typed to its end: each digit makes another one on the way. What is
 * picked from the calendar counts at once.
 */
export function DateInput({ id, value, onDate }: Props) {
  const [text, setText] = useState(value);
  const typing = useRef(false);
  useEffect(() => setText(value), [value]);

  const finish = (date: string): void => {
    if (!isDateKey(date)) setText(value);
    else if (date !== value) onDate(date);
  };
  return (
    <input
      id={id}
      type="date"
      required
      value={text}
      onPointerDown={() => {
        typing.current = false;
      }}
      onKeyDown={({ key, currentTarget }) => {
        typing.current = key !== "Enter";
        if (key === "Enter") finish(currentTarget.value);
      }}
      onChange={({ target }) => {
        setText(target.value);
        if (!typing.current) finish(target.value);
      }}
      onBlur={({ currentTarget }) => finish(currentTarget.value)}
    />
  );
}
