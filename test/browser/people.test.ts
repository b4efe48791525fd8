import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, runBriefly, show, stageTimeout, visit, type TestStage, type WatchedPage } from './page.ts';

describe('one woman, one midwife, one breach', () => {
  let stage: TestStage;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    watched = await visit(stage);
    ({ page } = watched);
    await runBriefly(page, 1);
    await show(page, 'playback');
    await page.waitForSelector('#details-number', { timeout: 60_000 });
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  const title = () => page.locator('.details-title');

  test('a woman is found by her number, with her lanes, whom she met, her costs and the other plan', async () => {
    await page.fill('#details-number', '9400');
    await page.press('#details-number', 'Enter');
    await title().waitFor({ timeout: 20_000 });
    expect(await title().textContent()).toBe('Kvinne 9400');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Kvinne 9400');
    await page.locator('.lanes svg').nth(1).waitFor();
    expect(await page.locator('.lanes .lane-mark').count()).toBeGreaterThan(10);
    expect(await page.textContent('.details-difference')).toMatch(/^\s*I «.+» møter hun/);
    const tables = await page
      .locator('.details .wide-table[aria-label^="Tabell"]')
      .evaluateAll((regions) => regions.map((region) => region.getAttribute('aria-label')));
    expect(tables).toEqual(
      expect.arrayContaining(['Tabell: Hvem hun møtte', 'Tabell: Kostnader', 'Tabell: Alt som skjedde']),
    );
  });

  test('a midwife she met opens with her week, which can be turned, and back leads to the woman', async () => {
    await page
      .locator('.wide-table[aria-label$="Hvem hun møtte"] button', { hasText: /^\s*Jordmor \d+\s*$/ })
      .first()
      .click();
    await page.waitForFunction(() => document.querySelector('.details-title')?.textContent?.startsWith('Jordmor'));
    const week = () => page.locator('.details-pages span').first().textContent();
    const before = await week();
    await page.getByRole('button', { name: 'Neste uke' }).click();
    expect(await week()).not.toBe(before);
    await page.getByRole('button', { name: 'Forrige uke' }).click();
    expect(await week()).toBe(before);
    expect(await page.locator('.details-facts', { hasText: 'Timer arbeidet' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Tilbake', exact: true }).click();
    expect(await title().textContent()).toBe('Kvinne 9400');
  });

  test('a breach in the list tells what led to it, and a number that nobody has is refused with the range', async () => {
    await page.getByRole('button', { name: 'Brudd på arbeidstidsreglene' }).click();
    await page.locator('.wide-table[aria-label$="arbeidstidsreglene"] tbody th button').first().click();
    await page.waitForFunction(() => document.querySelector('.details-title')?.textContent?.startsWith('Hvorfor?'));
    expect(await page.textContent('.details')).toContain('Det gjelder');
    await page.fill('#details-number', '99999999');
    await page.press('#details-number', 'Enter');
    expect(await page.textContent('#details-message')).toMatch(/Numrene går fra 0 til \d+/);
  });

  test('asked for the women behind a figure, the playback lists them and opens each', async () => {
    await show(page, 'compare');
    await page.evaluate(() =>
      document.dispatchEvent(new CustomEvent('fodesim-people-behind', { detail: { key: 'birthsTotal' } })),
    );
    await page.locator('.details-title', { hasText: 'Kvinnene bak tallet' }).waitFor();
    expect(await page.locator('#playback-part').isVisible()).toBe(true);
    expect(await page.locator('.wide-table[aria-label*="Kvinnene bak"] tbody tr').count()).toBe(25);
    await page.locator('.wide-table[aria-label*="Kvinnene bak"] tbody th button').first().click();
    await page.waitForFunction(() => document.querySelector('.details-title')?.textContent?.startsWith('Kvinne '));
    expect(watched.complaints).toEqual([]);
  });
});
