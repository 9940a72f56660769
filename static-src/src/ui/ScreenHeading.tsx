/** A screen's heading: it names the document, and takes the focus when one comes from another. */

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { nameScreen } from "./title";

interface Props {
  /** What the screen is called, on its own. */
  name: string;
  className?: string;
  /** What is read instead of the name. */
  children?: ReactNode;
}

/** The screen that was there last; null before the first. */
let shown: string | null = null;
/** What had the focus when it went. */
let left: Element | null = null;

/** Nothing else has taken the focus since: a field that was asked for keeps it. */
const isFree = ({ activeElement, body }: Document): boolean =>
  activeElement === null || activeElement === body || activeElement === left;

export function ScreenHeading({ name, className, children = name }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    const moved = shown !== null && shown !== name;
    shown = name;
    nameScreen(name);
    if (moved && isFree(document)) heading.current?.focus();
    return () => {
      left = document.activeElement;
    };
  }, [name]);

  return (
    <h1 ref={heading} className={className} tabIndex={-1}>
      {children}
    </h1>
  );
}
