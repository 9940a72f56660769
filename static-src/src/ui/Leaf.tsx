/** A path as people look for it: its last name, and what that lies in quietly behind. */
export function Leaf({ names }: { names: readonly string[] }) {
  const [leaf, ...around] = names.toReversed();
  return (
    <>
      <span className="leaf">{leaf}</span>{" "}
      {around.length > 0 && <span className="leaf-path">{around.join(" ‹ ")}</span>}
    </>
  );
}
