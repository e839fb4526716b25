import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { operationNamed } from '#lib/operations/registry.ts';
import { guideAuthor, guideRequests, guideSettings } from '#lib/operations/testing/guide-requests.ts';
import { sandboxApiKey } from '../../scripts/sandbox/enerflo/start-enerflo.ts';
import { readOperation } from './read-operation.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'), {
    settings: guideSettings,
    standIn: {
      // What the guide's examples are about: install 67890 with a milestone 3, and a status 5.
      firstIds: { install: 67_890, milestone: 3, status: 5 },
      settings: { leadBody: 'flat', leadPhone: 'phone' },
    },
  });
  office.enerflo.state.setStatus(67_890, 'On Hold');
});
afterAll(() => office.close());

test.each(guideRequests)('the example of guide $step leaves word for word', async (example) => {
  const { enerflo, connectionId } = office;
  enerflo.received.clear();
  const context = office.as(office.person(guideAuthor));
  const asked = { connectionId, operation: example.operation, input: example.raw };
  if (operationNamed(example.operation)?.kind === 'read') {
    // The guide's deal is in nobody's Enerflo.
    await expect(readOperation(context, asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  } else {
    const agreed = ['emails-homeowner', 'lookalikes'];
    const done = await runAction(context, { ...asked, idempotencyKey: uuidv7(), agreed });
    expect(done).toMatchObject({ state: 'done', readBack: 'same', error: null });
  }
  const [captured, ...more] = enerflo.received
    .list()
    .filter(({ method, path }) => (example.method === 'GET' ? path === example.path : method !== 'GET'));
  expect(more).toEqual([]);
  expect(captured).toMatchObject({ method: example.method, path: example.path });
  expect(captured?.headers['api-key']).toBe(sandboxApiKey);
  // The guide prints its bodies over several lines; keys, values and their order are its own.
  expect(captured?.body).toBe(example.body === null ? '' : JSON.stringify(JSON.parse(example.body)));
});

test('what was read back proves the forms on which the sources disagree', async () => {
  const account = await office.database.db.enerfloAccount.findUniqueOrThrow({
    where: { connectionId: office.connectionId },
  });
  expect(account.proofs).toMatchObject({
    leadBody: { right: true },
    leadPhone: { right: true },
    milestoneId: { right: true },
  });
});
