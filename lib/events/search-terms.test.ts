import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchTerms } from './search-terms.schema.ts';

describe('what a person may have meant', () => {
  test.each([
    ['(480) 555', { phones: ['480555'], words: ['480', '555'], email: null }],
    ['+1 480 555 0134', { phones: ['4805550134'] }],
    ['1480555', { phones: ['1480555', '480555'], ids: ['1480555'], idStart: null }],
    ['480-555-0134 ext. 12', { phones: ['4805550134'] }],
    ['٤٨٠٥', { phones: [] }],
    ['0134', { phones: ['0134'], email: null }],
    ['134', { phones: [], ids: ['134'] }],
    ['ada@exa', { email: 'ada@exa', words: [], phones: [], idStart: null }],
    ['Ada Castillo', { words: ['ada', 'castillo'], email: null }],
    ['Li Wu', { words: ['li wu'] }],
    ['Al', { words: [], email: null }],
    ['12 North Main Street', { words: ['12', 'n', 'main', 'st'], street: [] }],
    ['12 North Main Street, Tempe, AZ 85281', { street: ['12', 'n', 'main', 'st'] }],
    ['Castillo, Ada', { words: ['castillo', 'ada'], street: [] }],
    ['480, 555', { street: [] }],
    ['Ada Castillo <ada@example.com>', { email: 'ada@example.com', words: [] }],
    ['mailto:ada@example.com', { email: 'ada@example.com' }],
    ['Phone: (480) 555-0134', { phones: ['4805550134'] }],
    ['480-555-0134 (mobile)', { phones: ['4805550134'] }],
    ['001 480 555 0134', { phones: ['4805550134'] }],
    ['011 1 480 555 0134', { phones: ['4805550134'] }],
    ['\u202a+1 (480) 555-0134\u202c', { phones: ['4805550134'] }],
    ['Mobile phone: 480-555-0134', { phones: ['4805550134'] }],
    ['Email: ada@example.com', { email: 'ada@example.com' }],
    ['Ada Castillo ada@example.com;', { email: 'ada@example.com', words: [] }],
    ['Name: Ada Castillo', { words: ['ada', 'castillo'], phones: [] }],
    ['Customer ID: 12345', { ids: expect.arrayContaining(['12345']), phones: [] }],
    ['#12345', { ids: expect.arrayContaining(['12345']), phones: [] }],
    ['"12345"', { ids: expect.arrayContaining(['12345']), phones: ['12345', '2345'] }],
    [
      'Deal ID: 0B1F6F0E-7f0c-4a35-9a55-000000000001,',
      {
        eventId: '0b1f6f0e-7f0c-4a35-9a55-000000000001',
        ids: expect.arrayContaining(['0b1f6f0e-7f0c-4a35-9a55-000000000001']),
      },
    ],
    [
      'https://enerflo.io/installs/5012726?tab=notes',
      { ids: expect.arrayContaining(['5012726']), words: [], phones: [], street: [] },
    ],
    [
      'https://acme.monday.com/boards/1234567890/pulses/987654321',
      { ids: expect.not.arrayContaining(['1234567890']) },
    ],
    [
      '\u202ahttps://console.example.com/events?event=0b1f6f0e-7f0c-4a35-9a55-000000000001 \u2013 this one',
      { eventId: '0b1f6f0e-7f0c-4a35-9a55-000000000001' },
    ],
    [
      'https://console.example.com/events?event=0b1f6f0e-7f0c-4a35-9a55-000000000001&type=enerflo.v1.new_install&from=2026-03-01',
      { eventId: '0b1f6f0e-7f0c-4a35-9a55-000000000001' },
    ],
    [
      'https://acme.enerflo.io/v2/deals?id=0b1f6f0e-7f0c-4a35-9a55-000000000001',
      { eventId: '0b1f6f0e-7f0c-4a35-9a55-000000000001' },
    ],
    ['https://enerflo.io/installs?installId=5012726&limit=500', { ids: expect.arrayContaining(['5012726']) }],
    ['https://enerflo.io/installs/5012726/files/roof1.jpg', { ids: expect.arrayContaining(['5012726']) }],
    ['https://enerflo.io/installs/12?limit=100', { ids: expect.arrayContaining(['12']) }],
    ['https://app.example.com/u/0/#/leads/5012726', { ids: expect.arrayContaining(['5012726']) }],
    ['https://portal.example.com/2/installs?installId=5012726', { ids: expect.arrayContaining(['5012726']) }],
    ['https://crm.example.com/#/leads/5012726', { ids: expect.arrayContaining(['5012726']) }],
    ["shane.o'neil@example.com", { email: "shane.o'neil@example.com" }],
    ["'ada@example.com'", { email: 'ada@example.com' }],
    ['Account number: 12345', { phones: [] }],
    ['Work order: 12345', { phones: [] }],
    ['Cancellation: 12345', { phones: [] }],
    ['Work phone: 4805550', { phones: ['4805550'] }],
    ['12 North Main Street Tempe AZ 85281', { street: ['12', 'n', 'main', 'st'] }],
    ['12 Main St NW Unit 3, Tempe', { street: ['12', 'main', 'st', 'nw'] }],
    ['Ada Castillo, 12 Main St, Tempe, AZ', { street: ['12', 'main', 'st'] }],
    ['Address: 12 St George Ave\nTempe, AZ', { street: ['12', 'st', 'george', 'ave'] }],
    ['12 Camino Real, Tempe', { street: ['12', 'camino', 'real'] }],
    ['a0B5e00000AbCdEEAV', { ids: expect.arrayContaining(['a0B5e00000AbCdE']) }],
    ['0b1f6f0e-7f0c', { idStart: '0b1f6f0e-7f0c' }],
    ['', { ids: [], phones: [], words: [], email: null, idStart: null, eventId: null }],
  ])('%s', (q, meant) => {
    expect(searchTerms(q).text).toMatchObject(meant);
  });

  test.each([
    ['payload.deal.shortCode = b9sqedcvp', ['payload', 'deal', 'shortCode'], 'b9sqedcvp'],
    ['status.name=On Hold', ['status', 'name'], 'On Hold'],
    ['items[2].name = "a = b"', ['items', '2', 'name'], 'a = b'],
    ['items[*].id = 7', ['items', '[]', 'id'], '7'],
    ['payload.from = Ada Castillo <ada@example.com>', ['payload', 'from'], 'Ada Castillo <ada@example.com>'],
    ['"deal.v2"."roof age" = 4', ['deal.v2', 'roof age'], '4'],
  ])('%s is a field of the data', (q, path, value) => {
    expect(searchTerms(q)).toEqual({ field: { path, value }, text: null });
  });

  test.each(['Ada = Castillo = ', '= 4', 'two words = 4'])('%s is none', (q) => {
    if (q.startsWith('Ada')) expect(searchTerms(q).field).toEqual({ path: ['Ada'], value: 'Castillo =' });
    else expect(searchTerms(q).field).toBeNull();
  });

  test('any text gives an answer, at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (q) => {
        const { field, text } = searchTerms(q);
        expect((field === null) !== (text === null)).toBe(true);
      }),
    );
    for (const sign of ['.', '"', '\\', '(', ' ', '1', '[0]', '<', 'a', 'a:', '@', '1,']) {
      const began = performance.now();
      searchTerms(sign.repeat(200 / sign.length));
      // An expression that goes back and forth in it takes minutes.
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });
});
