import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Json, joinPath, valueAt } from '#lib/json.ts';
import { applyMapping, type MappedRecord } from './apply-mapping.ts';
import { type MappingRow, mappingRowsSchema } from './mapping.schema.ts';

const row = (target: string, source: MappingRow['source']): MappingRow => ({ target, source });
const constant = (value: Json): MappingRow['source'] => ({ kind: 'constant', value });
const apply = (payload: Json, rows: MappingRow[]) => applyMapping({ payload, records: [] }, rows);

describe('a mapping', () => {
  test('builds nested objects from fields, record fields and constants', () => {
    const records: MappedRecord[] = [
      { kind: 'enerflo.note', id: '3', main: false, fields: { text: 'first' } },
      { kind: 'enerflo.install', id: '8', main: false, fields: { status: 'other' } },
      { kind: 'enerflo.install', id: '9', main: true, fields: { status: 'Permit approved', cost: null } },
    ];
    const { body, problems } = applyMapping(
      { payload: { customer: { zip: '02139', lines: [{ id: 7 }] } }, records },
      [
        row('contact.address.zip', { kind: 'field', path: 'customer.zip' }),
        row('contact."line.id"', { kind: 'field', path: 'customer.lines.0.id' }),
        row('status', { kind: 'record', record: 'enerflo.install', field: 'status' }),
        row('cost', { kind: 'record', record: 'enerflo.install', field: 'cost' }),
        row('install', { kind: 'record', record: 'enerflo.install', field: 'id' }),
        row('origin', constant('Enerflo')),
      ],
    );
    expect(problems).toEqual([]);
    expect(body).toEqual({
      contact: { address: { zip: '02139' }, 'line.id': 7 },
      status: 'Permit approved',
      cost: null,
      install: '9',
      origin: 'Enerflo',
    });
  });

  test('leaves the target of an absent source out, and writes a null as null', () => {
    const { body, trace } = apply({ a: null }, [
      row('told', { kind: 'field', path: 'a' }),
      row('untold', { kind: 'field', path: 'b.c' }),
      row('deep.untold', { kind: 'record', record: 'enerflo.deal', field: 'id' }),
    ]);
    expect(body).toEqual({ told: null });
    expect(trace.map(({ target, value, absent }) => ({ target, value, absent }))).toEqual([
      { target: 'told', value: null, absent: false },
      { target: 'untold', value: null, absent: true },
      { target: 'deep.untold', value: null, absent: true },
    ]);
  });

  test('says which rows exclude one another, in either order', () => {
    const twice = apply({}, [row('a.b', constant(1)), row('a."b"', constant(2))]);
    expect(twice.problems).toEqual([{ row: 1, target: 'a."b"', message: 'Row 1 fills a."b" already.' }]);
    for (const rows of [
      [row('a', constant(1)), row('a.b', constant(2))],
      [row('a.b', constant(2)), row('a', constant(1))],
    ]) {
      const { problems } = apply({}, rows);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message).toMatch(/^Row \d fills a as a whole, so a\.b cannot go inside it\.$/);
    }
  });

  test('refuses targets that reach into prototypes', () => {
    for (const name of ['__proto__.polluted', 'a.constructor.prototype.polluted', '"__proto__".polluted']) {
      const { body, problems } = apply({}, [row(name, constant('yes'))]);
      expect(problems).toHaveLength(1);
      expect(body).toEqual({});
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    }
  });

  test('the form refuses paths with empty parts', () => {
    for (const target of ['', ' ', '.', 'a.', '.a', 'a..b', '"a', 'a"b']) {
      expect(mappingRowsSchema.safeParse([row(target, constant(1))]).success).toBe(false);
    }
    expect(mappingRowsSchema.safeParse([row('a."b.c".0', constant({ x: [1] }))]).success).toBe(true);
    expect(mappingRowsSchema.safeParse([row('a', constant('written \\u0000 out'))]).success).toBe(true);
    for (const value of ['\0', ['\ud800'], { '\0': 1 }]) {
      expect(mappingRowsSchema.safeParse([row('a', constant(value))]).success).toBe(false);
    }
  });
});

describe('any mapping', () => {
  const name = fc.oneof(
    fc.constantFrom('a', 'b', 'c', 'a.b', '0', '"', '__proto__', 'toString'),
    fc.string({ minLength: 1 }),
  );
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map(joinPath);
  const json = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)));
  const source: fc.Arbitrary<MappingRow['source']> = fc.oneof(
    path.map((at) => ({ kind: 'field' as const, path: at })),
    fc.record({ kind: fc.constant('record' as const), record: fc.constantFrom('k', 'l'), field: name }),
    json.map((value) => ({ kind: 'constant' as const, value })),
  );
  const rows = fc.array(fc.record({ target: path, source }), { maxLength: 8 });
  const records = fc.array(
    fc.record({
      kind: fc.constantFrom('k', 'l'),
      id: fc.string(),
      main: fc.boolean(),
      fields: fc.dictionary(name, json),
    }),
    { maxLength: 3 },
  );

  test('puts every told value at its target, and nothing else anywhere', () => {
    fc.assert(
      fc.property(json, records, rows, (payload, told, mapping) => {
        const before = JSON.stringify([payload, told, mapping]);
        const { body, trace, problems } = applyMapping({ payload, records: told }, mapping);
        const wrong = new Set(problems.map((problem) => problem.row));
        for (const [index, { target, value, absent }] of trace.entries()) {
          if (wrong.has(index)) continue;
          expect(valueAt(body, target)).toEqual(absent ? undefined : value);
        }
        const written = trace.filter((line, index) => !line.absent && !wrong.has(index));
        if (written.length === 0) expect(body).toEqual({});
        expect(JSON.stringify([payload, told, mapping])).toBe(before);
        expect(applyMapping({ payload, records: told }, mapping).body).toEqual(body);
      }),
    );
  });

  test('never touches what all objects share', () => {
    const shared = Object.getOwnPropertyNames(Object.prototype).sort();
    fc.assert(
      fc.property(json, rows, (payload, mapping) => {
        applyMapping({ payload, records: [] }, mapping);
        expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(shared);
      }),
    );
  });
});
