import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillSetting, openStage, show, stageTimeout, visit, type TestStage } from './page.ts';

/** Milliseconds that the path may take on a busy machine; on a quiet one it is less than 30 seconds. */
const pathTimeout = 240_000;
const districts = ['stovner', 'alna', 'grorud'];

describe('a newcomer', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openStage();
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test(
    'finds an example, plans teams in three districts, runs, reads the answer, sees the worst night and prints',
    async () => {
      const { page, complaints } = await visit(stage, { withTour: true });
      await page.waitForSelector('.statements li');
      await page.getByRole('button', { name: 'Hopp over' }).click();
      expect(await page.locator('.tour').count()).toBe(0);

      await show(page, 'plan');
      for (const district of districts) await page.click(`plan-map [data-district="${district}"]`);
      expect(await page.textContent('plan-map .panel-where')).toBe('Stovner, Alna og Grorud');
      await page.getByRole('radio', { name: 'Stockholm-team', exact: false }).first().check({ force: true });
      await page.getByRole('button', { name: 'Legg til i planen' }).click();
      await page.waitForSelector('plan-map .change');
      expect(await page.locator('#scenarioB option:checked').textContent()).toBe('Planen du redigerer: Min plan');
      await page.waitForSelector('.run-not-run');
      expect(await page.textContent('.run-progress')).toContain('«Min plan» er ikke kjørt');

      await fillSetting(page, 'replications', '4');
      await page.getByRole('button', { name: 'Kjør', exact: true }).click();
      await page.waitForSelector('.older-figures');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.waitForFunction(
        () => document.querySelector('.run-progress')?.textContent?.includes('Ferdig på'),
        null,
        {
          timeout: 200_000,
        },
      );

      await page.waitForFunction(() => document.querySelector('.facts dd')?.textContent?.trim() === '4');
      expect(await page.textContent('comparison-panel h2')).toBe('«Min plan» holdt opp mot «Dagens tilbud»');
      const sentences = await page.locator('.statements li').allTextContents();
      // Three districts of fifteen have teams; today nobody has.
      expect(sentences[0]).toMatch(/1\sav\s10 kvinner .*en jordmor de kjenner .*i\sdag ingen.*Bedre/s);
      expect(await page.textContent('.budget-summary')).toMatch(/budsjettet .*årsverkene/);

      await show(page, 'playback');
      await page.getByRole('button', { name: 'Verste natt' }).click();
      expect(await page.textContent('.clock')).toContain('kl. 22.00');
      expect(await page.textContent('.landing')).toMatch(/verste natt: .*\d/);

      expect(await printedPages(page)).toBe(2);
      await page.emulateMedia({ media: 'print' });
      expect(await page.textContent('board-paper h1')).toContain('«Min plan»');
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    pathTimeout,
  );
});

/** How many pages the browser prints. */
async function printedPages(page: Page): Promise<number> {
  const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return (printed.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}
