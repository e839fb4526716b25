import type { FieldKind, PickKind } from '#lib/operations/field-words.ts';
import type { OperationField } from '#lib/operations/operation-fields.ts';

/** What columns are called by people and other programs, by the field's key; the likelier first. */
const byKey: Record<string, readonly string[]> = {
  first_name: ['first', 'given name', 'firstname', 'homeowner first name', 'customer first name', 'forename'],
  last_name: ['last', 'surname', 'family name', 'homeowner last name', 'customer last name'],
  address: ['street', 'street address', 'address 1', 'address line 1', 'site address', 'install address'],
  city: ['town', 'site city'],
  state: ['province', 'region', 'site state', 'st'],
  zip: ['zip code', 'zipcode', 'postal code', 'postcode', 'site zip'],
  note: ['notes', 'comment', 'comments', 'text', 'message', 'body', 'remark'],
  body: ['note', 'notes', 'comment', 'comments', 'text', 'message'],
  content: ['note', 'notes', 'comment', 'comments', 'text', 'message'],
  email: ['e-mail', 'mail', 'email address', 'e-mail address', 'homeowner email', 'customer email'],
  lead_source: ['source', 'campaign'],
};

const byKind: Partial<Record<FieldKind, readonly string[]>> = {
  email: ['email', 'e-mail', 'mail', 'email address'],
  phone: [
    'phone',
    'mobile',
    'cell',
    'telephone',
    'phone number',
    'mobile phone',
    'cell phone',
    'tel',
    'contact number',
  ],
  zip: ['zip', 'zip code', 'postal code'],
  state: ['state'],
};

const byPick: Partial<Record<PickKind, readonly string[]>> = {
  install: [
    'install id',
    'install',
    'installid',
    'project id',
    'enerflo id',
    'enerflo install id',
    'deal id',
    'project',
    'deal',
    'id',
  ],
  customer: ['customer id', 'customer', 'lead id', 'homeowner id', 'id'],
  status: ['status', 'new status', 'install status', 'status name'],
  milestone: ['milestone', 'milestone name', 'milestone title', 'task'],
  user: ['user', 'owner', 'assigned to', 'sales rep', 'rep', 'agent', 'assignee', 'setter', 'closer'],
  office: ['office', 'branch'],
};

/** The names by which a field's column is recognised: its key and label, then other words for it. Each once. */
export function columnWords({ key, words }: OperationField): string[] {
  const others = [
    ...(byKey[key] ?? []),
    ...(words.picks ? (byPick[words.picks] ?? []) : []),
    ...(byKind[words.kind] ?? []),
  ];
  return [...new Set([key, words.label, ...others])];
}
