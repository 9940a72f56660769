/** Whether something is near what is looked at: what isn't need not be drawn. */

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** How far around the visible part, of its height; the second also within what scrolls by itself. */
const AROUND = { rootMargin: "25% 0px", scrollMargin: "25% 0px" };

type Look = (entry: IntersectionObserverEntry) => void;
const looks = new WeakMap<Element, Look>();
let observer: IntersectionObserver | undefined;

function observe(element: Element, look: Look): () => void {
  observer ??= new IntersectionObserver((entries) => {
    for (const entry of entries) looks.get(entry.target)?.(entry);
  }, AROUND);
  looks.set(element, look);
  observer.observe(element);
  return () => observer?.unobserve(element);
}

interface Near {
  ref: RefObject<HTMLElement | null>;
  near: boolean;
  /** In pixels, as it last was when drawn. */
  height: number | undefined;
}

/** `always` taken for near, without a look. */
export function useNear(always: boolean): Near {
  const ref = useRef<HTMLElement>(null);
  const [{ near, height }, setSeen] = useState<Omit<Near, "ref">>({
    near: always,
    height: undefined,
  });
  useLayoutEffect(() => {
    if (!ref.current || always) return;
    return observe(ref.current, ({ isIntersecting, boundingClientRect }) =>
      setSeen({ near: isIntersecting, height: boundingClientRect.height }),
    );
  }, [always]);
  return { ref, near: near || always, height };
}
