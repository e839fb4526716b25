import { expect, test } from './fixtures.ts';
import { customer } from './samples.ts';

const pages = [
  '/events',
  '/flows',
  '/flows/new',
  '/deliveries',
  '/enerflo',
  '/actions',
  '/refusals',
  '/settings',
  '/accounts',
  '/accounts/new',
  '/tokens',
  '/sessions',
  '/audit',
];

for (const scheme of ['light', 'dark'] as const) {
  test(`every page is accessible and fits a phone, ${scheme}`, async ({
    page,
    send,
    signIn,
    expectAccessible,
  }) => {
    test.setTimeout(180_000);
    await send.enerflo(customer({ id: 61001 }));
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/sign-in');
    await expectAccessible();
    await signIn();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of pages) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test('the keyboard moves through the list, opens and closes', async ({ page, send, signIn }) => {
  await send.enerflo(customer({ id: 61002, full_name: 'Kit Keys', first_name: 'Kit', last_name: 'Keys' }));
  await signIn();
  const grid = page.getByRole('grid', { name: 'Events' });
  await expect(grid.getByText('Kit Keys')).toBeVisible();
  await grid.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/event=/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/event=/);
});
