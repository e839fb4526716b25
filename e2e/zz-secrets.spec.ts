import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ask } from './ask.ts';
import { consolePages } from './console-pages.ts';
import { expect, test } from './fixtures.ts';
import { madeSecrets } from './made-secrets.ts';
import { makeOneOfEach } from './one-of-each.ts';
import { plantAsPerson, plantAtSignIn } from './plant-as-person.ts';
import { plantByForms } from './plant-by-forms.ts';
import { plantInRequests } from './plant-in-requests.ts';
import { secretsIn } from './planted.ts';
import { readThrough } from './read-through.ts';
import { insteadOf, readableAddresses } from './readable-addresses.ts';
import { customer } from './samples.ts';

// Files run in the order of their names and share an installation; a project of its own would get another one.
test('this file comes after all others', () => {
  const { file } = test.info();
  const specs = readdirSync(path.dirname(file)).filter((name) => name.endsWith('.spec.ts'));
  expect(specs.toSorted((one, other) => one.localeCompare(other)).at(-1)).toBe(path.basename(file));
});

test('a secret planted in every credential field, and all that any spec made, appears in no answer, log, export or page', async ({
  page,
  browser,
  installation,
  sandbox,
  enerflo,
  send,
}) => {
  test.setTimeout(600_000);
  const session = await plantAtSignIn(page);
  // What is done in Enerflo, read from it and prepared for many at once, with the key that it takes.
  const one = await makeOneOfEach({ page, send, enerflo, sandbox });
  const made = await plantByForms(page, sandbox.url);
  await plantInRequests(page, send, made);
  const hers = await plantAsPerson(page, browser, installation);
  for (const _copy of [1, 2]) await send.enerflo(customer({ id: 81_000, full_name: 'Sela Secret' }));
  await expect
    .poll(async () => (await ask(page, 'GET', '/api/deliveries')).text)
    .toContain('Planted secrets');

  const overheard = await madeSecrets();
  // What is kept by itself is all that was kept by hand here: so it is for the specs before as well.
  const known = new Set(Object.values(overheard));
  const here: Record<string, string> = { ...made.secrets, ...hers, 'the admin’s session': session };
  const typed = 'first password';
  expect(Object.keys(here).filter((name) => name !== typed && !known.has(here[name] ?? ''))).toEqual([]);
  const secrets = { ...overheard, ...installation.secrets, ...here };
  for (const [name, secret] of Object.entries(secrets)) expect(secret.length, name).toBeGreaterThan(7);
  const found: string[] = [];
  const look = (where: string, text: string) =>
    found.push(...secretsIn(text, secrets).map((name) => `${name} in ${where}`));

  for (const text of made.refusals) look(`a refusal: ${text.slice(0, 200)}`, text);
  const { addresses, unread } = await readableAddresses(page);
  expect(unread).toEqual([]);
  expect(addresses.length).toBeGreaterThan(120);
  for (const address of addresses) {
    let start = '';
    const status = await readThrough(page, address, (piece) => {
      start ||= piece.slice(0, 200);
      look(address, piece);
    });
    if (!address.endsWith(insteadOf)) expect(status, `${address}: ${start}`).toBeLessThan(400);
  }
  for (const pagesOf of Object.values(consolePages)) {
    for (const address of pagesOf(one)) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expect(page.locator('.animate-appear-late').filter({ visible: true })).toHaveCount(0);
      look(`the page ${address}`, await page.content());
    }
  }
  // The log is looked through when the installation is stopped, with everything that was made until then.
  look('the log', installation.output());
  expect(found).toEqual([]);
});
