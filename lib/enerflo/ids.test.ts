import { expect, test } from 'vitest';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import { idKind, wrongIdWords } from './ids.ts';

const number = '4453459';
const uuid = '59886cce-2504-4da8-b63a-25b088e97b46';

const byDeal = /^An install is found by the id of its deal in Enerflo 2\.0\./;
const findFirst = /^This may be the id of a deal in Enerflo 2\.0: find the install by it first/;
const readFirst = /^Read the customer by this id of Enerflo 2\.0 first, and use its number\.$/;
const byName = /^Find the user by name or e-mail address\.$/;
const agent = /^An agent_id is no id of a user/;

type Method = OperationRequest['method'];
type Row = [method: Method, path: string, forNumber: RegExp | null, forUuid: RegExp | null];

// What is said where Enerflo has nothing under a number, and under a uuid, as `{id}`. Null: such an id fits, so it is
// simply not there. By field facts 4.12, 5.2, 5.3, 5.5 to 5.7, 5.9 and 5.10.
test.each<Row>([
  ['GET', '/api/v3/installs/find/{id}', byDeal, null],
  ['GET', '/api/v3/installs/{id}', null, findFirst],
  ['PUT', '/api/v3/installs/{id}', null, findFirst],
  ['PUT', '/api/v3/installs/{id}/', null, findFirst],
  ['PUT', '/api/v1/installs/{id}', null, findFirst],
  ['GET', '/api/v3/installs/{id}/milestones', null, findFirst],
  ['PUT', '/api/v3/installs/{id}/milestones/3', null, findFirst],
  ['POST', '/api/v3/installs/{id}/notes', null, findFirst],
  ['DELETE', '/api/v3/installs/{id}/notes/3', null, findFirst],
  ['GET', '/api/v1/customers/{id}', null, readFirst],
  ['GET', '/api/v3/customers/{id}', null, null],
  ['PUT', '/api/v3/customers/{id}', null, readFirst],
  ['GET', '/api/v3/surveys/{id}', null, null],
  ['GET', '/api/v3/users/{id}', agent, byName],
  ['GET', '/api/v3/change-orders/{id}', null, null],
  ['PUT', '/api/v1/appointments/{id}', null, null],
])('%s %s', (method, path, forNumber, forUuid) => {
  const words = (id: string) => wrongIdWords({ method, path: path.replace('{id}', id) });
  expectWords(words(number), forNumber);
  expectWords(words(uuid), forUuid);
  expectWords(words(uuid.toUpperCase()), forUuid);
});

test.each<[Method, string]>([
  ['GET', '/api/v3/installs'],
  ['GET', '/api/v3/installs/notes'],
  ['GET', '/api/v1/customers'],
  ['GET', '/api/v3/users'],
  ['POST', '/api/v1/lead-installs'],
])('%s %s names no id, so none can be of the wrong kind', (method, path) => {
  expect(wrongIdWords({ method, path })).toBeNull();
});

test('an id is a number of 1.0, a uuid of 2.0, or neither', () => {
  expect(['1', number, '9'.repeat(18)].map(idKind)).toEqual(['number', 'number', 'number']);
  expect([uuid, uuid.toUpperCase()].map(idKind)).toEqual(['uuid', 'uuid']);
  expect(['', 'notes', '12a', ' 12', '-1', '1.5', '9'.repeat(19), uuid.slice(1)].map(idKind)).toEqual(
    Array.from({ length: 8 }, () => null),
  );
});

function expectWords(told: string | null, words: RegExp | null) {
  if (words === null) expect(told).toBeNull();
  else expect(told ?? 'nothing').toMatch(words);
}
