import { expect, test } from 'vitest';
import { meantBy } from './meant-by.ts';

const uuid = '59886cce-2504-4da8-b63a-25b088e97b46';

test.each([
  ['Jane Pasted <Jane.P@x.com>', ['jane.p@x.com']],
  ['mailto:jane.p@x.com', ['jane.p@x.com']],
  ['Phone: (480) 555-0134', ['4805550134']],
  ['(480) 555-0134 (mobile)', ['4805550134']],
  ['480-555-0134 x12', ['4805550134']],
  // As people may have typed it in Enerflo.
  ['(480) 555-0134', ['4805550134', '(480) 555-0134']],
  ['001 480 555 0134', ['4805550134', '001 480 555 0134']],
  ['4805550134', ['4805550134']],
  ['123 North Main Street, Phoenix, AZ 85001', ['123 North Main Street']],
  ['Jane O’Neil, 123 Main St., Phoenix', ['123 Main St.']],
  ['123 Main Street', ['123 Main Street']],
  ['Name: Jane O’Neil', ['Jane O’Neil']],
  ['Li', ['Li']],
  ['12', ['12']],
  ['size = 8', ['size = 8']],
  ['', ['']],
])('for %s Enerflo is searched for %j', (q, texts) => {
  expect(meantBy(q, 'customer').texts).toEqual(texts);
});

test.each([
  ['4711', { id: '4711', number: '4711', uuid: null }],
  ['Install ID: 4711', { number: '4711' }],
  ['#4711', { number: '4711' }],
  [`Deal: ${uuid}`, { uuid, number: null }],
  ['b9sq', { id: 'b9sq', number: null, uuid: null }],
  ['https://enerflo.io/installs/4711?tab=notes', { number: '4711' }],
  // The number of another thing is none of an install's.
  ['https://enerflo.io/customers/4711', { id: null, number: null }],
  ['(480) 555-0134', { id: null, number: null }],
  ['Jane Doe', { id: null }],
])('the id of an install in %s', (q, meant) => {
  expect(meantBy(q, 'install')).toMatchObject(meant);
});

test('a name of two letters is one', () => {
  expect(meantBy('Wu', 'customer').terms.words).toEqual(['wu']);
});
