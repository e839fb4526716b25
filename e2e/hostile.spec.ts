import Papa from 'papaparse';
import { type AppliedEvent, appliedEvent } from './applied-event.ts';
import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { type HostileKind, hostileKinds, largePlaces } from './hostile-kinds.ts';
import { hostile } from './hostile-texts.ts';
import { textsOf, withText } from './in-each-text.ts';

test('a stored script, a formula and turned text in all fields are shown as text on every page', async ({
  page,
  send,
  signIn,
  installation,
}) => {
  test.setTimeout(180_000);
  const ids: string[] = [];
  const lost: string[] = [];
  for (const [at, text] of [hostile.script, hostile.formula, hostile.turned].entries()) {
    for (const { body, kept, send: sendOne } of Object.values(hostileKinds)) {
      const plain = body(71_000 + at);
      const changed = withText(plain, textsOf(plain, kept), text);
      ids.push(await sendOne(send, { ...Object(changed), [text]: text }));
    }
    // Where ids are texts, they may be anything too: it is not known then what it is about.
    for (const name of ['a submitted project', 'a cancellation']) {
      const { body, send: sendOne } = kindNamed(name);
      const plain = body(71_500 + at);
      lost.push(await sendOne(send, withText(plain, textsOf(plain, ['event']), text)));
    }
    await send.raw(`enerflo/wrong?event=${encodeURIComponent(text)}`, text);
  }
  await signIn();
  const details = [];
  for (const id of ids) {
    const { records } = await appliedEvent(page, id);
    expect(records).not.toEqual([]);
    details.push(`/events/${id}`);
    details.push(...records.filter(({ recordId }) => recordId !== null).map(pageOf));
  }
  for (const id of lost) {
    await appliedEvent(page, id);
    details.push(`/events/${id}`);
  }
  const lists = ['/events', '/cancellations', '/cancellations/reference', '/refusals', '/deliveries'];
  const compare = `/events/compare?one=${ids[0]}&other=${ids[Object.keys(hostileKinds).length]}`;
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

for (const [at, [name, kind]] of Object.entries(hostileKinds).entries()) {
  test(`a text of 2 MB in any field of ${name} is taken, listed, opened and exported`, async ({
    page,
    send,
    signIn,
    installation,
  }) => {
    test.setTimeout(240_000);
    const places = largePlaces(kind);
    expect(places.length).toBeGreaterThan(2);
    const ids: string[] = [];
    for (const [number, place] of places.entries()) {
      const body = withText(kind.body(72_000 + 100 * at + number), [place], hostile.large);
      ids.push(await kind.send(send, body));
    }
    await signIn();
    for (const [number, id] of ids.entries()) {
      const field = places[number]?.join('.');
      await appliedEvent(page, id);
      await page.goto(`/events/${id}`);
      await expect(page.getByRole('region', { name: 'Data' }), field).toBeVisible();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, field).toBeLessThanOrEqual(0);
    }
    // Its page with the large value, and every list and summary that could carry it along.
    const { records } = await appliedEvent(
      page,
      ids[places.findIndex((place) => place.join('.') === kind.shown)] ?? '',
    );
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

function kindNamed(name: string): HostileKind {
  const kind = hostileKinds[name];
  if (!kind) throw new Error(`There is no kind ${name}.`);
  return kind;
}

function pageOf(record: AppliedEvent['records'][number] | undefined): string {
  return `/${record?.kind === 'sunnova.cancellation' ? 'cancellations' : 'records'}/${record?.recordId}`;
}
