export function ColorDot({ color }: { color: string | undefined }) {
  return <span className={`dot color-${color ?? "none"}`} aria-hidden="true" />;
}
