import { type Seeded, seeded } from '../seeded.ts';

/** A made-up homeowner with the ids of her records. The same number gives the same one. */
export type Homeowner = {
  number: number;
  firstName: string;
  lastName: string;
  email: string;
  /** As it is written in her data: one of several notations. */
  phone: string;
  /** Its ten digits. */
  digits: string;
  street: string;
  city: string;
  zip: string;
  customerId: number;
  installId: number;
  /** Ids of Enerflo 2.0. */
  customerUuid: string;
  dealUuid: string;
  shortCode: string;
  /** Of Sunnova's system project, 15 characters. */
  systemProject: string;
};

const firstParts = [
  'Mar',
  'An',
  'Jo',
  'El',
  'Ka',
  'Ro',
  'Be',
  'Da',
  'Ste',
  'Vic',
  'Lu',
  'Ama',
  'Chri',
  'Ge',
  'Pa',
  'So',
];
const firstEnds = [
  'ia',
  'na',
  'seph',
  'isa',
  'ren',
  'bert',
  'n',
  'vid',
  'phanie',
  'tor',
  'cas',
  'nda',
  'stopher',
  'orge',
  'ul',
  'fía',
];
const lastParts = [
  'Cas',
  'Her',
  'Whit',
  'Rod',
  'And',
  'Tho',
  'Nu',
  'Oro',
  'Kes',
  'Bau',
  'Dah',
  'Fon',
  'Vel',
  'Sar',
  'Bren',
  'Mc',
  'Ols',
  'Quin',
  'Abb',
  'Gar',
];
const lastMiddles = ['ti', 'nan', 'e', 'ri', 'er', 'm', 'ñe', 'z', 'l', 'te'];
const lastEnds = ['llo', 'dez', 'field', 'guez', 'son', 'pson', 'z', 'co', 'ler', 'man'];
const streetNames = [
  'Juniper',
  'Saguaro',
  'Ocotillo',
  'Main',
  'Oak',
  'Camino Alto',
  'Mesquite',
  'Sunrise',
  'Desert Willow',
  'Palo Verde',
  'Lincoln',
  'Washington',
  'Prickly Pear',
  'Cactus Wren',
  'Las Palmas',
  'Ironwood',
  'Agave',
  'Cottonwood',
  'Canyon View',
  'Copper',
] as const;
const streetKinds = ['Street', 'Avenue', 'Drive', 'Lane', 'Way', 'Court', 'Road', 'Circle'] as const;
const cities = ['Tucson', 'Phoenix', 'Mesa', 'Chandler', 'Gilbert', 'Tempe'] as const;
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const salesforce = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The homeowner of this number. Names are skewed as real ones are: of 256 first and 2,000 last names the commonest
 * belongs to some 6 and 2 per cent of all.
 */
export function homeowner(number: number): Homeowner {
  const known = made.get(number) ?? makeHomeowner(number);
  made.set(number, known);
  return known;
}

const made = new Map<number, Homeowner>();

function makeHomeowner(number: number): Homeowner {
  const made = seeded(Math.imul(number + 17, 0x85ebca6b));
  const firstName = skewed(
    made,
    firstParts.length * firstEnds.length,
    (index) => `${at(firstParts, index)}${at(firstEnds, Math.floor(index / firstParts.length) + index)}`,
  );
  const lastName = skewed(
    made,
    2_000,
    (index) =>
      `${at(lastParts, index)}${at(lastMiddles, Math.floor(index / 20))}${at(lastEnds, Math.floor(index / 200))}`,
  );
  const digits = `${made.pick(['480', '602', '623', '520', '928'])}${made.int(2, 9)}${made.chars(6, '0123456789')}`;
  return {
    number,
    firstName,
    lastName,
    digits,
    email: `${firstName}.${lastName}${made.int(1, 9_999)}@${made.pick(['example.com', 'example.org', 'mail.example'])}`,
    phone: notation(made, digits),
    street: `${made.int(1, 19_999)} ${made.pick(['', '', 'N ', 'South ', 'E. '])}${made.pick(streetNames)} ${made.pick(streetKinds)}`,
    city: made.pick(cities),
    zip: `857${made.int(10, 99)}`,
    customerId: 1_000_000 + number * 7,
    installId: 5_000_000 + number * 3,
    customerUuid: made.uuid(),
    dealUuid: made.uuid(),
    shortCode: made.chars(9, alphabet),
    systemProject: `a0B${made.chars(12, salesforce)}`,
  };
}

/** The lower the index, the commoner: the square of a uniform number. */
function skewed(made: Seeded, count: number, name: (index: number) => string): string {
  const share = made.int(0, 999_999) / 1_000_000;
  return name(Math.floor(share * share * count));
}

function notation(made: Seeded, digits: string): string {
  const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return made.pick([
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    digits,
    `+1${digits}`,
    `${area}.${exchange}.${line}`,
  ]);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
}
