/** The id of the main part of the page. */
export const MAIN_ID = 'main';

/** The first stop of the Tab key: past the navigation, to the page. */
export function SkipLink() {
  return (
    <a
      href={`#${MAIN_ID}`}
      className="sr-only rounded bg-surface-raised px-3 py-2 text-14 text-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:shadow-raised"
    >
      Skip to the page
    </a>
  );
}
