import { chromium } from '@playwright/test';
import type { Bench } from '../bench.ts';
import { startStack } from '../stack/start-stack.ts';
import { answers } from './answers.ts';
import { sendEvenly } from './arrivals.ts';
import { firstContent } from './first-content.ts';
import { watchPage } from './measure-page.ts';
import { admin, signIn } from './sign-in.ts';
import { streamAtTop, streamBelow } from './stream.ts';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

/** The event log in a real browser: how soon it is there, how soon it answers, and whether a stream of events moves it. */
export const pages: Bench = {
  name: 'pages',
  summary:
    'the event log in a browser: first content, time to the next paint, JavaScript, and 100 events a second',
  run: async ({ quick }) => {
    const stack = await startStack('bench', {
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    });
    const web = await stack.startWeb();
    const worker = stack.startWorker();
    const url = `http://127.0.0.1:${stack.webPort}`;
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: flags,
    });
    try {
      const door = `${url}${stack.enerfloPath}`;
      await sendEvenly(door, { count: 300, perSecond: 300, firstId: 1 });
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: url });
      await watchPage(page);
      await signIn(page);
      const count = quick ? 1_000 : 10_000;
      return [
        ...(await firstContent(browser, url, quick ? 2 : 10)),
        ...(await answers(page, quick ? 1 : 5)),
        ...(await streamBelow(page, { door, count, firstId: 10_000 })),
        ...(await streamAtTop(page, { door, count, firstId: 1_000_000 })),
      ];
    } finally {
      await browser.close();
      await Promise.all([web.stop(), worker.stop()]);
      await stack.postgres.remove();
    }
  },
};
