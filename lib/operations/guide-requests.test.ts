import { expect, test } from 'vitest';
import { putRight } from './put-right/put-right.ts';
import { operationNamed } from './registry.ts';
import { guideAuthor, guideRequests, guideSettings } from './testing/guide-requests.ts';

test.each(guideRequests.map((example) => [example.step, example] as const))(
  'the example request of guide step %s leaves word for word',
  (_, { operation: name, raw, method, path, body, printed }) => {
    const operation = operationNamed(name);
    if (!operation) throw new Error(`There is no operation ${name}`);
    const put = putRight(operation, raw, {
      settings: guideSettings,
      timeZone: 'America/Los_Angeles',
      author: guideAuthor,
      now: new Date('2024-08-15T20:00:00Z'),
    });
    expect(put.problems).toEqual([]);
    const request = operation.request(put.input, { settings: guideSettings }, null);
    expect({ method: request.method, path: request.path, query: request.query }).toEqual({ method, path });
    expect(request.body === undefined ? null : asPrinted(request.body)).toBe(body);
    // The fixture itself is what the guide prints, but for an e-mail address that its page hides.
    expect(printed.replace('[email protected]', 'jane.doe@example.com')).toBe(
      [`${method}${name === 'enerflo.lead.add' ? ':' : ''} ${path}`, ...(body === null ? [] : [body])].join(
        '\n',
      ),
    );
  },
);

/** JSON as the guide prints it: a key a line, nothing indented. */
function asPrinted(body: object): string {
  return JSON.stringify(body, null, 1).replace(/\n +/g, '\n');
}
