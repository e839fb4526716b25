import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { enerfloSettingsSchema } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { operations } from '../registry.ts';
import { type PutRightContext, putRight } from './put-right.ts';

const context: PutRightContext = {
  settings: enerfloSettingsSchema.parse({}),
  timeZone: 'America/Chicago',
  author: 'Jane Smith',
  // Still the 14th in Chicago.
  now: new Date('2024-08-15T03:00:00Z'),
};

const everything = defineOperation({
  name: 'test.everything',
  label: 'Do everything',
  words: 'Has a field of each kind.',
  guideStep: null,
  evidence: 'assumed',
  role: 'operator',
  kind: 'write',
  about: null,
  input: z.strictObject({
    text: field.text('Text').optional(),
    long: field.longText('Long text').optional(),
    note: field.note('Note').optional(),
    email: field.email('E-mail', { missed: 'It is better with one.' }).optional(),
    phone: field.phone('Phone').optional(),
    state: field.state('State').optional(),
    zip: field.zip('ZIP code').optional(),
    date: field.date('Date').nullable().optional(),
    done: field.date('Done on', { ahead: 'That is still to come.' }).optional(),
    moment: field.moment('Time').optional(),
    number: field.number('Number').optional(),
    count: field.count('Count', 100).optional(),
    yesNo: field.yesNo('Yes or no').optional(),
    code: field
      .code('Code', [
        ['a', 'First'],
        ['b', 'Second'],
      ])
      .optional(),
    pick: field.pick('Install', 'install').optional(),
    user: field.userByEmail('User').optional(),
  }),
  request: () => ({ method: 'GET', path: '/' }),
  answer: (body) => ({ words: 'It was done.', subjects: [], data: body }),
});

const right = (raw: JsonObject, more: Partial<PutRightContext> = {}) =>
  putRight(everything, raw, { ...context, ...more });

