import { expect, test } from 'vitest';
import { signInSchema } from './credentials.ts';
import { parseInput } from './parse-input.ts';
import { parseJson, smallBody } from './small-body.ts';

function post(body: string | ReadableStream) {
  return new Request('http://localhost:3000/api/auth/try', {
    method: 'POST',
    body,
    duplex: 'half',
  } as RequestInit);
}

test('a body without end is refused before it fills the memory', async () => {
  let given = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      given += 1024;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  await expect(smallBody(post(endless))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  expect(given).toBeLessThan(64 * 1024);
});

test('what is no JSON, and each wrong field of what is, gets its own words', async () => {
  const read = async (body: string) => parseInput(signInSchema, parseJson(await smallBody(post(body))));
  await expect(read('{"email":')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(read('{"email":"ada","password":""}')).rejects.toMatchObject({
    code: 'INVALID',
    fields: [
      { field: 'email', message: 'Enter an e-mail address, such as name@example.com' },
      { field: 'password', message: 'Enter your password' },
    ],
  });
  expect(await read('{"email":" Ada@Example.com","password":"x"}')).toEqual({
    email: 'ada@example.com',
    password: 'x',
  });
});
