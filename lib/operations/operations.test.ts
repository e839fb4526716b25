import { describe, expect, test } from 'vitest';
import { operationFields } from './operation-fields.ts';
import { requestPath } from './operation-request.ts';
import { operationNamed, operations } from './registry.ts';
import { context, named, told } from './testing/put-input.ts';

describe('the registry', () => {
  test('names each operation once and tells words of every field', () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
    for (const operation of operations) {
      expect(operation.name).toMatch(/^enerflo\.[a-z-]+(\.[a-z-]+)?$/);
      const fields = operationFields(operation);
      for (const { words } of fields) {
        expect(words.label).toMatch(/^[A-Z]/);
        if (words.within) expect(fields.map(({ key }) => key)).toContain(words.within);
      }
      if (operation.about) expect(fields.map(({ key }) => key)).toContain(operation.about.field);
    }
  });

  test('every write can be undone by an operation that is there, or says why it cannot', () => {
    for (const { kind, name, undo, noUndo } of operations) {
      if (kind === 'read') continue;
      expect({
        name,
        told: undo ? operationNamed(undo.operation) !== undefined : noUndo !== undefined,
      }).toEqual({
        name,
        told: true,
      });
    }
  });

  test('no id can lead a request elsewhere', () => {
    const input = { deal_id: '59886cce-2504-4da8-b63a-25b088e97b46' };
    expect(named('deal.read').request(input, context, null).path).toBe(`/api/v3/surveys/${input.deal_id}`);
    const wrong = told('deal.read', { deal_id: '../users' });
    expect(wrong.problems).toHaveLength(1);
    for (const part of ['..', '.', '../users', '%2e%2e', 'a?b#c']) {
      const path = requestPath`/api/v3/customers/${part}/appointments`;
      expect(new URL(path, 'https://enerflo.io').pathname).toBe(path);
      expect(path.split('/')).toHaveLength(6);
    }
  });

  test('no id is sent as another number', () => {
    const long = '9007199254740993';
    expect(told('install.update-status', { install_id: '1', status_id: long }).problems).toHaveLength(1);
  });
});
