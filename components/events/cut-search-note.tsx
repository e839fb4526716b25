import { cutSearchWords } from '#lib/events/cut-search.ts';

/** Says above a list that its search fits more than is in it. */
export function CutSearchNote() {
  return <p className="border-b bg-surface-raised px-4 py-1.5 text-12 text-ink-2">{cutSearchWords}</p>;
}
