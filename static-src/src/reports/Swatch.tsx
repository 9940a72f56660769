/** The colour of a series, as its bars have it. */
export function Swatch({ color, tint }: { color: string; tint: number }) {
  return (
    <svg className="swatch" viewBox="0 0 8 8" aria-hidden="true" focusable="false">
      <rect className={`fill color-${color} tint-${tint}`} width="8" height="8" rx="4" />
    </svg>
  );
}
