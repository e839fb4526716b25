import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import type { EnerfloAccount } from './enerflo-call.ts';
import { enerfloFailure } from './enerflo-failure.ts';
import type { EnerfloResult } from './enerflo-result.ts';
import { enerfloSettingsSchema } from './enerflo-settings.schema.ts';
import { listCustomers } from './lists/list-customers.ts';
import { listInstalls } from './lists/list-installs.ts';
import { listNotes } from './lists/list-notes.ts';
import { listUsers } from './lists/list-users.ts';
import type { Page } from './read-pages.ts';

const exchange = {
  startedAt: new Date(0),
  endedAt: new Date(0),
  request: { method: 'GET', url: 'https://enerflo.io', headers: {} },
  requestBody: '',
  responseStatus: 200,
  responseHeaders: {},
  responseBody: '',
};

/** An account whose Enerflo answers so; `asked` are the queries it got. */
function accountOf(answer: (query: Record<string, string | number>, count: number) => Json | EnerfloResult) {
  const asked: Record<string, string | number>[] = [];
  const account: EnerfloAccount = {
    connectionId: '0190f0a0-0000-7000-8000-000000000001',
    name: 'Sunny Roofs',
    environment: 'production',
    settings: enerfloSettingsSchema.parse({}),
    baseUrl: 'https://enerflo.io',
    call: async ({ query = {} }) => {
      asked.push({ ...query });
      const told = answer(query, asked.length);
      return isResult(told) ? told : { ok: true, status: 200, body: told, exchange };
    },
  };
  return { account, asked };
}

function isResult(told: Json | EnerfloResult): told is EnerfloResult {
  return typeof told === 'object' && told !== null && 'ok' in told && 'code' in told;
}

async function idsOf(pages: AsyncGenerator<Page, void>, key = 'id'): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const { rows } of pages) ids.push(...rows.map((row) => row[key]));
  return ids;
}

const rows = (count: number, from = 1): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index }));
const slice = (all: JsonObject[], page: number | string | undefined, size: number) =>
  all.slice((Number(page) - 1) * size, Number(page) * size);

test('all 1,230 users are read although Enerflo gives 100 a page whatever is asked for', async () => {
  const users = rows(1230);
  const { account, asked } = accountOf(({ page }) => ({
    results: slice(users, page, 100),
    totalPages: 13,
    dataCount: 1230,
  }));
  expect(await idsOf(listUsers(account, { share: 'bulk' }))).toHaveLength(1230);
  expect(asked).toHaveLength(13);
  expect(asked[0]).toMatchObject({ per_page: 500 });
});

test('where per_page counts, three requests are enough', async () => {
  const users = rows(1230);
  const { account, asked } = accountOf(({ page, per_page }) => ({
    results: slice(users, page, Number(per_page)),
    totalPages: 3,
  }));
  expect(await idsOf(listUsers(account, { share: 'bulk' }))).toHaveLength(1230);
  expect(asked).toHaveLength(3);
});

test('a told total ends the list without one more request', async () => {
  const installs = rows(60);
  const { account, asked } = accountOf(({ page }) => ({ results: slice(installs, page, 25), total: 60 }));
  expect(await idsOf(listInstalls(account, { share: 'bulk' }))).toHaveLength(60);
  expect(asked).toHaveLength(3);
});

test('a count that may be of the page alone is not believed', async () => {
  const customers = rows(250);
  const { account } = accountOf(({ page }) => {
    const data = slice(customers, page, 100);
    return { dataCount: data.length, data };
  });
  expect(await idsOf(listCustomers(account, { share: 'bulk' }))).toHaveLength(250);
});

describe('without totals the list ends', () => {
  test('at an empty page', async () => {
    const notes = rows(250).map(({ id }) => ({ note_id: id ?? 0, id: 7 }));
    const { account, asked } = accountOf(({ page }) => ({ notes: slice(notes, page, 100) }));
    expect(await idsOf(listNotes(account, { share: 'bulk' }), 'note_id')).toHaveLength(250);
    expect(asked).toHaveLength(4);
  });

  test('at a page that repeats the one before, as where the page is ignored', async () => {
    const { account, asked } = accountOf(() => rows(30));
    expect(await idsOf(listUsers(account, { share: 'bulk' }))).toHaveLength(30);
    expect(asked).toHaveLength(2);
  });
});

test('rows that move to the next page while we read are given once', async () => {
  const { account } = accountOf(({ page }) => ({
    results: page === 1 ? rows(3) : page === 2 ? rows(3, 3) : [],
    total: 6,
  }));
  expect(await idsOf(listInstalls(account, { share: 'bulk' }))).toEqual([1, 2, 3, 4, 5]);
});

test('a reading goes on from a page, and ends where it should', async () => {
  const installs = rows(250);
  const { account, asked } = accountOf(({ page }) => ({ results: slice(installs, page, 100), total: 250 }));
  const pages: Page[] = [];
  for await (const page of listInstalls(account, { share: 'bulk', from: 2 })) pages.push(page);
  expect(pages.map(({ page, rows: own, total }) => [page, own.length, total])).toEqual([
    [2, 100, 250],
    [3, 50, 250],
  ]);
  expect(asked).toHaveLength(2);
});

test('a page that fails ends the list with its failure, after those that were read', async () => {
  const { account } = accountOf((_query, count) =>
    count === 1 ? { results: rows(100), total: 300 } : enerfloFailure('FAILED'),
  );
  const pages = listInstalls(account, { share: 'bulk' });
  expect((await pages.next()).value).toMatchObject({ page: 1, total: 300 });
  await expect(pages.next()).rejects.toMatchObject({ name: 'EnerfloError', failure: { code: 'FAILED' } });
});

test('an answer that is no list is a failure', async () => {
  const { account } = accountOf(() => ({ id: 4 }));
  await expect(idsOf(listInstalls(account, { share: 'bulk' }))).rejects.toMatchObject({
    failure: { code: 'UNREADABLE' },
  });
});

test('maps that PHP writes as empty lists are maps again', async () => {
  const row = { id: 35, first_name: 'Lynn', integrations: [], surveys: [], owner: [] };
  const { account } = accountOf(() => ({ dataCount: 1, data: [row] }));
  const { value } = await listCustomers(account, { share: 'people', search: 'Lynn' }).next();
  expect(value).toMatchObject({ rows: [{ id: 35, integrations: {}, surveys: {}, owner: {} }] });
});

test.each<[string, Json]>([
  ['a bare list', [{ id: 1 }, { id: 2 }]],
  ['under another usual key', { data: [{ id: 1 }, { id: 2 }], total: '2' }],
  ["in Laravel's own pages", { data: { data: [{ id: 1 }, { id: 2 }], total: 2, last_page: 1 } }],
  ['a list of which PHP took one out', { results: { '0': { id: 1 }, '2': { id: 2 } }, total: 2 }],
])('rows are found as %s', async (_name, body) => {
  const { account } = accountOf(({ page }) => (page === 1 ? body : []));
  expect(await idsOf(listInstalls(account, { share: 'bulk' }))).toEqual([1, 2]);
});
