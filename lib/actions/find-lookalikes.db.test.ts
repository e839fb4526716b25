import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { notLookedCode } from './not-looked.ts';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
});
afterAll(() => office.close());
afterEach(() => office.enerflo.rules.reset());

const lead = (first_name: string) => ({
  connectionId: office.connectionId,
  operation: 'enerflo.lead.add',
  input: {
    first_name,
    last_name: 'Kasper',
    email: `${first_name}@example.com`,
    phone: '4805550134',
    address: `12 ${first_name} St`,
    city: 'Tucson',
    state: 'AZ',
    zip: '85701',
  },
});
const jane = () => office.as(office.person('Jane Smith'));
const run = (first_name: string, agreed: string[] = []) =>
  runAction(jane(), { ...lead(first_name), idempotencyKey: uuidv7(), agreed });
const posted = () => office.enerflo.received.list().filter(({ method }) => method === 'POST').length;

test('a search that fails is not “nothing alike”: it is said, and sending needs a yes', async () => {
  // Of the four searches one fails, and that may be the one that would have found somebody.
  office.enerflo.rules.add([{ method: 'GET', path: '/api/v1/customers', answer: 500, times: 1 }]);
  const preview = await previewAction(jane(), lead('Lynn'));
  expect(preview.sideEffects).toContainEqual({
    code: notLookedCode,
    text: 'Enerflo could not be asked for leads that look like this one.',
    agree: true,
  });

  office.enerflo.rules.add([{ method: 'GET', path: '/api/v1/customers', answer: 500 }]);
  const before = posted();
  await expect(run('Lynn')).rejects.toMatchObject({
    code: 'INVALID',
    fields: [expect.objectContaining({ field: `agreed.${notLookedCode}` })],
  });
  expect(posted()).toBe(before);
  expect(await run('Lynn', [notLookedCode])).toMatchObject({ state: 'done' });
});

test('asked again, Enerflo answers, and there is nothing more to agree to', async () => {
  const { sideEffects } = await previewAction(jane(), lead('Marge'));
  expect(sideEffects.map(({ code }) => code)).not.toContain(notLookedCode);
  expect(await run('Marge', ['lookalikes'])).toMatchObject({ state: 'done' });
});

test('a yes to not having looked is no yes to somebody who is found after all', async () => {
  await run('Nell', ['lookalikes']);
  await expect(run('Nell', [notLookedCode])).rejects.toMatchObject({
    fields: [expect.objectContaining({ field: 'agreed.lookalikes' })],
  });
});
