import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { fillSetting, openStage, show, visit, type TestStage } from '../test/browser/page.ts';
import { median, table } from './measure.ts';

const replications = 20;
const seed = 'bench';
const hour = 60;
const playMilliseconds = 4000;
const marks = 1000;
const screenRate = 60;
/** Tasks longer than this are told by the browser (milliseconds). */
const longTask = 50;

type Row = [what: string, figure: string];

declare global {
  interface Window {
    /** Durations of the main thread's long tasks since they were last taken (milliseconds). */
    longTasks: number[];
  }
}

/** How fast the built page answers in the Chromium of this machine. */
export async function benchPage(): Promise<string> {
  const rows: Row[] = [];
  const stage = await openStage();
  rows.push(...(await benchOpening(stage)));
  rows.push(...(await benchRun(stage, 'compare')));
  rows.push(...(await benchRun(stage, 'playback')));
  await stage.close();
  const marksStage = await openStage('bench/marks');
  const { page } = await visit(marksStage);
  const rate = await page.evaluate(([count, time]) => window.framesWithMarks(count, time), [
    marks,
    playMilliseconds,
  ] as const);
  await marksStage.close();
  rows.push([`${marks} moving marks`, frameRate(rate)]);
  const load = loadavg().map((value) => value.toFixed(1));
  rows.push(['load average of the machine at the end', load.join(', ')]);
  return table([['the page, in Chromium without a graphics card', ''], ...rows]);
}

/** From an empty browser to the finished example, and to its playback. */
async function benchOpening(stage: TestStage): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, at, selector] of [
    ['opening: figures of the example', '#compare', '.statements li'],
    ['opening: the playback can be played', '#playback', '[role="slider"][aria-valuetext]'],
  ] as const) {
    const { page } = await visit(stage, { at });
    await page.locator(selector).first().waitFor({ timeout: 120_000 });
    rows.push([what, `${(await page.evaluate(() => performance.now())).toFixed(0)} ms`]);
    await page.context().close();
  }
  return rows;
}

/** A run of both plans with one of the screens open; then the playback of it. */
async function benchRun(stage: TestStage, view: 'compare' | 'playback'): Promise<Row[]> {
  const { page } = await visit(stage, { at: `#${view}` });
  const ready = view === 'compare' ? '.statements li' : '[role="slider"][aria-valuetext]';
  await page.locator(ready).first().waitFor({ timeout: 120_000 });
  await fillSetting(page, 'replications', String(replications));
  await fillSetting(page, 'seed', seed);
  await watchLongTasks(page);
  const begin = performance.now();
  await page.click('run-panel button[type="submit"]');
  await page.waitForSelector('run-panel progress');
  // A run leads to the comparison; somebody may go on to another screen.
  if (view !== 'compare') await show(page, view);
  const rows: Row[] = [];
  const what = `run of ${replications} × 2 with ${view} open`;
  // The comparison follows the run only while it is looked at.
  if (view === 'compare') {
    await page.locator('comparison-panel dd').getByText(seed, { exact: true }).waitFor({ timeout: 300_000 });
    rows.push([`${what}: first figures`, `${seconds(begin)} s`]);
  }
  await page.waitForSelector('run-panel progress', { state: 'detached', timeout: 300_000 });
  rows.push([`${what}: all`, `${seconds(begin)} s`]);
  rows.push([`${what}: tasks over ${longTask} ms`, await longTasksOf(page)]);
  if (view === 'compare') rows.push(...(await benchPlayback(page)));
  await page.context().close();
  return rows;
}

async function benchPlayback(page: Page): Promise<Row[]> {
  const begin = performance.now();
  await show(page, 'playback');
  await page.locator('[role="slider"][aria-valuetext]').waitFor({ timeout: 60_000 });
  const rows: Row[] = [
    ['opening the playback of a year of both plans', `${(performance.now() - begin).toFixed(0)} ms`],
  ];
  const times = (await scrub(page)).sort((a, b) => a - b);
  rows.push([
    'scrub to picture, both plans: median and 95th percentile',
    `${median(times).toFixed(0)} and ${times[Math.floor(times.length * 0.95)]!.toFixed(0)} ms`,
  ]);
  for (const [side, what] of [
    ['a', 'one plan'],
    ['both', 'both plans'],
  ] as const) {
    await page.locator(`input[name="playback-side"][value="${side}"]`).press('Space');
    await page.selectOption('#playback-speed', String(2 * hour));
    await page.locator('.play-button').click();
    rows.push([`playing at 2 h/s, ${what}`, frameRate(await frames(page))]);
    await page.locator('.play-button').click();
  }
  rows.push(
    ['memory of the tab after collection: scripts, page and arrays', await memory(page)],
    ['private memory of its process', await processMemory(page)],
  );
  return rows;
}

/** Milliseconds from a key to the end of the frame that shows its picture, for days and hours there and back. */
function scrub(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const handle = document.querySelector('[role="slider"]')!;
    const times: number[] = [];
    for (const key of [...Array<string>(30).fill('PageUp'), 'End', 'Home', ...Array<string>(30).fill('ArrowRight')]) {
      const start = performance.now();
      handle.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          // What is posted in a frame comes after it has been drawn.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve());
          port1.start();
          port2.postMessage(undefined);
        });
      });
      times.push(performance.now() - start);
    }
    return times;
  });
}

/** Frames per second over some seconds. */
function frames(page: Page): Promise<number> {
  return page.evaluate(async (time) => {
    const start = performance.now();
    let count = 0;
    for (; performance.now() - start < time; count++) await new Promise(requestAnimationFrame);
    return (count * 1000) / (performance.now() - start);
  }, playMilliseconds);
}

async function memory(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return `${((usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6).toFixed(0)} MB`;
}

/** Of the largest page process of the browser; the operating system tells it only on Linux. */
async function processMemory(page: Page): Promise<string> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(async ({ id }) => {
      const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
      return [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, size]) => sum + Number(size), 0);
    });
  const most = Math.max(...(await Promise.all(sizes)));
  return most > 0 ? `${((most * 1024) / 1e6).toFixed(0)} MB` : 'not told';
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ entryTypes: ['longtask'] });
  });
}

async function longTasksOf(page: Page): Promise<string> {
  const tasks = await page.evaluate(() => window.longTasks);
  return tasks.length === 0 ? 'none' : `${tasks.length}, the longest ${Math.max(...tasks).toFixed(0)} ms`;
}

function seconds(begin: number): string {
  return ((performance.now() - begin) / 1000).toFixed(1);
}

function frameRate(rate: number): string {
  return `${rate.toFixed(0)} frames/s, ${((100 * rate) / screenRate).toFixed(0)} % of ${screenRate}`;
}