describe('what can be made right', () => {
  test.each<[string, Json, Json]>([
    ['text', '  Lynn\u200b  O\u2019Hara \u0007', 'Lynn O\u2019Hara'],
    ['text', 12, '12'],
    ['long', 'one \r\n\r\n\r\n\r\n two\u00a0three', 'one\n\ntwo three'],
    ['email', ' Lynn.K@Example.COM ', 'Lynn.K@example.com'],
    ['email', '<lynn@example.com>', 'lynn@example.com'],
    ['email', "o'neil+solar.x@example.com", "o'neil+solar.x@example.com"],
    ['email', 'josé@münchen.example', 'josé@münchen.example'],
    ['phone', '(480) 555-0134', '4805550134'],
    ['phone', '+1 480.555.0134', '4805550134'],
    ['phone', 14805550134, '4805550134'],
    ['phone', '5551234567', '5551234567'],
    ['state', 'ca', 'CA'],
    ['state', ' north  CAROLINA', 'NC'],
    ['state', 'D.C.', 'DC'],
    ['state', 'Washington, D.C.', 'DC'],
    ['state', 'Puerto Rico', 'PR'],
    ['zip', 2101, '02101'],
    ['zip', '02101-1234', '02101'],
    ['zip', '921011234', '92101'],
    ['zip', '501', '00501'],
    ['date', '8/15/2024', '2024-08-15'],
    ['date', '08-05-24', '2024-08-05'],
    ['date', 'Aug 15 2024', '2024-08-15'],
    ['date', 'Thursday, August 15th, 2024', '2024-08-15'],
    ['date', '15 Sept 2024', '2024-09-15'],
    ['date', '20-Nov-26', '2026-11-20'],
    ['date', '20240815', '2024-08-15'],
    ['date', '46346', '2026-11-20'],
    ['date', 45351, '2024-02-29'],
    ['date', '45351.99999', '2024-02-29'],
    ['date', '2024-08-15 23:30:00', '2024-08-15'],
    ['date', '8/15/2024 2:30 PM', '2024-08-15'],
    ['date', '2024-08-15T03:00:00Z', '2024-08-14'],
    ['date', '2024-08-14T23:00:00-05:00', '2024-08-14'],
    ['date', 'today', '2024-08-14'],
    ['date', 'Tomorrow', '2024-08-15'],
    ['date', null, null],
    ['moment', '2024-08-15 14:30', '2024-08-15T19:30:00Z'],
    ['moment', '8/15/2024 2:30 pm', '2024-08-15T19:30:00Z'],
    ['moment', '45519.6041666667', '2024-08-15T19:30:00Z'],
    ['moment', 'tomorrow at 9am', '2024-08-15T14:00:00Z'],
    ['moment', '2024-01-15T14:30', '2024-01-15T20:30:00Z'],
    ['moment', '2024-08-15T14:30:00+02:00', '2024-08-15T12:30:00Z'],
    ['moment', '2024-03-10 02:30', '2024-03-10T08:30:00Z'],
    ['number', '$1,250.50', 1250.5],
    ['number', '-3', -3],
    ['yesNo', 'Yes', true],
    ['yesNo', 0, false],
    ['code', 'second', 'b'],
    ['pick', 67890, '67890'],
    ['pick', '4,453,479', '4453479'],
    ['pick', ' 12,345 ', '12345'],
    ['user', 'Rep@Solar.EXAMPLE', 'Rep@solar.example'],
  ])('%s %j becomes %j', (key, raw, value) => {
    const { input, problems, puttingRight } = right({ [key]: raw });
    expect({ input, problems }).toEqual({ input: { [key]: value }, problems: [] });
    // Shown as changed exactly where it is another text than before.
    expect(puttingRight.map(({ field: name, to }) => [name, to])).toEqual(
      String(raw) === String(value) ? [] : [[key, String(value)]],
    );
  });

  test('empty text leaves a field alone, null makes it blank only where Enerflo takes that', () => {
    expect(right({ date: '  ', text: '\u200b', phone: null, number: [] })).toMatchObject({
      input: {},
      problems: [],
    });
    expect(right({}).cautions).toEqual([{ field: 'email', message: 'It is better with one.' }]);
  });

  test('a day that is still to come in the company\u2019s zone is told of, where the field wants that', () => {
    const cautions = (done: string) => right({ done, date: '2062-01-01', email: 'a@example.com' }).cautions;
    // It is 14 August in the evening there, and the 15th in UTC.
    expect(cautions('2024-08-14')).toEqual([]);
    expect(cautions('today')).toEqual([]);
    expect(cautions('8/15/2024')).toEqual([{ field: 'done', message: 'That is still to come.' }]);
    expect(cautions('1/2/1926')).toEqual([{ field: 'done', message: 'This is long ago: check the year.' }]);
  });
});

