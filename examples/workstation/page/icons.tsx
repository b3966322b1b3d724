/** Pictures that only repeat what stands beside them in words: a screen reader passes them over. */
const shapes = {
  check: "M4 10.5 8.2 14.7 16 6",
  cross: "M5.5 5.5 14.5 14.5 M14.5 5.5 5.5 14.5",
  question: "M7 7.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.9 M10 15.2v.1",
  arrow: "M12 5 7 10l5 5",
} as const;

export function Icon({ shape }: { readonly shape: keyof typeof shapes }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={shapes[shape]} />
    </svg>
  );
}
