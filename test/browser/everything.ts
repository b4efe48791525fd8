import { readdirSync, readFileSync } from 'node:fs';
import { stringify, parse } from 'yaml';
import type { Page } from 'playwright-core';
import { runBriefly, show } from './page.ts';

/** Looks at the page as it stands. @param isThorough also with what takes seconds */
export type Look = (what: string, isThorough?: boolean) => Promise<void>;

/** Goes through the tour, which the page begins with. */
export async function throughTour(page: Page, look: Look): Promise<void> {
  await page.locator('.tour').waitFor();
  for (let step = 1; step <= 4; step++) {
    await look(`tour, step ${step}`, step === 1);
    await page.locator('.tour .ds-button[data-variant="primary"]').click();
  }
  await page.locator('.tour').waitFor({ state: 'detached' });
}

/** Opens everything on the screen where a plan is made, and leaves a plan with a change on the map behind. */
export async function throughPlan(page: Page, look: Look): Promise<void> {
  await show(page, 'plan');
  await page.locator('plan-map [data-district]').first().waitFor();
  await page.click('.run-settings > summary');
  await look('settings of a run');
  await page.keyboard.press('Escape');
  for (const district of ['stovner', 'grorud', 'alna']) await page.click(`[data-district="${district}"]`);
  for (const model of await page.locator('plan-map .model-card').all()) {
    await model.click();
    await look(`proposal of ${await model.textContent()}`);
  }
  await page.locator('plan-map .model-card').first().click();
  await page.click('plan-map .model-panel button[type="submit"]');
  await page.locator('plan-map .change').waitFor();
  await openDetails(page);
  await look('plan with a change', true);
  await throughFigures(page, look);
  await page.locator('plan-bar .plan-tools button').first().click();
  for (const panel of await page.locator('plan-bar [data-panel]').all()) {
    await panel.click();
    await page.locator('#plan-panel').waitFor();
    await look(`panel ${await panel.textContent()}`, true);
  }
  await page.locator('plan-bar [aria-expanded="true"]').click();
  await throughForms(page, look);
  await page.setInputFiles('.plan-upload', { name: 'x.yaml', mimeType: 'text/yaml', buffer: Buffer.from('a: [b') });
  await page.locator('.plan-notice .ds-alert, .plan-notice p').first().waitFor();
  await look('refused file', true);
}

/** Pages of base figures that are read; what they are all called is held by the tests of the labels. */
const figurePages = 4;

/** Some of the base figures, and one opened and changed. */
async function throughFigures(page: Page, look: Look): Promise<void> {
  const panel = page.locator('.form-base');
  await panel.locator('.form-figures').waitFor();
  const next = panel.locator('.form-buttons button').last();
  for (let turned = 0; turned < figurePages; turned++) {
    await next.click();
    await look('base figures');
  }
  await panel.locator('.form-figures button').first().click();
  await panel.locator('.form-figure input[type="text"]').first().fill('abc');
  await look('an opened base figure', true);
  await page.keyboard.press('Control+z');
  await panel.locator('.form-figures button').first().click();
}

/** The form of every kind of change that there is. */
async function throughForms(page: Page, look: Look): Promise<void> {
  const buffer = Buffer.from(stringify(planOfEverything()));
  await page.setInputFiles('.plan-upload', { name: 'everything.yaml', mimeType: 'text/yaml', buffer });
  await page.locator('.plan-notice button[data-variant="secondary"]').click();
  const openers = page.locator('plan-form .form-changes li button:first-child');
  await page.waitForFunction(() => document.querySelectorAll('plan-form .form-changes li').length > 15);
  const count = await openers.count();
  for (let index = 0; index < count; index++) {
    await openers.nth(index).click();
    await openDetails(page);
    await look(`form ${index}`, index % 7 === 0);
  }
}

/** A plan with every kind of change: the first of each in the shipped scenarios. It need not be sound. */
function planOfEverything(): object {
  const folder = new URL('../../scenarios/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const byModel = new Map<string, object>([
    ['ward-posts', { model: 'ward-posts', start: '2026-05-01', site: 'ahus', unit: 'labourWard', posts: 2 }],
    ['financing', { model: 'financing', start: '2027-02-01' }],
  ]);
  for (const name of files) {
    const { interventions = [] } = parse(readFileSync(new URL(name, folder), 'utf8')) as {
      interventions?: { model: string }[];
    };
    for (const intervention of interventions) {
      if (!byModel.has(intervention.model)) byModel.set(intervention.model, intervention);
    }
  }
  return { schemaVersion: 1, extends: 'dagens', name: { nb: 'X', en: 'X' }, interventions: [...byModel.values()] };
}