describe('notes', () => {
  const note = (text: string, more: Partial<PutRightContext> = {}) => {
    const { input, problems } = right({ note: text }, more);
    // With a problem it would stand there as it was typed.
    expect(problems).toEqual([]);
    return input.note;
  };

  test('begin with their author, once', () => {
    expect(note('Roof is fine.')).toBe('[From Jane Smith in Heliograph]: Roof is fine.');
    expect(note(String(note('Roof is fine.')))).toBe(note('Roof is fine.'));
    const relayed = '[From Sarah Johnson in Salesforce]: Roof is fine.';
    expect(note(relayed)).toBe(relayed);
    expect(note('Hi', { author: 'Jane [ops]\nSmith' })).toBe('[From Jane ops Smith in Heliograph]: Hi');
    const odd = note('a &gt; b', { author: '<p &lt; Jane' });
    expect(odd).toBe('[From p &lt Jane in Heliograph]: a > b');
    expect(note(String(odd), { author: '<p &lt; Jane' })).toBe(odd);
    expect(note('Hi', { author: '' })).toBe('Hi');
    expect(note('Hi', { settings: { ...context.settings, noteAuthor: false } })).toBe('Hi');
  });

  test.each([
    ['<p>Roof <b>is</b> fine.</p><p>Call&nbsp;back</p>', 'Roof is fine.\n\nCall back'],
    ['<ul><li>panel</li><li>inverter</li></ul>', '- panel\n- inverter'],
    ['see <a href="https://x.example/1">photos</a>', 'see photos [https://x.example/1]'],
    ['<script>alert(1)</script>Fine', 'Fine'],
    ['AT&amp;T meter\nsecond line', 'AT&T meter\nsecond line'],
    ['5 < 6 & Lynn <lynn@example.com>', '5 < 6 & Lynn <lynn@example.com>'],
    ['<b>Lynn</b> <lynn@example.com> 5 < 6', 'Lynn <lynn@example.com> 5 < 6'],
    ['Smith &Sons; called & will &call; again', 'Smith &Sons; called & will &call; again'],
    ['<table><tr><td>kW</td><td>8.2</td></tr></table>', 'kW 8.2'],
  ])('%j is %j as plain text', (html, text) => {
    expect(note(html, { author: '' })).toBe(text);
  });

  test('of tags within tags without end is a problem, and no crash', () => {
    expect(right({ note: `${'<div>'.repeat(39_000)}x` }).problems).toEqual([
      { field: 'note', message: expect.stringContaining('without HTML') },
    ]);
  });

  test('of HTML without any text is a problem', () => {
    expect(right({ note: '<p><br></p>' }).problems).toEqual([
      { field: 'note', message: 'There is no text in this.' },
    ]);
  });
});

describe('what cannot be made right is said at its field', () => {
  test.each<[string, Json, string]>([
    ['phone', '480-555-0134 x12', 'leave the extension 12 out'],
    ['phone', '+44 20 7946 0958', 'another country (+44)'],
    ['phone', '555-0134', 'this one has 7'],
    ['phone', '(000) 000-0000', 'nobody knows'],
    ['phone', 'call Lynn', 'no phone number'],
    ['phone', '5.12555E+09', 'Excel shortened this number'],
    ['phone', '5,12555e9', 'Excel shortened this number'],
    ['phone', '5125550194 / 5125550195', 'These are two numbers: leave one.'],
    ['phone', '(512) 555-0194, 1-512-555-0195', 'These are two numbers: leave one.'],
    ['phone', '512.555.0194 512 555 0195 or +15125550196', 'These are several numbers'],
    ['state', 'Bavaria', 'no US state “Bavaria”'],
    ['state', 'XX', 'no US state'],
    ['zip', 'ABC', 'five digits'],
    ['zip', '00000', 'no ZIP code'],
    ['zip', '921012', 'five digits'],
    ['email', 'nobody', 'no e-mail address'],
    ['email', 'a@example.com, b@example.com', 'no e-mail address'],
    ['email', '="formula@example.com"', 'no e-mail address'],
    ['email', '=formula@example.com', 'no e-mail address'],
    ['email', '"lynn"@example.com', 'no e-mail address'],
    ['email', 'Lynn lynn@example.com', 'no e-mail address'],
    ['email', 'Lynn<lynn@example.com', 'no e-mail address'],
    ['email', 'lynn@example.com;', 'no e-mail address'],
    ['email', 'lynn(home)@example.com', 'no e-mail address'],
    ['user', '="rep@solar.example"', 'no e-mail address'],
    ['date', '13/05/2024', 'write the month first (05/13/2024)'],
    ['date', '2024-02-30', 'no such day'],
    ['date', '85001', 'This is no date'],
    ['date', '12345', 'This is no date'],
    ['moment', '45519', 'Give a date and a time'],
    ['date', 'Aug 15', 'no date'],
    ['date', 'soon', 'no date'],
    ['moment', '2024-08-15', 'a date and a time'],
    ['moment', '2024-08-15 25:00', 'a date and a time'],
    ['moment', '2024-08-15 09:00-17:00', 'a date and a time'],
    ['number', 'many', 'Give a number'],
    ['number', '1,5', 'Give a number, such as 1,250.50.'],
    ['count', 'abc', 'Give a whole number, such as 12.'],
    ['count', '12.5', 'Give a whole number, such as 12.'],
    ['yesNo', 'maybe', 'yes or no'],
    ['code', 'third', 'First, Second'],
    ['pick', 'Kasper', 'Choose one of the list'],
    ['pick', '4,45,479', 'Choose one of the list'],
    ['pick', '4453,479', 'Choose one of the list'],
    ['pick', '0,453,479', 'Choose one of the list'],
    ['pick', '453,479.5', 'Choose one of the list'],
    ['text', { a: 1 }, 'one value'],
    ['text', 'x'.repeat(256), 'longer than 255'],
    ['colour', 'red', 'has no field colour'],
  ])('%s %j', (key, raw, words) => {
    expect(right({ [key]: raw }).problems).toEqual([{ field: key, message: expect.stringContaining(words) }]);
  });
});

