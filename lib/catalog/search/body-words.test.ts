import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/json.ts';
import { bodyWords } from './body-words.ts';
import { isPersonalWord } from './personal-word.ts';

const ids = (body: Json) => bodyWords(body).ids;
const personal = (body: Json) => bodyWords(body).personal;

describe('a body of unknown shape is found by', () => {
  test('its ids, wherever they lie and however their keys are written, and by none of a list of stages', () => {
    expect(
      ids({
        deal: { Deal_ID: 8_123_456, stageId: 3, projectUuid: '0B1F6F0E-7F0C-4A35-9A55-000000000077' },
        associatedIds: [4711, 'HS-900'],
        dealid: 'd-42',
        AccountId: '0015e00000AbCdEAAV',
        valid: 12_345,
        paid: '2024-06-01',
        userId: 'Jane Doe',
      }),
    ).toEqual([
      'd-42',
      '0015e00000AbCdE',
      '8123456',
      '0b1f6f0e-7f0c-4a35-9a55-000000000077',
      '4711',
      'HS-900',
    ]);
  });

  test('e-mail addresses and phone numbers by their look or key, whole and in the parts that people type', () => {
    expect(personal({ contact: { mail_1: 'Ada.Castillo@Example.com', tel: '(480) 555-0134 x12' } })).toEqual([
      'email:ada.castillo@example.com',
      'email:ada.castillo',
      'phone:4805550134',
      'phone:5550134',
      'phone:0134',
    ]);
    expect(personal({ note: "email='ada@example.com'", value: "o'neil@example.com" })).toEqual([
      'email:ada@example.com',
      'email:ada',
      "email:o'neil@example.com",
      "email:o'neil",
    ]);
    expect(
      personal({ note: 'Ada <ada@example.com>', value: 4_805_550_134, customerId: 4_805_550_199 }),
    ).toEqual(['email:ada@example.com', 'email:ada', 'phone:4805550134', 'phone:5550134', 'phone:0134']);
    expect(personal({ phone: '12', total: 480_555, updated_at: '2024-06-01 08:00:00' })).toEqual([]);
  });

  test('names of people and streets, word by word, and not by those of colleagues and things', () => {
    expect(personal({ Name: 'Castillo-Núñez, Ada', MailingStreet: '12 North Main Street' })).toEqual([
      'name:castillo',
      'name:nunez',
      'name:ada',
      'name:12',
      'name:n',
      'name:main',
      'name:st',
    ]);
    expect(personal({ customer: { first: 'Ada', last: 'Okafor' } })).toEqual(['name:ada', 'name:okafor']);
    expect(
      personal({
        ownerName: 'Iris Vance',
        agent: { name: 'Iris Vance' },
        stage: { name: 'Closed won' },
        fileName: 'plan.pdf',
        event: 'deal.created',
        boardName: 'Solar',
        user: { fullName: 'Iris Vance' },
      }),
    ).toEqual([]);
  });

  test('the changes of HubSpot and the properties that it wraps', () => {
    expect(personal({ propertyName: 'lastname', propertyValue: 'Okafor', objectId: 12 })).toEqual([
      'name:okafor',
    ]);
    expect(
      personal({ properties: { firstname: { value: 'Ada' }, hubspot_owner_id: { value: '777' } } }),
    ).toEqual(['name:ada']);
    expect(ids({ properties: { hs_object_id: { value: '7788' } } })).toEqual(['7788']);
  });
});

test('a secret is no word, whatever it looks like', () => {
  const body = {
    password: 'ada@example.com',
    apiToken: { id: 'abc123', value: '4805550134' },
    secret: ['4805550134', { customerId: 'x-900' }],
    token_id: 'tok_900',
  };
  expect(bodyWords(body)).toEqual({ ids: [], personal: [] });
});

test('an e-mail address is never an id, and whatever a body holds it takes little', () => {
  const names = fc.constantFrom(
    'id',
    'userId',
    'name',
    'email',
    'phone',
    'street',
    'value',
    'note',
    '__proto__',
  );
  const body = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.double(),
      fc.constantFrom('ada@example.com', '+1 480 555 0134', 'name:ada', 'email:x1'),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(names, tie('json'), { maxKeys: 5 }),
    ),
  })).json;
  fc.assert(
    fc.property(body, (json) => {
      const words = bodyWords(json);
      expect(words.personal.every(isPersonalWord)).toBe(true);
      expect(words.ids.some((id) => id.includes('@'))).toBe(false);
    }),
  );
  const many = Array.from({ length: 50_000 }, (_, index) => ({
    leadId: `lead-${index}`,
    name: `Ada ${index}`,
  }));
  expect(bodyWords(many)).toMatchObject({ ids: { length: 60 }, personal: { length: 60 } });
  expect(bodyWords({ name: 'x'.repeat(2_000_000), id: '9'.repeat(2_000_000) })).toEqual({
    ids: [],
    personal: [],
  });
});
