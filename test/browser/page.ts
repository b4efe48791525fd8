import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';

const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const launchArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds that `openStage` and a first short run may take on a busy machine. */
export const stageTimeout = 120_000;

/** Milliseconds that anything on the page may take to appear, while other tests run on the same two cores. */
const patience = 60_000;

/** The built page on a port of its own, and a browser to look at it with. */
export interface TestStage {
  address: string;
  browser: Browser;
  close: () => Promise<void>;
}

/** A page with everything it complained of and every address it asked for. */
export interface WatchedPage {
  page: Page;
  complaints: string[];
  requests: string[];
}

/**
 * Serves the page and starts the browser. Unless the environment tells in FODESIM_PAGE where the page has been built, it is
 * built into a folder of its own.
 * @param root folder of the page's index.html
 */
export async function openStage(root = 'viewer'): Promise<TestStage> {
  const built = root === 'viewer' ? process.env['FODESIM_PAGE'] : undefined;
  const outDir = built ?? (await buildPage(root));
  const server = await preview({
    configFile: 'vite.config.ts',
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: launchArguments });
  return {
    address: addressOf(server),
    browser,
    close: async () => {
      await browser.close();
      await server.close();
      if (built === undefined) await rm(outDir, { recursive: true });
    },
  };
}

export interface VisitOptions extends BrowserContextOptions {
  /** What follows the address, such as `#plan`. */
  at?: string;
  /** Shows the tour, which otherwise is taken to have been seen. */
  withTour?: boolean;
}

async function buildPage(root: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'fodesim-page-'));
  // In a process of its own: under the test runner Vite would bundle its libraries as for development.
  const vite = ['node_modules/vite/bin/vite.js', 'build', root, '--config', 'vite.config.ts', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [...vite, '--outDir', outDir, '--emptyOutDir'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return outDir;
}

/** Opens the page in a browser context of its own, as somebody would who has nothing kept in the browser. */
export async function visit(stage: TestStage, options: VisitOptions = {}): Promise<WatchedPage> {
  const { at = '', withTour = false, ...contextOptions } = options;
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 720 }, ...contextOptions });
  if (!withTour) await context.addInitScript(() => localStorage.setItem('fodesim.tour', 'seen'));
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(stage.address + at);
  return { page, complaints, requests };
}

/** Shows one of the screens. */
export async function show(page: Page, view: 'plan' | 'compare' | 'playback'): Promise<void> {
  await page.click(`nav a[href="#${view}"]`);
  await page.locator(`#${view}-part`).waitFor();
}

/** Writes how many replications there should be, or from which seed. */
export async function fillSetting(page: Page, id: 'replications' | 'seed', value: string): Promise<void> {
  const field = page.locator(`#${id}`);
  if (!(await field.isVisible())) await page.click('.run-settings > summary');
  await field.fill(value);
  await page.keyboard.press('Escape');
}

/** Asks for a short run and waits until it is done; its figures are then shown. */
export async function runBriefly(page: Page, replications = 2): Promise<void> {
  await fillSetting(page, 'replications', String(replications));
  await page.click('run-panel button[type="submit"]');
  await page.waitForSelector('progress');
  await page.waitForSelector('progress', { state: 'detached', timeout: 50_000 });
  // The figures are drawn a moment after the run has ended.
  await page.waitForSelector('comparison-panel:not([aria-busy]) .statements li');
}

function addressOf(server: PreviewServer): string {
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The page could not be served: the preview server gave no address.');
  return address;
}

function chromiumPath(): string {
  const path = [process.env['CHROMIUM_PATH'], ...usualPaths].find((candidate) => candidate && existsSync(candidate));
  if (!path) throw new Error('No Chromium was found. Install it, or set CHROMIUM_PATH to where it is.');
  return path;
}
