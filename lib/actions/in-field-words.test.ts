import { expect, test } from 'vitest';
import type { RefusedKey } from '#lib/enerflo/enerflo-result.ts';
import type { JsonObject } from '#lib/json.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { inFieldWords } from './in-field-words.ts';

const refusal = { code: 'REFUSED', text: 'Enerflo refused the request.', whatToDo: 'Change it.' };

function told(
  name: string,
  said: string,
  refused: RefusedKey[],
  input: JsonObject = {},
  body: JsonObject = {},
) {
  const operation = operationNamed(name);
  if (!operation) throw new Error(`no ${name}`);
  return inFieldWords({ ...refusal, said }, { operation, input, request: { body } }, refused);
}

test('what is refused is told by the name that the field has on the screen, beside what else was said', () => {
  const words = 'The selected create deal is invalid.';
  for (const key of ['createDeal', 'lead.createDeal', 'lead[create_deal]']) {
    expect(
      told('enerflo.lead.add-with-deal', `The given data was invalid. ${key}: ${words}`, [{ key, words }]),
    ).toEqual({
      ...refusal,
      said: `The given data was invalid. Deal type id: ${words}`,
      fields: [{ field: 'createDeal', message: words }],
    });
  }
});

test('words that name the field already get its name in front only where that is another one', () => {
  const said = 'The email has already been taken. The zip code is invalid.';
  const refused = [
    { key: 'email', words: 'The email has already been taken.' },
    { key: 'zip', words: 'The zip code is invalid.' },
  ];
  expect(told('enerflo.lead.add', said, refused).said).toBe(
    'E-mail: The email has already been taken. The zip code is invalid.',
  );
});

test('a key that is the request’s alone is the field of which it has the value; any other stays as it was said', () => {
  const refused = [
    { key: 'lead.mobile', words: 'is taken' },
    { key: 'lead.office_match', words: 'is unknown' },
    { key: 'lead.zip_code', words: 'is short' },
  ];
  const said = 'lead.mobile: is taken lead.office_match: is unknown lead.zip_code: is short';
  const input = { first_name: 'Lynn', last_name: 'Lynn', phone: '4805550134' };
  const body = { lead: { mobile: '4805550134', office_match: 'manual', zip_code: 'Lynn' } };
  expect(told('enerflo.lead.add', said, refused, input, body)).toMatchObject({
    said: 'Phone: is taken lead.office_match: is unknown lead.zip_code: is short',
    fields: [{ field: 'phone', message: 'is taken' }],
  });
  const other = [{ key: 'company', words: 'is unknown' }];
  expect(told('enerflo.lead.add', 'company: is unknown', other)).toEqual({
    ...refusal,
    said: 'company: is unknown',
  });
});
