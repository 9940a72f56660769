/** The dial as a mark. As an element, not as an image, so that its hands have the text's colour. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle className="mark-ring" cx="16" cy="16" r="12.5" />
      <path className="mark-arc" d="M16 3.5A12.5 12.5 0 0 1 26.83 22.25" />
      <path className="mark-hands" d="M16 9.5V16l4.8 2.7" />
    </svg>
  );
}
