import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RoleProvider } from '#components/console/role-context.tsx';
import type { InsteadOfAction } from '#lib/actions/action.schema.ts';
import type { Role } from '#lib/auth/roles.ts';
import { insteadOptions } from './instead.ts';
import { InsteadOf } from './instead-of.tsx';

const way: InsteadOfAction = {
  connectionId: '1',
  operation: 'enerflo.lead.add',
  input: { email: 'pia@example.com' },
  updates: { kind: 'enerflo.customer', id: '7', about: 'Pia Kasper', integrationRecordId: 'lead-7' },
  left: [],
  why: null,
  link: 'https://enerflo.io',
  said: null,
  eventId: null,
};

function shown(role: Role, told: InsteadOfAction): string {
  const client = new QueryClient();
  client.setQueryData(insteadOptions('9').queryKey, told);
  const action = { id: '9', instead: 'enerflo.lead.add', insteadDoneById: '12' };
  const children = createElement(InsteadOf, { action });
  const inside = createElement(QueryClientProvider, { client }, children);
  return renderToStaticMarkup(RoleProvider({ role, children: inside }));
}

test('a later update of the same lead is told, and takes no way away that leads on', () => {
  expect(shown('operator', way)).toMatch(/updated as a lead since.*actions\/12.*Correct it as a lead/);
  const done = { ...way, input: null, updates: null, why: 'Nothing is left to change.' };
  expect(shown('operator', done)).toMatch(/actions\/12.*Nothing is left to change/);
  expect(shown('operator', done)).not.toContain('Correct it');
  expect(shown('viewer', way)).toContain('actions/12');
  expect(shown('viewer', way)).not.toContain('Correct it');
});
