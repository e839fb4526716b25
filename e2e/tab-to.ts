import { expect, type Locator, type Page } from '@playwright/test';

/** Goes on with Tab until this has the focus, as people do who use no mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const reached = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await reached()); presses++) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}
