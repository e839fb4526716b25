import { keyWords } from './key-words.ts';
import type { MaskKind } from './mask-kind.ts';

/** Words of a key that suggest what kind of personal value it holds, the surest first. */
const personalWords: readonly (readonly [MaskKind, readonly string[]])[] = [
  [
    'secret',
    ['password', 'passwd', 'pwd', 'secret', 'token', 'apikey', 'signature', 'credential', 'credentials'],
  ],
  ['text', ['ssn', 'birth', 'birthday', 'birthdate', 'dob', 'license', 'licence', 'passport', 'taxpayer']],
  ['email', ['email', 'mail', 'emails']],
  ['phone', ['phone', 'phones', 'mobile', 'cell', 'cellphone', 'telephone', 'tel', 'fax', 'sms', 'whatsapp']],
  ['coordinate', ['lat', 'lng', 'lon', 'latitude', 'longitude', 'coordinate', 'coordinates', 'geo']],
  ['zip', ['zip', 'zipcode', 'postal', 'postcode', 'postalcode']],
  [
    'address',
    ['address', 'addr', 'street', 'line', 'city', 'town', 'apartment', 'apt', 'suite', 'parcel', 'location'],
  ],
  [
    'text',
    ['note', 'notes', 'comment', 'comments', 'description', 'detail', 'details', 'message', 'subject'],
  ],
  [
    'text',
    ['remark', 'remarks', 'memo', 'body', 'bio', 'file', 'filename', 'instructions', 'question', 'answer'],
  ],
  ['link', ['url', 'uri', 'href', 'link']],
  ['name', ['name', 'names', 'first', 'last', 'middle', 'firstname', 'lastname', 'fullname', 'surname']],
  [
    'name',
    ['nickname', 'username', 'homeowner', 'owner', 'agent', 'rep', 'reps', 'representative', 'salesperson'],
  ],
  [
    'name',
    ['salesrep', 'contact', 'assignee', 'assigned', 'creator', 'author', 'signer', 'user', 'person', 'by'],
  ],
  [
    'name',
    ['spouse', 'applicant', 'coapplicant', 'customer', 'client', 'lead', 'closer', 'setter', 'manager'],
  ],
];

const kindByWord = new Map(
  personalWords.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
);

const ofBirth = new Set(['birth', 'birthday', 'birthdate', 'dob', 'ssn']);
const idWords = new Set(['id', 'ids', 'uuid', 'guid', 'objectid', 'org']);
const timeWords = new Set([
  'at',
  'date',
  'datetime',
  'time',
  'timestamp',
  'timezone',
  'tz',
  'zone',
  'unix',
  'utc',
]);
const amountWords = new Set([
  'cost',
  'price',
  'amount',
  'total',
  'fee',
  'rate',
  'size',
  'kw',
  'kwh',
  'watts',
  'ppw',
]);
for (const word of [
  'offset',
  'production',
  'percent',
  'count',
  'capacity',
  'elevation',
  'payment',
  'escalator',
])
  amountWords.add(word);
const listedWords = new Set([
  'status',
  'state',
  'stage',
  'type',
  'kind',
  'category',
  'method',
  'currency',
  'unit',
]);
for (const word of ['tool', 'model', 'manufacturer', 'version', 'mime', 'role', 'event', 'source', 'country'])
  listedWords.add(word);
for (const word of ['county', 'reason', 'purpose', 'material', 'mounting']) listedWords.add(word);

/** What the name of a key says of its value, where the catalog does not know it. */
export type KeyHint = {
  /** The kind of personal value it suggests; null where none. */
  kind: MaskKind | null;
  /** It is the id of something, a time, or an amount. */
  role: 'id' | 'time' | 'amount' | null;
  /** Its values are words of a list: a status, a type. */
  listed: boolean;
};

const known = new Map<string, KeyHint>();
const KEYS_KEPT = 5_000;

/** Judges a key by its words: `Retail_Rep_Name`, `customerPhone`, `updated_at`. */
export function keyHint(key: string): KeyHint {
  const before = known.get(key);
  if (before) return before;
  const hint = hintOf(keyWords(key));
  if (known.size >= KEYS_KEPT) known.clear();
  known.set(key, hint);
  return hint;
}

function hintOf(words: readonly string[]): KeyHint {
  const last = words.at(-1) ?? '';
  const kinds = words.map((word) => kindByWord.get(word)).filter((kind) => kind !== undefined);
  const listed = listedWords.has(last);
  const kind = personalWords.map(([one]) => one).find((one) => kinds.includes(one)) ?? null;
  if (words.some((word) => ofBirth.has(word))) return { kind: 'text', role: null, listed: false };
  const role = idWords.has(last)
    ? 'id'
    : words.some((word) => timeWords.has(word)) || last === 'on'
      ? 'time'
      : words.some((word) => amountWords.has(word))
        ? 'amount'
        : null;
  // `customer_status` and `phone_type` say something of a person or a phone, but hold a word of a list.
  return { kind: listed && kind !== 'secret' ? null : kind, role, listed };
}
