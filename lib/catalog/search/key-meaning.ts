import { keyWords } from '../key-words.ts';
import { keyHint } from '../mask-keys.ts';

/** What the value of a key is in the search, by the key's name; null where it is nothing that one searches by. */
export type KeyMeaning = 'id' | 'email' | 'phone' | 'name' | 'street' | null;

const idEnds = new Set(['id', 'ids', 'uuid', 'uuids', 'guid', 'objectid']);
/** Ids whose two words nobody parted. A list, since `paid`, `valid` and `grid` end alike. */
const idCompound =
  /^(?:account|contact|customer|deal|external|hs_object|install|item|job|lead|object|opportunity|order|project|pulse|record|site|ticket)_?u?u?ids?$/i;
const nameEnds = new Set(['name', 'names', 'firstname', 'lastname', 'fullname', 'surname', 'homeowner']);
for (const word of ['customer', 'contact', 'client', 'applicant', 'spouse']) nameEnds.add(word);
const streetEnds = new Set(['street', 'address', 'addr']);
/** Names of what is no homeowner: of things, of places in the CRM, and of colleagues, who are in everybody's events. */
const otherThings = new Set(
  `agent app assigned assignee attachment author board closer column company creator document domain event field file form
   group host inverter ip lender list mac manager manufacturer model module office org organisation organization owner panel
   pipeline portal product property rep seller setter stage status step subscription tag team template type url user utility
   web workflow`.split(/\s+/),
);

/**
 * `within` is the key under which the object with this key lies; '' at the top. A bare `value` means what that one does.
 */
export function keyMeaning(key: string, within: string): KeyMeaning {
  if (key === 'value' && within !== '') return keyMeaning(within, '');
  const { kind, role } = keyHint(key);
  if (kind === 'secret') return null;
  const words = keyWords(key);
  const last = words.at(-1) ?? '';
  if (idEnds.has(last) || idCompound.test(key)) return 'id';
  if (role !== null) return null;
  if (kind === 'email' || kind === 'phone') return kind;
  const around = keyWords(within);
  // What lies in an `event` is told by the event, and is not its name.
  const ofOthers = [...words, ...around.filter((word) => word !== 'event')];
  if (ofOthers.some((word) => otherThings.has(word))) return null;
  if (streetEnds.has(last)) return 'street';
  const partOfName = (last === 'first' || last === 'last') && nameEnds.has(around.at(-1) ?? '');
  return nameEnds.has(last) || partOfName ? 'name' : null;
}