/** Runs briefly, so that the patterns are there too, and opens everything on the screen where two plans are compared. */
export async function throughComparison(page: Page, look: Look): Promise<void> {
  // The plan that was edited on the way here need not be one that can be run.
  await page.selectOption('#scenarioB', 'stockholm-ahus-sektor');
  await runBriefly(page, 1);
  await show(page, 'compare');
  await page.locator('.charts').waitFor();
  await page.selectOption('#table-part', { index: 0 });
  for (const name of (await page.locator('.comparison-table .disclosure').all()).slice(0, 4)) await name.click();
  for (const chart of await page.locator('.charts > *').all()) {
    await chart.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
    await chart.locator('svg [data-reading]').first().waitFor({ state: 'attached' });
    await chart.locator('.chart-drawing svg').press('ArrowRight');
  }
  await openDetails(page);
  await look('comparison', true);
  for (const select of await page.locator('comparison-panel select').all()) {
    for (let index = (await select.locator('option').count()) - 1; index > 0; index--) {
      await select.selectOption({ index });
      await look('comparison, something else chosen');
    }
  }
  for (const radio of await page.locator('.charts input[type="radio"]').all()) await radio.press('Space');
  await look('comparison, other drawings');
}

/** Opens everything on the screen where a run is played back. */
export async function throughPlayback(page: Page, look: Look): Promise<void> {
  await show(page, 'playback');
  await page.locator('#details-number').waitFor({ timeout: 60_000 });
  await page.locator('[data-side="b"] .site-block').first().waitFor({ timeout: 60_000 });
  await openDetails(page);
  await look('city', true);
  for (const option of ['b', 'both'])
    await page.locator(`input[name="playback-side"][value="${option}"]`).press('Space');
  for (let index = 0; index < (await page.locator('#timeline-series option').count()); index++) {
    await page.selectOption('#timeline-series', { index });
    await look('another line on the timeline');
  }
  const stage = page.locator('[data-side="b"] .stage');
  await stage.locator('.site-block .zoom-button').first().click();
  await look('hospital', true);
  const wards = stage.locator('.hospital-ward .zoom-button');
  for (let ward = 0; ward < (await wards.count()); ward++) {
    await wards.nth(ward).click();
    await look(`ward ${ward}`, ward === 2);
    const bed = stage.locator('button.ward-slot');
    if ((await bed.count()) > 0) {
      await bed.first().click();
      await look('bed', ward === 2);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Escape');
  }
  const details = page.locator('.details');
  await page.fill('#details-number', '9400');
  await page.press('#details-number', 'Enter');
  await details.locator('.lanes svg').nth(1).waitFor({ timeout: 30_000 });
  await openDetails(page);
  await look('woman', true);
  await details
    .locator('.wide-table button')
    .filter({ hasText: /^\s*\p{L}+ \d+\s*$/u })
    .first()
    .click();
  await openDetails(page);
  await look('midwife', true);
  const lists = details.locator('.details-buttons[role="group"] button');
  for (let list = 0; list < (await lists.count()); list++) {
    await lists.nth(list).click();
    await details.locator('tbody tr').first().waitFor({ timeout: 30_000 });
    await look(`list ${list}`, true);
    if (list > 0) continue;
    await details.locator('tbody th button').first().click();
    await openDetails(page);
    await look('breach', true);
  }
  await page.fill('#details-number', '99999999');
  await page.press('#details-number', 'Enter');
  await look('a number nobody has');
  await page.fill('#playback-date', '2031-01-01');
  await page.press('#playback-date', 'Enter');
  for (const key of 'breden') {
    await page.locator('playback-panel [role="slider"]').first().press(key);
    await look(`landing by ${key}`);
  }
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  await look('keys', true);
  await page.keyboard.press('Escape');
}

/** Opens every part that can be folded out. */
async function openDetails(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What is folded out may hold more that can be.
    for (let depth = 0; depth < 3; depth++) {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}
