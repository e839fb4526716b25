import Papa from 'papaparse';
import { type AppliedEvent, appliedEvent } from './applied-event.ts';
import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { hostileKinds, largePlaces } from './hostile-kinds.ts';
import { hostile } from './hostile-texts.ts';
import { placesOf, withText } from './in-each-text.ts';
import { expectNothingUnseen } from './it-holds.ts';
import { ownAccount } from './own-account.ts';

const kinds = Object.values(hostileKinds);
const markOfTurning = 'A character that cannot be seen: U+202E';

test('a stored script, a formula and turned text in all fields are shown as text on every page', async ({
  page,
  send,
  signIn,
  installation,
}) => {
  test.setTimeout(240_000);
  await signIn();
  const senders = { ...send, crm: (await ownAccount(page, 'crm', 'Hostile')).tell };
  const told: string[] = [];
  const ofNoRecord: string[] = [];
  for (const [at, text] of [hostile.turned, hostile.mixed].entries()) {
    for (const { body, kept, shown, send: sendOne } of kinds) {
      const plain = body(71_000 + at);
      const changed = withText(plain, placesOf(plain, kept), text);
      const id = await sendOne(senders, { ...Object(changed), [text]: text });
      (shown === null ? ofNoRecord : told).push(id);
    }
    await send.raw(`enerflo/wrong?event=${encodeURIComponent(text)}`, text);
  }
  // Where ids and the name of the event are texts, they may be anything too: it is not known then what it is about.
  for (const [at, { body, send: sendOne }] of kinds.entries()) {
    const plain = body(71_500 + at);
    ofNoRecord.push(await sendOne(senders, withText(plain, placesOf(plain, []), hostile.mixed)));
  }
  const details = [];
  for (const id of told) {
    const { records } = await appliedEvent(page, id);
    expect(records).not.toEqual([]);
    details.push(`/events/${id}`);
    details.push(...records.filter(({ recordId }) => recordId !== null).map(pageOf));
  }
  for (const id of ofNoRecord) {
    await appliedEvent(page, id);
    details.push(`/events/${id}`);
  }
  const lists = ['/events', '/cancellations', '/cancellations/reference', '/refusals', '/deliveries'];
  const compare = `/events/compare?one=${told[0]}&other=${told[told.length / 2]}`;
  const searched = `/events?q=${encodeURIComponent(hostile.script)}`;
  for (const path of new Set([...lists, ...details, compare, searched])) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.locator('.animate-appear-late').filter({ visible: true })).toHaveCount(0);
    expect(await page.evaluate(() => window.ran), path).toBeUndefined();
    await expectNothingUnseen(page, path);
  }
  for (const [path, name] of [
    ['/events', 'Events'],
    ['/cancellations', 'Cancellation cases'],
  ]) {
    await page.goto(path ?? '');
    const grid = page.getByRole('grid', { name });
    await expect(grid.getByText('<img src=x onerror=window.ran=true>').first()).toBeVisible();
    await expect(grid.getByTitle(markOfTurning).first()).toBeVisible();
  }
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search or type a command').fill('Quinn');
  await expect(page.getByRole('option', { name: /Quinn U\+202E/ }).first()).toBeVisible();
  await expectNothingUnseen(page, 'what a search finds');

  const table = await page.request.get(`${installation.url}/api/events/export?format=csv`);
  expect(table.status()).toBe(200);
  const { data } = Papa.parse<string[]>((await table.text()).replace(/^\ufeff/, ''));
  expect(data.length).toBeGreaterThan(3);
  expect(data.flat().filter((cell) => /^[\s\u200b\ufeff]*[=+@＝＋－＠\t\r]/.test(cell))).toEqual([]);
});

for (const [at, [name, kind]] of Object.entries(hostileKinds).entries()) {
  test(`a text of 2 MB in any field of ${name} is taken, listed, opened and exported`, async ({
    page,
    send,
    signIn,
    installation,
  }) => {
    test.setTimeout(240_000);
    await signIn();
    const senders = { ...send, crm: (await ownAccount(page, 'crm', 'Large')).tell };
    const bodies = largePlaces(kind).map((places, number) => ({
      fields: places.map((place) => place.join('.')).join(' and '),
      body: withText(kind.body(72_000 + 100 * at + number), places, hostile.large),
    }));
    const ids: string[] = [];
    for (const { body } of bodies) ids.push(await kind.send(senders, body));
    for (const [number, id] of ids.entries()) {
      const fields = bodies[number]?.fields;
      await appliedEvent(page, id);
      await page.goto(`/events/${id}`);
      await expect(page.getByRole('region', { name: 'Data' }), fields).toBeVisible();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, fields).toBeLessThanOrEqual(0);
    }
    // Its page with the large value, and every list and summary that could carry it along.
    if (kind.shown !== null) {
      const { records } = await appliedEvent(page, ids[0] ?? '');
      await page.goto(pageOf(records[0]));
      await expect(page.getByText('Large Large').first()).toBeVisible({ timeout: 30_000 });
    }
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

function pageOf(record: AppliedEvent['records'][number] | undefined): string {
  return `/${record?.kind === 'sunnova.cancellation' ? 'cancellations' : 'records'}/${record?.recordId}`;
}
