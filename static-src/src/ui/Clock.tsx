/** `1:12:09`, whose seconds are smaller and lighter. */
export function Clock({ text }: { text: string }) {
  const at = text.lastIndexOf(":");
  return (
    <>
      {text.slice(0, at)}
      <span className="seconds">{text.slice(at)}</span>
    </>
  );
}
