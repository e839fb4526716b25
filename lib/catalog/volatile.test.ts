import { expect, test } from 'vitest';
import { isJsonObject, type JsonObject, valueAt } from '#lib/json.ts';
import { updateInstall } from './enerflo-v1/update-install.ts';
import { dealProjectSubmitted } from './enerflo-v2/deal-project-submitted.ts';
import { sampleBody } from './sample-body.ts';
import { withoutVolatile } from './volatile.ts';

/** The payload of the captured submission, its file addresses signed with this. */
function submission(signature: string): JsonObject {
  const sample = dealProjectSubmitted.samples[1];
  const body =
    sample &&
    sampleBody({ ...sample, text: sample.text.replaceAll('Signature=made-up', `Signature=${signature}`) });
  if (!isJsonObject(body) || !isJsonObject(body.payload))
    throw new Error('the captured sample has a payload');
  return body.payload;
}

test('two copies that signed their file addresses anew are the same', () => {
  const one = submission('one');
  const other = submission('two');
  expect(one).not.toEqual(other);
  expect(withoutVolatile(dealProjectSubmitted, one)).toEqual(withoutVolatile(dealProjectSubmitted, other));
});

test('only query strings at the named places go, and the body itself is left alone', () => {
  const body = submission('one');
  const before = structuredClone(body);
  const copy = withoutVolatile(dealProjectSubmitted, body);
  expect(valueAt(copy, 'deal.files.0.url')).toBe('https://files.example.com/contract.pdf');
  expect(valueAt(copy, 'deal.files.0.name')).toBe('contract.pdf');
  expect(Object.keys(copy)).toEqual(Object.keys(body));
  expect(body).toEqual(before);
  const install = { agreement_url: 'https://x.example/a.pdf?s=1', status_id: 4, note: 'really?' };
  expect(withoutVolatile(updateInstall, install)).toEqual({
    ...install,
    agreement_url: 'https://x.example/a.pdf',
  });
});

test('a body without such places, or of no known type, comes back as it is', () => {
  const body = { deal: { files: 'none?' }, design: null, proposal: [] };
  expect(withoutVolatile(dealProjectSubmitted, body)).toBe(body);
  expect(withoutVolatile(null, body)).toBe(body);
});
