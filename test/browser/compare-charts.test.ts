import { readFile } from 'node:fs/promises';
import { dsvFormat } from 'd3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, stageTimeout, visit, type TestStage, type WatchedPage } from './page.ts';

const charts = ['heat-map-chart', 'stay-chart', 'midwives-met-chart', 'caseload-chart', 'flow-chart'];

describe('comparing in tables and charts', () => {
  let stage: TestStage;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    watched = await visit(stage, { at: '#compare' });
    ({ page } = watched);
    await page.waitForSelector('.comparison-table tbody');
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test('the table can be searched, narrowed and sorted, by keyboard too, and says how many figures it shows', async () => {
    const lines = page.locator('.comparison-table tbody');
    const count = page.locator('.table-count');
    await lines.first().waitFor();
    const headlines = await lines.count();
    const all = Number(/av (\d+)/.exec((await count.textContent())!)![1]);
    expect(await count.textContent()).toContain(`Viser ${headlines} tall`);
    await page.fill('#table-search', 'fødestue alna');
    await page.waitForFunction(
      (before) => !document.querySelector('.table-count')?.textContent?.includes(before),
      `Viser ${headlines} tall`,
    );
    for (const name of await page.locator('.comparison-table .disclosure').allTextContents()) {
      expect(name).toMatch(/fødestue/i);
      expect(name).toContain('Alna');
    }
    await page.fill('#table-search', '');
    await page.selectOption('#table-part', 'labour');
    await page.selectOption('#table-grouping', 'site');
    await page.selectOption('#table-group', { label: 'Ahus Nordbyhagen' });
    expect(await lines.count()).toBeGreaterThan(2);
    expect(await lines.count()).toBeLessThan(all);
    const groups = await page.locator('.line-group').allTextContents();
    expect(new Set(groups)).toEqual(new Set(['Ahus Nordbyhagen']));
    const button = page.locator('[data-sort="difference"]');
    const differences = () =>
      page.$$eval('.comparison-table tbody > tr:first-child > td:nth-of-type(4)', (cells) =>
        cells.map(({ textContent }) => textContent.trim().split(/\s/)[0]),
      );
    await button.press('Enter');
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain('Forskjell');
    const descending = await differences();
    await button.press('Enter');
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('Forskjell');
    expect(descending[0]).not.toBe((await differences())[0]);
    await button.press('Enter');
    expect(await page.locator('th[aria-sort="ascending"], th[aria-sort="descending"]').count()).toBe(0);
    const before = await lines.count();
    await page.check('#table-only-clear');
    expect(await lines.count()).toBeLessThan(before);
    expect(await page.locator('.comparison-table [data-verdict="unclear"]').count()).toBe(0);
    await page.uncheck('#table-only-clear');
    await page.selectOption('#table-grouping', 'any');
    await page.selectOption('#table-part', 'headline');
    expect(watched.complaints).toEqual([]);
  });

  test('the name of a figure opens its definition and its value in each replication of both plans', async () => {
    const name = page.locator('.comparison-table .disclosure').filter({ hasText: 'Måtte vente på fødestue' });
    await name.press('Enter');
    const about = page.locator('.about:visible');
    expect(await about.textContent()).toContain('Definisjon');
    const replications = Number(await page.locator('.facts dd').first().textContent());
    expect(await about.locator('.dot-strip > svg .strip-dot').count()).toBe(2 * replications);
    await name.press('Enter');
    expect(await about.count()).toBe(0);
  });

  test('every chart is drawn when it comes near, reads its values out by arrow keys, and has them as a table', async () => {
    await page.waitForSelector('.charts', { timeout: 60_000 });
    for (const chart of charts) {
      await page.locator(chart).evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
      await page.locator(`${chart} svg [data-reading]`).first().waitFor({ state: 'attached' });
      const readout = page.locator(`${chart} .chart-readout`);
      const hint = await readout.textContent();
      await page.locator(`${chart} .chart-drawing svg`).focus();
      await page.keyboard.press('ArrowRight');
      const first = await readout.textContent();
      expect(first).not.toBe(hint);
      expect(first).toMatch(/\d/);
      await page.keyboard.press('ArrowRight');
      expect(await readout.textContent()).not.toBe(first);
      await page.locator(`${chart} .chart-table > summary`).press('Enter');
      const rows = page.locator(`${chart} .chart-figures tbody tr`);
      await rows.first().waitFor();
      expect(await rows.count()).toBeGreaterThan(2);
      expect(await page.textContent(`${chart} .chart-says`)).not.toMatch(/undefined|NaN/);
    }
    expect(await page.locator('heat-map-chart .heat-cell[data-reading]').count()).toBe(2 * 7 * 24);
    await page.locator('heat-map-chart').getByRole('radio', { name: 'Forskjell' }).press('Space');
    expect(await page.locator('heat-map-chart .heat-cell[data-reading]').count()).toBe(7 * 24);
    // The example comes with the patterns of one replication, which is too few for any difference to be clear.
    const strokes = await page.locator('heat-map-chart .heat-unclear').first().getAttribute('d');
    expect(strokes!.split('M')).toHaveLength(1 + 7 * 24);
    expect(await page.textContent('heat-map-chart .chart-drawing')).toContain('ingen klar forskjell');
    expect(watched.complaints).toEqual([]);
  });

  test('all figures can be taken along as a file that says where they come from', async () => {
    await page.waitForSelector('[data-export="indicators"]');
    const text = await downloaded(page, '[data-export="indicators"]');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows = dsvFormat(';').parseRows(text.slice(1));
    const about = Object.fromEntries(rows.slice(0, 6)) as Record<string, string>;
    expect(about['Frø']).toBe((await page.locator('.facts dd').nth(1).textContent())!.trim());
    expect(about['Programversjon']).toMatch(/^fodesim \d/);
    const head = rows.findIndex(([first]) => first === 'Nøkkel');
    const known = rows.find(([key]) => key === 'oneToOne')!;
    expect(known).toHaveLength(rows[head]!.length);
    expect(known[4]).toMatch(/^0,\d+$/);
    const total = Number(/av (\d+)/.exec((await page.textContent('.table-count'))!)![1]);
    expect(rows.length - head - 1).toBe(total);
  });

  test('a drawing can be taken along and needs nothing of the page, on a dark screen too', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForSelector('.plot-row');
    const drawing = await downloaded(page, '[data-picture="svg"]');
    expect(drawing).toContain('Simulering av');
    expect(drawing).not.toMatch(/class=|var\(|href|url\(/);
    const white = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      const fills = [...parsed.querySelectorAll('text')].map((element) => element.getAttribute('fill') ?? '');
      return fills.every((fill) => !/rgb\((?:2[0-9]{2}|1[89][0-9])/.test(fill));
    }, drawing);
    expect(white).toBe(true);
    const waiting = page.waitForEvent('download');
    await page.locator('[data-picture="png"]').first().click();
    const picture = await readFile(await (await waiting).path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    const shown = await page
      .locator('.difference-plot svg')
      .first()
      .evaluate(({ clientWidth }) => clientWidth);
    expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * shown);
    expect(watched.complaints).toEqual([]);
  });
});

async function downloaded(page: Page, button: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.locator(button).first().click();
  return readFile(await (await waiting).path(), 'utf8');
}
