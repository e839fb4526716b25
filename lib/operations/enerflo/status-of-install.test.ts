import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import { context, named } from '../testing/put-input.ts';

describe('a status that is told by its name alone', () => {
  const { named: byName } = named('install.update-status');
  const raw = { install_id: '67890', status_id: '5' };
  const list: Json = {
    results: [
      { id: 4, company_id: 1, name: 'On Hold' },
      { id: 5, company_id: 1, name: 'Active' },
      { id: 14, company_id: 2, name: 'On hold' },
      { id: 15, company_id: 2, name: 'Active' },
    ],
  };
  const idOf = (install: JsonObject, wanted = raw.status_id) => {
    const whole = byName?.withId({ data: install }, list, { ...raw, status_id: wanted }) ?? null;
    return named('install.update-status').current?.values(whole, raw, context)?.values.status_id;
  };

  test('is told apart from one that is told whole, and from none', () => {
    expect(byName?.lacksId({ id: 67890, status_name: 'On Hold' })).toBe(true);
    expect(byName?.lacksId({ data: { id: 67890, status: { name: 'On Hold' } } })).toBe(true);
    expect(byName?.lacksId({ id: 67890, status_id: 4, status_name: 'On Hold' })).toBe(false);
    expect(byName?.lacksId({ id: 67890 })).toBe(false);
    expect(byName?.lacksId([])).toBe(false);
  });

  test('has the id of that name, of the company that installs it', () => {
    expect(idOf({ id: 67890, epc_company_id: 1, status_name: 'On Hold' })).toBe('4');
    expect(idOf({ id: 67890, install_company_id: 2, status: { name: 'ON HOLD' } })).toBe('14');
  });

  test('is the one that was asked for where companies call theirs alike, and else none', () => {
    expect(idOf({ id: 67890, status_name: 'Active' })).toBe('5');
    expect(idOf({ id: 67890, status_name: 'On Hold' })).toBeUndefined();
    expect(idOf({ id: 67890, epc_company_id: 1, status_name: 'Pending KCA' })).toBeUndefined();
  });
});
