type SubjectKind = {
  /** As it stands before a name or an id: `flow New installs`. */
  word: string;
  /** Where it is to be seen; left out for what has no place of its own. */
  href?: (id: string) => string;
};

/**
 * What entries of the audit log are about, and where that is to be seen. A test holds it to what lib writes; a kind of
 * another version is called by its name.
 */
export const subjectKinds: Readonly<Record<string, SubjectKind>> = {
  user: { word: 'person', href: (id) => `/people?person=${id}` },
  session: { word: 'session of', href: () => '/sessions' },
  token: { word: 'API token', href: (id) => `/tokens?token=${id}` },
  setting: { word: 'setting', href: () => '/settings' },
  connection: { word: 'account', href: (id) => `/accounts/${id}` },
  endpoint: { word: 'incoming address of', href: () => '/accounts' },
  refusal: { word: 'refused request', href: (id) => `/refusals?state=any&refusal=${id}` },
  event: { word: 'event', href: (id) => `/events/${id}` },
  // The page of a handling would be its events, and those stand in the entry.
  handling: { word: 'events' },
  view: { word: 'view' },
  audit: { word: 'audit log', href: () => '/audit' },
  flow: { word: 'flow', href: (id) => `/flows/${id}` },
  destination: { word: 'destination', href: () => '/flows' },
  delivery: { word: 'delivery', href: (id) => `/deliveries?delivery=${id}` },
  action: { word: 'action', href: (id) => `/actions/${id}` },
  bulk: { word: 'action for many', href: (id) => `/bulk/${id}` },
  record: { word: 'record', href: (id) => `/records/${id}` },
  // Its page stands under its account, which an entry does not always name: see useSubjectHref.
  reading: { word: 'reading from Enerflo' },
};

/** What settings are called on their page. */
const settingWords: Record<string, string> = {
  outboundAllow: 'private addresses that deliveries may reach',
  hidePersonalFromViewers: 'personal values hidden from viewers',
};

export type Subject = { kind: string; id: string | null; name: string | null };

/** What an entry is about in words: `flow New installs`, `event 7a53f0c1`. */
export function subjectWords({ kind, id, name }: Subject): string {
  const word = subjectKinds[kind]?.word ?? kind;
  if (name !== null) return `${word} ${name}`;
  if (id === null) return word;
  if (kind === 'setting' && settingWords[id]) return `${word} “${settingWords[id]}”`;
  return `${word} ${isUuid(id) ? id.slice(-8) : id}`;
}

/** The address of what an entry is about, or null. */
export function subjectHref({ kind, id }: Subject): string | null {
  return id === null ? null : (subjectKinds[kind]?.href?.(id) ?? null);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f-]{36}$/i.test(text);
}
