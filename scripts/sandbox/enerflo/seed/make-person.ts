import type { Customer } from '../state/rows.ts';
import { firstNames, lastNames, leadSources, places, streets } from './names.ts';

type Person = Pick<
  Customer,
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'street'
  | 'city'
  | 'state'
  | 'zip'
  | 'latitude'
  | 'longitude'
  | 'timezone'
  | 'leadSource'
>;

/** A made-up homeowner. `number` makes the e-mail and the address theirs alone. */
export function makePerson(random: () => number, number: number): Person {
  const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  const { city, state, zip, timezone, latitude, longitude } = pick(places);
  const firstName = pick(firstNames);
  const lastName = pick(lastNames);
  const mailbox = `${firstName}.${lastName}.${number}`.toLowerCase().replace(/[^a-z0-9.]/g, '');
  return {
    firstName,
    lastName,
    email: `${mailbox}@example.com`,
    phone: `${pick(['801', '512', '508', '602', '619'])}555${String(100 + (number % 9900)).padStart(4, '0')}`,
    street: `${10 + number} ${pick(streets)}`,
    city,
    state,
    zip,
    latitude: Math.round((latitude + random() * 0.1) * 1e6) / 1e6,
    longitude: Math.round((longitude + random() * 0.1) * 1e6) / 1e6,
    timezone,
    leadSource: pick(leadSources),
  };
}
