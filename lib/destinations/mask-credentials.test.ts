import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskHeaders, maskSecrets, maskUrl } from './mask-credentials.ts';

test('headers that carry credentials are masked, the others are told', () => {
  const names = [
    'Authorization',
    'Cookie',
    'Set-Cookie',
    'X-Api-Key',
    'api-key',
    'apikey',
    'X-Auth-Token',
    'X-Amz-Security-Token',
    'X-Hub-Signature',
  ];
  for (const name of names) expect(maskHeaders({ [name]: 'planted' })).toEqual({ [name]: '•••' });
  const told = {
    'Idempotency-Key': 'a',
    'Content-Type': 'b',
    'Heliograph-Event': 'c',
    Date: 'd',
    'X-Keyword': 'e',
    Author: 'f',
  };
  expect(maskHeaders(told)).toEqual(told);
});

test('an address loses the values of parameters that look like secrets', () => {
  expect(maskUrl('https://crm.test/a?api_key=planted&b=1')).toBe('https://crm.test/a?api_key=•••&b=1');
  expect(maskUrl('https://crm.test/a?b=%20x')).toBe('https://crm.test/a?b=%20x');
});

test('no text keeps a secret, and a cut one not its beginning', () => {
  const secret = fc.string({ minLength: 4, maxLength: 20 });
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), fc.nat(30), (planted, before, after, at) => {
      const text = `${before}${planted}${after}`;
      expect(maskSecrets(text, [planted]).includes(planted)).toBe(false);
      const cut = text.slice(0, before.length + Math.min(at, planted.length));
      const clean = maskSecrets(cut, [planted], true);
      for (let length = 3; length < planted.length; length++) {
        expect(clean.endsWith(planted.slice(0, length)) && !clean.includes('•••')).toBe(false);
      }
    }),
  );
});
