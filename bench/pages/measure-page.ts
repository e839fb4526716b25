import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';

declare global {
  interface Window {
    measured: {
      firstRow: number | null;
      longest: number;
      /** By interaction, the longest time from one of its events to the paint after it. */
      interactions: Record<number, number>;
    };
  }
}

/**
 * Has a page write down, from before its first script on: when the first row of a list stood there, the longest time
 * that its main thread was busy in one piece, and from each key or click the time to the next paint (milliseconds;
 * the browser tells no interaction that took less than 16). All of it begins anew with the next document.
 */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const measured: Window['measured'] = { firstRow: null, longest: 0, interactions: {} };
    window.measured = measured;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) measured.longest = Math.max(measured.longest, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
    const observe: PerformanceObserverInit & { durationThreshold: number } = {
      type: 'event',
      buffered: true,
      durationThreshold: 16,
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const id = 'interactionId' in entry ? Number(entry.interactionId) : 0;
        if (id > 0) measured.interactions[id] = Math.max(measured.interactions[id] ?? 0, entry.duration);
      }
    }).observe(observe);
    const look = () => {
      if (document.querySelector('[role=grid] [role=gridcell]')) measured.firstRow = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** The interactions that this document has seen, in milliseconds; to be asked before it is left. */
export async function interactionsSoFar(page: Page): Promise<number[]> {
  // The browser tells of an interaction some frames after its paint.
  await wait(300);
  return page.evaluate(() => Object.values(window.measured.interactions));
}

/** Kilobytes of JavaScript that the page loaded so far, as they came over the wire. */
export function loadedScripts(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scripts = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming && /\.js(\?|$)/.test(entry.name));
    const bytes = scripts.reduce(
      (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
      0,
    );
    return bytes / 1024;
  });
}

/** Megabytes of JavaScript heap that are still in use after a collection. */
export async function heapInUse(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}

/** The value below which 95 of 100 lie. Throws where nothing was measured: none is not fast. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}
