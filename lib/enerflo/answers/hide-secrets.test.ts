import { expect, test } from 'vitest';
import { hideSecrets } from './hide-secrets.ts';

test.each([
  ['{"id":4,"password":"p\\"w","name":"Lynn"}', '{"id":4,"password":"[hidden]","name":"Lynn"}'],
  ['{"access_token" : "abc', '{"access_token" : "[hidden]"'],
  ['{"api-key":"abc","key":"title"}', '{"api-key":"[hidden]","key":"title"}'],
  [
    '{"url":"https://files.example/a.pdf?X-Amz-Date=1&X-Amz-Signature=ab12&x=1"}',
    '{"url":"https://files.example/a.pdf?X-Amz-Date=1&X-Amz-Signature=[hidden]&x=1"}',
  ],
  ['{"note":"The token is in the password safe"}', '{"note":"The token is in the password safe"}'],
])('of %s no credential is kept, and nothing else is changed', (body, kept) => {
  expect(hideSecrets(body)).toBe(kept);
});
