import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { recordWords } from './record-words.ts';

type RecordLink = { href: `/records/${string}`; words: string };

/**
 * Links to the records here that an action concerns, those that it is about first: Enerflo's own pages are known of
 * installs only. Each kind once by its name (`See the customer`), several of one by their numbers too.
 */
export function recordLinks({
  recordKeys,
  recordIds,
}: Pick<ActionDetail, 'recordKeys' | 'recordIds'>): RecordLink[] {
  const known = recordKeys.flatMap((key) => {
    const id = recordIds[key];
    return id === undefined ? [] : [{ key, kind: kindOf(key), id }];
  });
  return known.map(({ key, kind, id }) => {
    const isOnly = known.filter((other) => other.kind === kind).length === 1;
    const [name = '', ...number] = recordWords(key).toLowerCase().split(' ');
    return { href: `/records/${id}`, words: `See the ${isOnly ? name : [name, ...number].join(' ')}` };
  });
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
