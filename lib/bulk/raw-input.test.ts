import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BulkColumns } from './bulk.schema.ts';
import { excelNotes } from './excel-notes.ts';
import { rawInput } from './raw-input.ts';

const columns: BulkColumns = {
  heads: ['A'],
  fills: { zip: { column: 0 }, note: { value: "'24" } },
  askEnerflo: false,
  timeZone: null,
  origin: 'file',
};
const read = (cell: string, more: Partial<BulkColumns> = {}) => rawInput({ ...columns, ...more }, [cell]);

describe('what Excel means by a cell of a file is what it says', () => {
  test.each([
    ['="formula@example.com"', 'formula@example.com'],
    [' ="78701" ', '78701'],
    ['=" (512) 555-0194 "', '(512) 555-0194'],
    ['="say ""hi"""', 'say "hi"'],
    ["'78701", '78701'],
    ["'+1 512 555 0194", '+1 512 555 0194'],
    ["'=1", '=1'],
  ])('%s is %s', (cell, text) => {
    expect(read(cell)).toEqual({
      raw: { zip: text, note: "'24" },
      excel: [{ field: 'zip', from: cell.trim(), to: text }],
    });
  });

  test('a text of nothing says nothing', () => {
    expect(read('=""')).toEqual({ raw: { note: "'24" }, excel: [] });
  });

  test.each(['="a"&"b"', '="a', '="a"b"', '=78701', '"78701"', "'t Hooft", "o'neil@example.com", "'", '-5'])(
    '%s stays as it is',
    (cell) => {
      expect(read(cell)).toEqual({ raw: { zip: cell, note: "'24" }, excel: [] });
    },
  );

  test('any other cell stays as it is, and so does whatever was selected', () => {
    const cell = fc.string({ unit: 'binary' });
    const asItIs = (text: string) =>
      text.trim() === '' ? { note: "'24" } : { zip: text.trim(), note: "'24" };
    fc.assert(
      fc.property(cell, (text) => {
        fc.pre(!/^\s*(=|'[\d=+])/.test(text));
        expect(read(text)).toEqual({ raw: asItIs(text), excel: [] });
      }),
    );
    fc.assert(
      fc.property(fc.oneof(cell, fc.constantFrom('="1"', "'1")), (text) => {
        expect(read(text, { origin: 'selection' })).toEqual({ raw: asItIs(text), excel: [] });
      }),
    );
  });

  test('whatever text Excel wrote so comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const { raw } = read(`="${text.replaceAll('"', '""')}"`);
        expect(raw.zip ?? '').toBe(text.trim());
      }),
    );
  });
});

test('it is told once for each field, from the cell to what is sent', () => {
  const { excel } = read('="78701-1234"');
  const why = 'as Excel writes text';
  expect(excelNotes([], excel)).toEqual([
    { kind: 'put-right', field: 'zip', from: '="78701-1234"', to: '78701-1234', why },
  ]);
  const cut = { kind: 'put-right' as const, field: 'zip', from: '78701-1234', to: '78701', why: 'cut' };
  const other = { ...cut, field: 'state' };
  expect(excelNotes([other, cut], excel)).toEqual([
    other,
    { ...cut, from: '="78701-1234"', why: `${why}; cut` },
  ]);
});
