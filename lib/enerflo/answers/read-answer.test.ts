import { expect, test } from 'vitest';
import type { EnerfloExchange } from '../enerflo-result.ts';
import { type AnswerToRead, readAnswer } from './read-answer.ts';

const exchange: EnerfloExchange = {
  startedAt: new Date(0),
  endedAt: new Date(1),
  request: { method: 'GET', url: 'https://enerflo.io/api/v3/authcheck', headers: {} },
  requestBody: '',
  responseStatus: null,
  responseHeaders: null,
  responseBody: null,
};

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html; charset=UTF-8' };

function read(
  status: number,
  body: string,
  headers: Record<string, string> = json,
  more: Partial<AnswerToRead> = {},
) {
  return readAnswer({
    status,
    headers,
    body,
    bodyTruncated: false,
    exchange,
    key: 'sandbox-enerflo-key',
    retryAfter: null,
    ...more,
  });
}

/** The page that the documentation of the limit prints (field facts 1). */
const laravelPage = (words: string) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Error</title>
<link href="https://fonts.googleapis.com/css?family=Nunito" rel="stylesheet">
<style>html, body { background-color: #fff; } .title { font-size: 36px; }</style></head>
<body><div class="flex-center position-ref full-height"><div class="content">
<div class="title">
                ${words}            </div></div></div></body></html>`;

test('data are given as they came, whatever their content type says', () => {
  expect(read(200, '{"results":[{"id":4}],"total":1}')).toMatchObject({
    ok: true,
    status: 200,
    body: { results: [{ id: 4 }], total: 1 },
  });
  expect(read(200, '\uFEFF {"id":4}', html)).toMatchObject({ ok: true, body: { id: 4 } });
  expect(read(204, '', {})).toMatchObject({ ok: true, body: null });
  expect(read(200, 'OK', { 'content-type': 'text/plain' })).toMatchObject({ ok: true, body: 'OK' });
});

test('a refusal because of the limit is HTML, and of it only the words are told', () => {
  const result = read(429, laravelPage('Too many requests.'), html, { retryAfter: 41 });
  expect(result).toMatchObject({
    ok: false,
    code: 'LIMIT',
    said: 'Too many requests.',
    retryAfter: 41,
    arrived: 'no',
    again: true,
  });
});

test.each([
  [401, 'KEY_REFUSED', 'no'],
  [403, 'NOT_ALLOWED', 'no'],
  [404, 'NOT_THERE', 'no'],
  [408, 'NO_ANSWER', 'maybe'],
  [422, 'REFUSED', 'no'],
  [500, 'FAILED', 'maybe'],
  [502, 'FAILED', 'maybe'],
  [504, 'NO_ANSWER', 'maybe'],
] as const)('status %i is %s', (status, code, arrived) => {
  expect(read(status, laravelPage('Something &amp; &lt;nothing&gt;'), html)).toMatchObject({
    ok: false,
    code,
    arrived,
    status,
    said: 'Something & nothing',
  });
});

test('a page where data should be is no answer, and one to sign in says that the key is not taken', () => {
  expect(read(200, laravelPage('Welcome'), html)).toMatchObject({
    ok: false,
    code: 'UNREADABLE',
    arrived: 'maybe',
  });
  expect(read(200, '<html><title>Log in - Enerflo</title></html>', html)).toMatchObject({
    code: 'KEY_REFUSED',
  });
  expect(read(302, '', { location: 'https://enerflo.io/login' })).toMatchObject({
    code: 'KEY_REFUSED',
    arrived: 'no',
  });
  expect(read(301, '', { location: 'https://elsewhere.example' })).toMatchObject({ code: 'ADDRESS' });
});

test.each([
  ['{"success":false,"message":"The lead has no address."}', 'REFUSED', 'The lead has no address.'],
  ['{"success":"false"}', 'REFUSED', null],
  ['{"status":"error","message":"Deal type is unknown"}', 'REFUSED', 'Deal type is unknown'],
  ['{"error":"Unauthenticated."}', 'KEY_REFUSED', 'Unauthenticated.'],
  ['{"success":false,"message":"No customer found"}', 'NOT_THERE', 'No customer found'],
  ['{"message":"No customer found"}', 'NOT_THERE', 'No customer found'],
  ['{"message":"Unauthenticated.","status":200}', 'KEY_REFUSED', 'Unauthenticated.'],
  ['"Access not Permitted"', 'NOT_ALLOWED', 'Access not Permitted'],
  ['Access not Permitted', 'NOT_ALLOWED', 'Access not Permitted'],
  ['Something else in plain words', 'UNREADABLE', 'Something else in plain words'],
  ['{"results":[{"id":', 'UNREADABLE', null],
])('status 200 with %s is %s', (body, code, said) => {
  expect(read(200, body)).toMatchObject({ ok: false, code, said });
});

test('what only looks like a failure is data', () => {
  for (const body of [
    '{"status":"success","customer_id":35}',
    '{"id":4,"status":"failed","errors":[]}',
    '{"data":{"lead":{"id":4}},"message":"Lead Updated"}',
    '{"id":1,"error":null,"message":"ok"}',
    '{"message":"Lead Updated"}',
    '{"status":"success","message":"The old note does not exist any more"}',
    '{"id":4,"message":"No customer found, one was made"}',
    '[]',
  ]) {
    expect(read(200, body).ok, body).toBe(true);
  }
});

test.each([
  [
    '{"message":"The given data was invalid.","errors":{"email":["The email has already been taken."],"zip":["is short"]}}',
    'The given data was invalid. The email has already been taken. zip: is short',
  ],
  ['{"errors":["First name missing","Last name missing"]}', 'First name missing Last name missing'],
  ['{"errors":[{"field":"zip","message":"must have five digits"}]}', 'zip: must have five digits'],
  ['{"error":{"message":"Invalid role name","code":400}}', 'Invalid role name'],
  ['{"error":"invalid_request","error_description":"Say more"}', 'Say more invalid_request'],
  ['{"data":{"errors":{"status_id":"is not of this company"}}}', 'status_id: is not of this company'],
  ['{"message":"<p>Bad <b>input</b></p><script>alert(1)</script>"}', 'Bad input'],
  ['{"first_name":"Lynn"}', null],
])('what a refusal says is found in %s', (body, said) => {
  expect(read(400, body)).toMatchObject({ ok: false, code: 'REFUSED', said });
});

test('what is refused by key of the request is told by key, and repeats no key of ours', () => {
  const refused = (answer: object) => {
    const result = read(422, JSON.stringify(answer));
    return result.ok ? null : result.refused;
  };
  const message = 'The given data was invalid.';
  expect(refused({ message, errors: { 'lead.email': ['is taken', 'is odd'], zip: 'is short' } })).toEqual([
    { key: 'lead.email', words: 'is taken' },
    { key: 'lead.email', words: 'is odd' },
    { key: 'zip', words: 'is short' },
  ]);
  expect(refused({ data: { errors: [{ field: 'end', message: '<b>No</b> sandbox-enerflo-key' }] } })).toEqual(
    [{ key: 'end', words: 'No [hidden]' }],
  );
  for (const none of [
    { message },
    { error: message },
    { error: { message, code: 7 } },
    { errors: [message] },
  ])
    expect(refused(none)).toEqual([]);
});

test('no words of a failure repeat the key or go on for pages', () => {
  const result = read(401, '{"message":"The key sandbox-enerflo-key is not valid"}');
  expect(result).toMatchObject({ said: 'The key [hidden] is not valid' });
  const long = read(500, JSON.stringify({ message: 'why '.repeat(1000) }));
  expect(long.ok ? '' : long.said?.length).toBe(500);
});

test.each([
  ['tags of a page that never end', '<html>', '<div', html],
  ['a title that never ends', '<html>', '<title', html],
  ['classes that never end', '<html>', '<div class="title', html],
  ['scripts that never end', 'Not found ', '<script', { 'content-type': 'text/plain' }],
])('%s hold nobody up', (_, start, part, headers) => {
  const started = performance.now();
  read(500, start + part.repeat(50_000), headers);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('of megabytes of errors the first are told, soon', () => {
  const errors = Array.from({ length: 5_000 }, (_, row) => `Row ${row} ${'<script'.repeat(1_000)}`);
  const started = performance.now();
  expect(read(422, JSON.stringify({ errors }))).toMatchObject({
    said: expect.stringMatching(/^Row 0 Row 1 Row 2 /),
  });
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('an answer that was cut off is no answer, though its status was good', () => {
  expect(read(200, '{"id":4}', json, { bodyTruncated: true })).toMatchObject({
    ok: false,
    code: 'CUT',
    arrived: 'maybe',
    again: true,
  });
});
