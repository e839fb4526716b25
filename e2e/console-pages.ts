import type { OneOfEach } from './one-of-each.ts';

/** Every page behind sign-in, in groups of some ten. A page that is not here fails looks.spec.ts. */
export const consolePages = {
  'the log': (made: OneOfEach) => [
    '/events',
    `/events/${made.event}`,
    `/events/compare?one=${made.event}&other=${made.otherEvent}`,
    `/records/${made.record}`,
    '/refusals',
    '/flows',
    '/flows/new',
    `/flows/${made.flow}`,
    '/deliveries',
  ],
  'cancellations and what is done in Enerflo': (made: OneOfEach) => [
    '/cancellations',
    '/cancellations/reference',
    `/cancellations/${made.case}`,
    '/enerflo',
    `/enerflo/enerflo.note.add?event=${made.installEvent}`,
    '/actions',
    `/actions/${made.action}`,
    '/bulk',
    '/bulk/new',
    `/bulk/${made.bulk}`,
  ],
  'accounts and settings': ({ accounts, reading }: OneOfEach) => [
    '/accounts',
    '/accounts/new',
    `/accounts/${accounts.enerflo}`,
    `/accounts/${accounts.enerflo}/readings/${reading}`,
    `/accounts/${accounts.sunnova}`,
    `/accounts/${accounts.crm}`,
    '/settings',
    '/people',
    '/me',
    '/tokens',
    '/sessions',
    '/audit',
  ],
} as const;
