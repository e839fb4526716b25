import type { ReadingItem } from '#lib/readings/readings.contract.ts';

/**
 * What it means that a catch-up lists nothing. It claims no more than it read: what it never looks at stands in
 * `notReadWords`.
 */
export function noFindingWords({ state, skipped, parts }: ReadingItem): { title: string; words: string } {
  switch (state) {
    case 'waiting':
    case 'running':
      return {
        title: 'Nothing found so far',
        words: 'What no webhook had told will stand here as it is found.',
      };
    case 'stopped':
    case 'failed':
      return {
        title: `Nothing found before it ${state === 'failed' ? 'failed' : 'was stopped'}`,
        words: 'What was missed may lie in what it has not read yet. Go on with it to find out.',
      };
    case 'done':
      return skipped.count > 0
        ? {
            title: 'No missed change was found in what could be read',
            words: 'What could not be read stands above; the next catch-up tries it again.',
          }
        : {
            title: 'No missed change was found',
            words: `Webhooks had told of all that it read${readWords(parts)}.`,
          };
  }
}

/** What a catch-up leaves out, a sentence each. */
export function notReadWords({ parts }: ReadingItem): string[] {
  return [
    'Milestones of installs not heard of in the thirty days before, unless the install itself changed.',
    ...(readAllNotes(parts) ? [] : ['Edits of notes older than that: once a week all notes are read.']),
    'Appointments, change orders and deals: of these only webhooks tell.',
  ];
}

function readWords(parts: ReadingItem['parts']): string {
  // Those of earlier versions did not read milestones by themselves.
  if (!parts.some(({ part }) => part === 'milestones')) return '';
  const notes = readAllNotes(parts) ? 'all notes' : 'notes made in that time';
  return `: customers and installs that Enerflo says changed since then, milestones of installs heard of since thirty days before, and ${notes}`;
}

function readAllNotes(parts: ReadingItem['parts']): boolean {
  return parts.some(({ part, whole }) => part === 'notes' && whole === true);
}
