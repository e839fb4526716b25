import type { ReadingItem } from '#lib/readings/readings.contract.ts';

/** What it means that a catch-up lists nothing: only one that read everything can say that nothing was missed. */
export function noFindingWords({ state, skipped }: ReadingItem): { title: string; words: string } {
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
            title: 'Nothing was missed in what could be read',
            words: 'What could not be read stands above; the next catch-up tries it again.',
          }
        : {
            title: 'Nothing was missed',
            words:
              'Webhooks had told of every customer, install, milestone and note that changed in Enerflo in this time.',
          };
  }
}
