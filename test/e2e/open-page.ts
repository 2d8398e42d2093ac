import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { findChromium, launchChromium } from '../support/browser.ts';
import { startPageWorld, type TinyDesk } from '../support/page-world.ts';

type PageWorld = Awaited<ReturnType<typeof startPageWorld>>;
type Options = Parameters<typeof startPageWorld>[1] & { readonly browser?: BrowserContextOptions };
type Open = (desk?: TinyDesk, options?: Options) => Promise<{ world: PageWorld; page: Page }>;

const NO_BROWSER = 'no Chromium found; install one or name it in CHROMIUM_PATH';

/** A suite in a real browser, one for the whole file; skipped with its reason where there is none. */
export function describePage(name: string, tests: (open: Open) => void): void {
  const chromium = findChromium();
  if (chromium === undefined) console.warn(`skipped: ${name}: ${NO_BROWSER}`);
  describe.skipIf(chromium === undefined)(chromium === undefined ? `${name} (skipped: ${NO_BROWSER})` : name, () => {
    let browser: Browser;
    const ends: (() => Promise<void>)[] = [];
    /** What a page complained of, and where it looked beyond our own server: both must stay empty. */
    const complaints: string[] = [];
    beforeAll(async () => {
      browser = await launchChromium(chromium ?? '');
    });
    afterAll(async () => await browser.close());
    afterEach(async () => {
      for (const end of ends.splice(0).reverse()) await end();
      expect(complaints.splice(0)).toEqual([]);
    });

    tests(async (desk = () => undefined, { browser: look, ...options } = {}) => {
      const world = await startPageWorld(desk, options);
      ends.push(() => world.close());
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...look,
      });
      ends.push(() => context.close());
      const page = await context.newPage();
      // A machine that runs all tests at once answers late.
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        // The browser itself reports every refused or failed request; the tests that cause them look at the answer.
        const reports = /Failed to load resource/.test(message.text());
        if (message.type() === 'error' && !reports) complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(world.url))
          complaints.push(request.url());
      });
      await page.goto(world.url);
      return { world, page };
    });
  });
}

/** One of the three phones. */
export const phone = (page: Page, kind: 'customer' | 'owner' | 'supplier') => {
  const frame = page.locator(`[data-kind=${kind}]`);
  return {
    frame,
    field: frame.locator('textarea'),
    bubbles: frame.locator('.bubble:not(.dots)'),
    bubble: (text: string) => frame.locator('.bubble', { hasText: text }),
    async says(text: string): Promise<void> {
      await frame.locator('textarea').fill(text);
      await frame.locator('textarea').press('Enter');
    },
  };
};
