import type { Page } from '@playwright/test';
import { askWell } from './ask.ts';

/** Is there for an action alone that was not done, and may answer as Enerflo does: not every run has one. */
export const insteadOf = '/instead';

type Item = { [key: string]: unknown; id: string };
type Found = { addresses: string[]; unread: string[] };

/**
 * Every address of the API that can be read: without an id, and for the newest entries of each list with all that
 * belongs to them. `unread` are those that the API's description names and no address here fits.
 */
export async function readableAddresses(page: Page): Promise<Found> {
  const list = async (path: string): Promise<Item[]> => (await askWell(page, 'GET', path)).items;
  const { paths } = await askWell(page, 'GET', '/api/openapi.json');
  const readable = Object.keys(paths)
    .filter((path) => paths[path].get)
    .map((path) => `/api${path.replace(/^\/api/, '')}`);
  const addresses = readable.filter((path) => !path.includes('{'));
  const add = (...more: string[]) => addresses.push(...more);

  for (const name of ['events', 'refusals', 'flows', 'deliveries', 'cases', 'actions', 'audit']) {
    for (const { id } of await list(`/api/${name}?limit=${name === 'events' ? 20 : 60}`)) {
      add(`/api/${name}/${id}`);
      if (name === 'events' || name === 'refusals') add(`/api/${name}/${id}/raw`);
    }
  }
  for (const { id, state } of await list('/api/actions?limit=60')) {
    if (state !== 'failed') continue;
    const { instead, canCorrect } = await askWell(page, 'GET', `/api/actions/${id}`);
    if (instead !== null || canCorrect) add(`/api/actions/${id}${insteadOf}`);
  }
  const events = await list('/api/events?limit=20');
  for (const { id } of [...events.slice(0, 5), ...(await list('/api/events?outcome=copies&limit=2'))]) {
    const { copies, records } = await askWell(page, 'GET', `/api/events/${id}`);
    add(...['support', 'caught-up', 'neighbours'].map((part) => `/api/events/${id}/${part}`));
    const other = events.find((event) => event.id !== id)?.id;
    add(`/api/events/${id}/compare?other=${other}`, `/api/wanted-installs?eventId=${id}`);
    add(...copies.flatMap((copy: Item) => [`/api/events/${id}/copies/${copy.id}`]));
    add(...copies.map((copy: Item) => `/api/events/${id}/copies/${copy.id}/raw`));
    add(...records.flatMap(({ recordId }: Item) => (recordId ? [`/api/records/${recordId}`] : [])));
  }
  for (const { id } of await list('/api/bulk?limit=5')) {
    add(`/api/bulk/${id}`, `/api/bulk/${id}/rows`, `/api/bulk/${id}/rows/1`, `/api/bulk/${id}/result`);
  }
  for (const { id, source, disabledAt } of await list('/api/connections')) {
    add(`/api/connections/${id}`);
    if (source !== 'enerflo') continue;
    add(`/api/connections/${id}/enerflo`, `/api/connections/${id}/readings`);
    add(`/api/connections/${id}/catch-up-cost?since=${new Date().toISOString()}`);
    // Of one that is switched off nothing can be chosen.
    if (disabledAt === null) add(`/api/connections/${id}/choices/install`);
    const type = 'type=enerflo.v1.new_customer';
    add(`/api/mappable-fields?connectionId=${id}&${type}`);
    for (const reading of await list(`/api/connections/${id}/readings`))
      add(`/api/readings/${reading.id}`, `/api/readings/${reading.id}/findings`);
  }
  for (const name of ['events', 'cancellations'])
    add(...['views', 'views/counts'].map((part) => `/api/${part}?list=${name}`));
  for (const name of ['events', 'audit'])
    add(...['jsonl', 'csv'].map((format) => `/api/${name}/export?format=${format}`));
  const inData = encodeURIComponent('id = 1');
  add(`/api/events/field-hint?type=enerflo.v1.new_customer&q=${inData}`);
  add('/api/records/found?q=sample', '/api/records/found?q=secret&limit=10');
  add('/api/openapi.json');
  // What asks for more than its path was added with it.
  const whole = addresses.filter((address) => !addresses.some((other) => other.startsWith(`${address}?`)));
  return {
    addresses: whole,
    unread: readable.filter(
      (path) => !path.endsWith(insteadOf) && !whole.some((address) => fits(path, address)),
    ),
  };
}

function fits(path: string, address: string): boolean {
  return new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/?]+')}(\\?|$)`).test(address);
}