test('a clock is not read in a zone that nobody knows', () => {
  const { input, problems } = right({ moment: '2024-08-15 14:30' }, { timeZone: 'Mars/Olympus' });
  expect(problems).toEqual([{ field: 'moment', message: expect.stringContaining('Mars/Olympus') }]);
  expect(input.moment).toBe('2024-08-15 14:30');
  expect(right({ moment: '2024-08-15T14:30:00-07:00' }, { timeZone: 'Mars/Olympus' }).input.moment).toBe(
    '2024-08-15T21:30:00Z',
  );
});

test('a ZIP code gets its zero back only where ZIP codes begin with one', () => {
  expect(right({ zip: 2101, state: 'Massachusetts' }).input.zip).toBe('02101');
  const cut = right({ zip: '9210', state: 'CA' });
  expect(cut.problems).toEqual([{ field: 'zip', message: expect.stringContaining('digits are missing') }]);
  expect(cut.puttingRight.map(({ field: name }) => name)).not.toContain('zip');
});

describe('whatever comes', () => {
  const kinds = Object.keys(everything.input.shape);
  const likely = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[\d\s/:.,-]{1,20}(am|pm|Z)?$/),
    fc.stringMatching(
      /^(<\/?(p|b|li|ul|td|tr|table|br|a)>|&(amp|lt|gt|nbsp|#60);|[a<>& \n\u200b\u200d]){1,20}$/,
    ),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  ) as fc.Arbitrary<Json>;
  const raws = fc.dictionary(fc.oneof(fc.constantFrom(...kinds), fc.string()), likely);
  const zones = fc.constantFrom('America/Chicago', 'UTC', 'Pacific/Auckland', 'Mars/Olympus', '');

  test('it never throws, fits the schema or says why not, and twice is the same as once', () => {
    fc.assert(
      fc.property(raws, zones, fc.string(), (raw, timeZone, author) => {
        const once = right(raw, { timeZone, author });
        if (once.problems.length === 0) expect(everything.input.safeParse(once.input).success).toBe(true);
        const twice = right(once.input, { timeZone, author });
        expect(twice.input).toEqual(once.input);
        expect(twice.puttingRight).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  test('for every operation of the registry too', () => {
    const some = fc
      .constantFrom(...operations)
      .chain((operation) =>
        fc.tuple(
          fc.constant(operation),
          fc.dictionary(fc.constantFrom('x', ...Object.keys(operation.input.shape)), likely),
        ),
      );
    fc.assert(
      fc.property(some, ([operation, raw]) => {
        const once = putRight(operation, raw, context);
        if (once.problems.length === 0) expect(operation.input.safeParse(once.input).success).toBe(true);
        const twice = putRight(operation, once.input, context);
        expect(twice).toMatchObject({ input: once.input, puttingRight: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});
