/** The product's mark: a mirror that throws the sun's light on. */
export function Mark({ className = 'size-5' }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={className} fill="none" stroke="currentColor">
      <circle cx="8" cy="12" r="5.25" strokeWidth="1.5" />
      <path d="M4.3 15.7 11.7 8.3" strokeWidth="1.5" />
      <path d="M13.2 6.8 17.5 2.5M14.6 10.2l3.4-.9M9.8 5.4l.9-3.4" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
