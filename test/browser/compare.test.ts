import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillSetting, openStage, runBriefly, stageTimeout, visit, type TestStage, type WatchedPage } from './page.ts';

describe('the answer', () => {
  let stage: TestStage;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    watched = await visit(stage, { at: '#compare' });
    ({ page } = watched);
    await page.waitForSelector('.statements li');
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test('comes first, in six sentences about the plan by its name, with numbers that people say', async () => {
    expect(await page.locator('comparison-panel h2').textContent()).toBe(
      '«Stockholm-team i Ahus-sektoren» holdt opp mot «Dagens tilbud»',
    );
    expect(await page.locator('comparison-panel h3').first().textContent()).toContain('Stockholm-team i Ahus-sektoren');
    const sentences = await page.locator('.statements li p').allTextContents();
    expect(sentences).toHaveLength(6);
    expect(sentences[0]).toMatch(/^\d+\sav\s\d+ kvinner .* jordmor .*; i\sdag .*\.$/);
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|\d\.\d/);
  });

  test('says whether the plan keeps within today’s means, in a sentence and then figure by figure', async () => {
    const summary = page.locator('.budget-summary');
    const answers = { holds: 'Holder seg innenfor', exceeds: 'Holder seg ikke innenfor', undecided: 'Kan ikke si' };
    const answer = (await summary.getAttribute('data-budget')) as keyof typeof answers;
    expect(await summary.textContent()).toMatch(
      new RegExp(`^${answers[answer]}.*: .*budsjettet .*, .*årsverkene .*\\.`),
    );
    expect(await page.locator('.budget-lines li').first().isVisible()).toBe(false);
    await page.locator('.budget-part > summary').press('Enter');
    const lines = await page.locator('.budget-lines li').allTextContents();
    for (const about of [
      /Oslo universitetssykehus: .*budsjettet i\s2027.*mill\.\skr/,
      /^Jordmødre: .*årsverkene/,
      /Kjent jordmor ved/,
    ]) {
      expect(lines.filter((line) => about.test(line)).length, String(about)).toBeGreaterThan(0);
    }
    for (const line of lines) {
      expect(line).toMatch(/^\p{Lu}.*\.$/u);
      // Figures as everywhere on the page: a true minus, a decimal comma, and no line that ends between figure and unit.
      expect(line).not.toMatch(/ -\d|\d\.\d|\d (?:%|mill)|NaN|undefined/);
    }
    expect(await page.locator('.budget-note').count()).toBe(0);
  });

  test('of an earlier run is said to be that, until the first new figures come or if none do', async () => {
    const older = page.locator('.older-figures');
    expect(await older.count()).toBe(0);
    await page.selectOption('#scenarioB', 'min-jordmor-ahus-sektor');
    expect(await page.textContent('.run-progress')).toContain('«Min jordmor i Ahus-sektoren» er ikke kjørt');
    await fillSetting(page, 'replications', '1');
    await page.click('run-panel button[type="submit"]');
    await older.waitFor();
    expect(await older.textContent()).toMatch(
      /«Min jordmor .* kommer om noen sekunder.*forrige kjøring: «Stockholm-team/,
    );
    await page.getByRole('button', { name: 'Stopp' }).click();
    await page.waitForFunction(() => document.querySelector('.older-figures')?.textContent?.includes('ingen nye tall'));
    expect(await page.locator('comparison-panel h2').textContent()).toContain('Stockholm-team');
    await page.click('run-panel button[type="submit"]');
    await older.waitFor({ state: 'detached', timeout: 50_000 });
    expect(await page.locator('comparison-panel h2').textContent()).toContain('Min jordmor');
    expect(await page.textContent('comparison-panel > .ds-alert')).toContain('Bare én gjentakelse');
  });

  test('where a plan is held against another plan, says that this is what it calls today', async () => {
    await page.selectOption('#scenarioA', 'min-jordmor-ahus-sektor');
    await page.selectOption('#scenarioB', 'tidlig-hjemreise-ostensjo');
    await runBriefly(page, 1);
    await page.waitForSelector('.budget-note');
    expect(await page.textContent('.budget-note')).toContain('Min jordmor i Ahus-sektoren');
    expect(await page.textContent('.statements')).not.toMatch(/i\sdag/);
    expect(watched.complaints).toEqual([]);
  });
});
