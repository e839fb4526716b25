import { type Place, places } from './places.ts';
import type { Random } from './random.ts';

/** A made-up homeowner. */
export type Homeowner = Place & {
  firstName: string;
  lastName: string;
  email: string;
  /** Ten digits; 555-01xx belongs to nobody. */
  phone: string;
  street: string;
};

const firstNames = [
  'Ava',
  'Noah',
  'Mia',
  'Liam',
  'Elena',
  'Marcus',
  'Priya',
  'Diego',
  'Hannah',
  'Omar',
  'Grace',
  'Tomas',
  'Naomi',
  'Caleb',
  'Ingrid',
  'Andre',
  'Lucia',
  'Wesley',
  'Fatima',
  'Peter',
  'Rosa',
  'Julian',
  'Mei',
  'Frank',
  'Dolores',
  'Samir',
  'Paula',
  'Victor',
  'Anika',
  'Gordon',
  'Teresa',
  'Kofi',
  'Joan',
  'Ruben',
  'Sylvia',
  'Ethan',
  'Nadia',
] as const;
const lastNames = [
  'Alvarado',
  'Bennett',
  'Castellano',
  'Drummond',
  'Eastwick',
  'Fairley',
  'Grantham',
  'Halloran',
  'Ibarra',
  'Jankowski',
  'Kessler',
  'Lindqvist',
  'Marchetti',
  'Nakagawa',
  'Okafor',
  'Pemberton',
  'Quintero',
  'Rasmussen',
  'Sandoval',
  'Thackeray',
  'Underhill',
  'Vasquez',
  'Whitcomb',
  'Yarrow',
  'Zielinski',
  'O’Dell',
  'Del Campo',
  'Abernathy',
  'Brightwater',
  'Carmody',
  'Delacroix',
  'Engstrom',
  'Farouk',
  'Gallardo',
  'Hightower',
] as const;
const streets = [
  'Saguaro Ln',
  'Palo Verde Dr',
  'Mesquite Ave',
  'Copperfield Rd',
  'Juniper Ct',
  'Ocotillo St',
  'Quail Run',
  'Desert Willow Way',
  'Maple Hollow Rd',
  'Sparrow Ct',
  'Orchard View Dr',
  'Old Mill Rd',
  'Sunrise Ter',
  'Cottonwood Pl',
  'Redstone Cir',
] as const;

/** Makes homeowners, none twice: every one has a name, a phone number and an address of their own. */
export function createPeople(random: Random): () => Homeowner {
  const seen = new Set<string>();
  const phones = new Map<string, number>();
  return () => {
    for (;;) {
      const firstName = random.pick(firstNames);
      const lastName = random.pick(lastNames);
      if (seen.size < firstNames.length * lastNames.length && seen.has(`${firstName} ${lastName}`)) continue;
      seen.add(`${firstName} ${lastName}`);
      const where = random.pick(places);
      const number = (phones.get(where.areaCode) ?? random.whole(0, 99)) + 1;
      phones.set(where.areaCode, number);
      const mailbox = `${firstName}.${lastName}`.toLowerCase().replace(/[^a-z.]/g, '');
      return {
        ...where,
        firstName,
        lastName,
        email: `${mailbox}@example.com`,
        phone: `${where.areaCode}555${String(100 + (number % 100)).padStart(4, '0')}`,
        street: `${random.whole(11, 98) * 10 + random.whole(0, 9)} ${random.pick(streets)}`,
        latitude: Number((where.latitude + random.whole(-400, 400) / 10_000).toFixed(4)),
        longitude: Number((where.longitude + random.whole(-400, 400) / 10_000).toFixed(4)),
      };
    }
  };
}
