import { type AuditAction, auditActions } from './actions.ts';

/** What actions are about: the first word of their names, and how the audit log's filter calls it. Safe in a browser. */
const groupLabels: Record<string, string> = {
  session: 'Signing in and out',
  user: 'People',
  token: 'API tokens',
  setting: 'Settings',
  connection: 'Accounts',
  endpoint: 'Incoming addresses',
  credential: 'Credentials of incoming addresses',
  refusal: 'Refused requests',
  event: 'Events',
  view: 'Saved views',
  audit: 'Audit log',
  flow: 'Flows',
  destination: 'Destinations',
  delivery: 'Deliveries',
  action: 'Done in Enerflo',
  record: 'Records',
  reading: 'Readings from Enerflo',
  bulk: 'For many at once',
};

export type AuditGroup = { name: string; label: string; actions: AuditAction[] };

/** Every action under what it is about. A new first word appears by itself, under its own name until it has a label. */
export const auditGroups: readonly AuditGroup[] = groups();

function groups(): AuditGroup[] {
  const found = new Map<string, AuditGroup>();
  for (const action of Object.keys(auditActions).filter(isAuditAction)) {
    const name = action.slice(0, action.indexOf('.'));
    const group = found.get(name) ?? { name, label: groupLabels[name] ?? name, actions: [] };
    group.actions.push(action);
    found.set(name, group);
  }
  return [...found.values()];
}

export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(auditActions, text);
}

/** The actions that a filter's word means: one by its name, or all of a group (`flow`); a word of neither kind is itself. */
export function actionsMeant(word: string): string[] {
  return auditGroups.find((group) => group.name === word)?.actions ?? [word];
}

/** What was done, as a person reads it; an action that this version does not know is called by its name. */
export function actionWords(action: string): string {
  return isAuditAction(action) ? auditActions[action] : action;
}
