import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './chromium';

const ARGUMENTS = [
  // The old headless mode is another browser; this one is what people use.
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Theme = 'light' | 'dark';

export interface OpenOptions {
  /** The admin's address, from `startApp()`. */
  url: string;
  width?: number;
  height?: number;
  theme?: Theme;
  /** The admin's language. */
  language?: 'en' | 'de' | 'fr';
}

export interface Browsing {
  page: Page;
  context: BrowserContext;
  /** Errors in the page's console, and requests that failed, so that a test can say that there were none. */
  complaints: string[];
}

// What Strapi's own panel asks for in its free edition, and does not get.
const EXPECTED =
  /404 GET \S+\/(admin\/ai-(?:feature-config|usage|token)|i18n\/ai-localization-jobs\/|content-manager\/preview\/url\/)/;

const open = new Set<() => Promise<void>>();

/** A browser that has never been used, with nobody signed in. */
export const openBrowser = async (options: OpenOptions): Promise<Browsing> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: install one, or set CHROMIUM_PATH');

  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'revisions-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ARGUMENTS,
    headless: false,
    baseURL: options.url,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    reducedMotion: 'reduce',
    // Dates read the same wherever the tests run.
    timezoneId: 'UTC',
    locale: 'en-GB',
  });
  open.add(async () => {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  });

  await context.addInitScript(
    (settings) => {
      // Not over what somebody chose in between.
      for (const [name, value] of settings) {
        if (localStorage.getItem(name!) === null) localStorage.setItem(name!, value!);
      }
    },
    [
      ['STRAPI_THEME', options.theme ?? 'light'],
      ['strapi-admin-language', options.language ?? 'en'],
      // Strapi's news of a media library, across the top of every page.
      ['STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true'],
      ['STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:undefined', 'true'],
    ]
  );

  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // That a request failed is said below, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  page.on('response', (response) => {
    const answer = `${response.status()} ${response.request().method()} ${response.url()}`;
    if (response.status() >= 400 && !EXPECTED.test(answer)) complaints.push(answer);
  });
  return { page, context, complaints };
};

/** After each test. */
export const closeAll = async () => {
  for (const close of [...open]) {
    open.delete(close);
    await close();
  }
};
