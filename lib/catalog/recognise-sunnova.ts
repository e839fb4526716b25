import type { JsonObject } from '#lib/json.ts';
import type { EventType, Recognition } from './event-type.ts';
import { known, onlyClaim, unknown } from './recognition.ts';
import { eventTypeNamed, eventTypesOf } from './registry.ts';

/** Sunnova names its events nowhere: the word in the URL does, and the keys confirm it or stand in for it. */
export function recogniseSunnova(body: JsonObject, word: string | null): Recognition {
  const named = word === null ? null : eventTypeNamed(`sunnova.${word}`);
  if (named) return known(named, 'none', body, doubts(named, body));

  const claimed = onlyClaim(eventTypesOf('sunnova'), body);
  const unknownWord = word === null ? [] : [`No Sunnova webhook is called “${word}”.`];
  if (claimed) {
    const byKeys =
      word === null ? [] : [`Its keys are those of ${claimed.vendorName}, so it was taken as that.`];
    return known(claimed, 'none', body, [...unknownWord, ...byKeys]);
  }
  const type = word === null ? 'sunnova.unnamed' : `sunnova.${word}`;
  return unknown(type, 'none', body, [...unknownWord, 'The keys do not tell which webhook this is.']);
}

/** In plain words, why the keys do not confirm the address; nothing where they do. */
function doubts(named: EventType, body: JsonObject): string[] {
  const claiming = eventTypesOf('sunnova').filter((entry) => entry.claims(body));
  if (claiming.length === 0) return [`The address says ${named.vendorName}, but the keys do not confirm it.`];
  if (claiming.length === 1 && claiming[0] === named) return [];
  const others = claiming.filter((entry) => entry !== named).map((entry) => entry.vendorName);
  const also = claiming.includes(named) ? 'also ' : '';
  return [`The address says ${named.vendorName}, but the keys are ${also}those of ${others.join(' and ')}.`];
}
