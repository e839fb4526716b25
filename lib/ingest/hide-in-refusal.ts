import { masksOf } from '#lib/catalog/mask.ts';
import type { RefusalDetail } from './refusals.contract.ts';

const hiddenWords = 'Hidden from viewers: it may hold names, addresses and phone numbers.';

/** A refused request for those who may not see personal values: its data is left out, headers and query are masked. */
export function hideInRefusal(refusal: RefusalDetail): RefusalDetail {
  const { source, headers, query, preview } = refusal;
  const masks = masksOf({ source, type: `${source}.unnamed`, known: false, payload: null });
  return {
    ...refusal,
    eventName: refusal.eventName && masks.sentence(refusal.eventName),
    detail: masks.sentence(refusal.detail),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, masks.header(name, value)]),
    ),
    query: masks.query(query),
    preview: preview && hiddenWords,
    personalHidden: true,
  };
}
