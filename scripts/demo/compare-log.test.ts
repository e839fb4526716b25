import { expect, test } from 'vitest';
import { compareLog } from './compare-log.ts';

const line = (level: string | number, msg: string) =>
  JSON.stringify({ level, time: '2026-08-15T09:00:00.000Z', pid: 1, msg });

test('warnings and what is printed at the start are no errors', () => {
  const text = ['Heliograph is at http://localhost:3000', line('warn', 'the database is away'), ''].join(
    '\n',
  );
  expect(compareLog(text)).toEqual({
    lines: ['The console’s log: 2 lines, 0 of them errors.'],
    wrong: [],
  });
});

test.each([
  line('error', 'an API request failed'),
  line('fatal', 'the worker ended'),
  line(50, 'an API request failed'),
  'TypeError: Cannot read properties of undefined',
  'Error [ERR_SOCKET]: closed',
  ' ⨯ Error: the page failed',
])('%s is one', (error) => {
  const { wrong } = compareLog([line('warn', 'first'), error, '    at run (server.ts:1:1)', ''].join('\n'));
  expect(wrong).toEqual([`The console logged an error: ${error}`]);
});
