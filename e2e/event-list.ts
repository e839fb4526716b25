import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { customer } from './samples.ts';
import type { Sender } from './sender.ts';

export const grid = (page: Page) => page.getByRole('grid', { name: 'Events' });
export const search = (page: Page) => page.getByRole('textbox', { name: /^Find by name/ });
export const pill = (page: Page) => page.getByRole('button', { name: /^[\d,]+\+? new/ });

/** A customer of Enerflo with a name of his own. */
export function person(id: number, first: string, last: string, more: Record<string, unknown> = {}) {
  return customer({ id, first_name: first, last_name: last, full_name: `${first} ${last}`, ...more });
}

export async function sendMany(send: Sender, count: number, last: string, from: number): Promise<void> {
  for (let at = 0; at < count; at += 20) {
    const some = Array.from({ length: Math.min(20, count - at) }, (_, place) => at + place);
    await Promise.all(some.map((number) => send.enerflo(person(from + number, `Number${number}`, last))));
  }
}

/** Searches, and waits until the rows are those found. */
export async function find(page: Page, words: string): Promise<void> {
  await search(page).fill(words);
  await expect(page).toHaveURL(new RegExp(`q=${words}`));
  await expect
    .poll(async () => {
      const texts = await rowTexts(page);
      return texts.length > 0 && texts.every((text) => text.includes(words));
    })
    .toBe(true);
}

/** The texts of the rows, in their order. */
export const rowTexts = async (page: Page) =>
  (await grid(page).getByRole('row').allInnerTexts()).slice(1).map((text) => text.replace(/\s+/g, ' '));

/** The homeowner and the place on the screen of the first row that is wholly in sight under the head. */
export function firstInSight(table: Locator): Promise<{ text: string; top: number }> {
  return table.evaluate((element) => {
    const top = element.getBoundingClientRect().top + 32;
    const rows = [...element.querySelectorAll('[role="row"]:not([aria-rowindex="1"])')];
    const first = rows
      .filter((row) => row.getBoundingClientRect().top >= top - 1)
      .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)[0];
    return {
      text: /Number\d+ (Awayman|Backman|Stillman)/.exec(first?.textContent ?? '')?.[0] ?? '',
      top: Math.round(first?.getBoundingClientRect().top ?? 0),
    };
  });
}

/** The texts of those rows in sight that nobody has marked as handled. */
export function notHandledInSight(table: Locator): Promise<(string | null)[]> {
  return table.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return [...element.querySelectorAll('[role="row"]:not([aria-rowindex="1"])')]
      .filter((row) => {
        const place = row.getBoundingClientRect();
        return place.bottom > top + 32 && place.top < bottom;
      })
      .map((row) => row.textContent)
      .filter((text) => !text?.includes('Handled'));
  });
}

/** Scrolls the list down to there: as far as there are rows, and on once the next page has come. */
export async function scrollFar(table: Locator, top: number): Promise<void> {
  const scrolled = () =>
    table.evaluate((element, to) => {
      element.scrollTo({ top: to });
      return element.scrollTop;
    }, top);
  await expect.poll(scrolled).toBe(top);
}
