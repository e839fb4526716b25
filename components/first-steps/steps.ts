import type { FirstStepsState } from '#lib/connections/first-steps.contract.ts';

export type FirstStep = {
  key: keyof FirstStepsState;
  title: string;
  words: string;
  href: string;
  action: string;
};

/** The first hour with an empty console, in order. */
export const firstStepList: readonly FirstStep[] = [
  {
    key: 'connected',
    title: 'Connect an account',
    words:
      'Give Enerflo, Sunnova or your CRM the address it sends to. Each account has its own, with the steps there.',
    href: '/accounts',
    action: 'Open accounts',
  },
  {
    key: 'heard',
    title: 'Hear a first event',
    words: 'Wait for one, or have the account’s page send a test. It appears here within a second.',
    href: '/accounts',
    action: 'Send yourself a test',
  },
  {
    key: 'flow',
    title: 'Make a flow',
    words: 'Choose which events start it, and which fields it sends where.',
    href: '/flows/new',
    action: 'Make a flow',
  },
];
