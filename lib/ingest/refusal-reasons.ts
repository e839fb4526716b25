/** Every reason for which a request is refused, with its words on the screen and what to do about it. */
export const refusalReasons = {
  'wrong-key': {
    label: 'Wrong key',
    cure: 'Give the sender the address of the account it belongs to, then release this.',
  },
  'no-credentials': {
    label: 'No credentials',
    cure: 'Tell the sender the user name and password of the address, then release this.',
  },
  'wrong-password': {
    label: 'Wrong user or password',
    cure: 'Tell the sender the right user name and password, then release this.',
  },
  'wrong-header': {
    label: 'Wrong header',
    cure: 'Tell the sender the header and its value, then release this.',
  },
  'address-not-allowed': {
    label: 'Sender not allowed',
    cure: 'Add the sender to the allow list if it is right, then release this.',
  },
  empty: { label: 'Empty', cure: 'Nothing can be read from it. Drop it, or ask the sender what it was.' },
  encoding: { label: 'Cannot be unpacked', cure: 'Ask the sender to send it again; drop this.' },
  unreadable: {
    label: 'Not readable',
    cure: 'Ask the sender to send it again. It can be released once it can be read.',
  },
  'too-large': {
    label: 'Too large',
    cure: 'Only the first 64 KB were kept, so it cannot be released. Ask the sender for a smaller one.',
  },
  unstorable: { label: 'Not storable', cure: 'The database refused it. Release it after an update.' },
} as const satisfies Record<string, { label: string; cure: string }>;

export type RefusalReason = keyof typeof refusalReasons;

/** The words of a reason; one that is not known (from an older or newer version) keeps its name. */
export function refusalReasonWords(reason: string): { label: string; cure: string } {
  return isRefusalReason(reason) ? refusalReasons[reason] : { label: reason, cure: '' };
}

function isRefusalReason(reason: string): reason is RefusalReason {
  return Object.hasOwn(refusalReasons, reason);
}
