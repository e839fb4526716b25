import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { type StandInEnerflo, startStandIn } from './enerflo-stand-in.ts';
import { type Installation, type Sandbox, startInstallation, startSandbox } from './installation.ts';
import { listenForSecrets } from './made-secrets.ts';
import { planted } from './planted.ts';
import { type Sender, senderFor } from './sender.ts';

export const admin = { email: 'ada@example.com', password: 'correct-horse-9' };

type Worker = { sandbox: Sandbox; enerflo: StandInEnerflo; installation: Installation };
type Fixtures = {
  send: Sender;
  /** Signs in on the page and lands on the event log. */
  signIn: (who?: { email: string; password: string }) => Promise<void>;
  /** No violation of WCAG A and AA on what the page shows now. */
  expectAccessible: () => Promise<void>;
};

/** One installation, one stand-in CRM and one stand-in Enerflo for all specs; a page that writes an error to the console fails its test. */
export const test = base.extend<Fixtures, Worker>({
  sandbox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs
    async ({}, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
  enerflo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs
    async ({}, use) => {
      const enerflo = await startStandIn();
      await use(enerflo);
      await enerflo.close();
    },
    { scope: 'worker' },
  ],
  installation: [
    async ({ sandbox, enerflo }, use) => {
      const installation = await startInstallation({
        ADMIN_EMAIL: admin.email,
        ADMIN_PASSWORD: admin.password,
        OUTBOUND_ALLOW: `127.0.0.1:${sandbox.port},127.0.0.1:${enerflo.port}`,
        ENERFLO_BASE_URL: enerflo.url,
        METRICS_TOKEN: planted.metricsToken,
        DELIVERY_RETRIES: '0.2,0.3',
        LOG_LEVEL: 'debug',
      });
      await use(installation);
      await installation.stop();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ browser }, use) => {
      listenForSecrets(browser);
      await use(browser);
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ installation }, use) => use(installation.url),
  send: async ({ installation }, use) => use(senderFor(installation)),
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      // A refused request is written by the browser itself; whether it is right is the test's affair.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        errors.push(message.text());
    });
    await use(page);
    expect(errors).toEqual([]);
  },
  signIn: async ({ page }, use) => {
    await use((who = admin) => signIn(page, who));
  },
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const found = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze();
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  },
});

export { expect, signIn };

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/events**');
}
