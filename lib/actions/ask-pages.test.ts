import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import { askPages } from './ask-pages.ts';
import { answeredBy } from './testing/answered-by.ts';

const rows = (page: number, size: number, all: number): JsonObject[] =>
  Array.from({ length: all }, (_, index) => ({ id: index + 1 })).slice((page - 1) * size, page * size);
const request = { method: 'GET', path: '/api/v1/customers', query: { page: 1, pageSize: 25 } } as const;

/** The pages asked for until `wanted` is found, and whether it was; each answer is what `answer` makes of the page. */
async function look(wanted: number, answer: (page: number) => Json) {
  const { account, pages } = answeredBy(answer);
  const { result, found } = await askPages(account, request, { share: 'people' }, (body) =>
    JSON.stringify(body).includes(`{"id":${wanted}}`) ? wanted : null,
  );
  return { pages, found: found !== null, ok: result.ok };
}

test('pages shorter than was asked for do not end a list that tells how many there are', async () => {
  const customers = (page: number) => ({ dataCount: 45, data: rows(page, 20, 45) });
  expect(await look(44, customers)).toEqual({ pages: [1, 2, 3], found: true, ok: true });
  expect(await look(99, customers)).toEqual({ pages: [1, 2, 3], found: false, ok: true });
});

test('nor one that tells nothing, or the count of its page', async () => {
  expect(await look(44, (page) => rows(page, 20, 45))).toMatchObject({ pages: [1, 2, 3], found: true });
  expect(await look(99, (page) => rows(page, 20, 45))).toMatchObject({ pages: [1, 2, 3, 4], found: false });
  const counted = (page: number) => ({ dataCount: 20, data: rows(page, 20, 40) });
  expect(await look(39, counted)).toMatchObject({ pages: [1, 2], found: true });
});

test('a list ends with its last page, with an empty one, and where the page is passed over', async () => {
  const told = (page: number) => ({ notes: rows(page, 20, 45), totalPages: 3 });
  expect(await look(99, told)).toMatchObject({ pages: [1, 2, 3], found: false });
  expect(await look(99, () => ({ dataCount: 0, data: [] }))).toMatchObject({ pages: [1], found: false });
  expect(await look(99, () => rows(1, 20, 20))).toMatchObject({ pages: [1, 2], found: false, ok: true });
});

test('of a list without an end nobody says that something is not in it', async () => {
  expect(await look(-1, (page) => rows(page, 20, 10_000))).toMatchObject({ found: false, ok: false });
});
