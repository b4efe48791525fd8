import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, runBriefly, stageTimeout, visit, type TestStage } from './page.ts';

describe('running and comparing', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openStage();
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test('the default comparison starts by itself and shows figures in words, in a plot and in a table', async () => {
    const { page, complaints, requests } = await visit(stage);
    await page.waitForSelector('.statements li');
    expect(await page.textContent('.statements')).toMatch(/jordmor/);
    expect(await page.locator('.statements li').count()).toBe(6);
    expect(await page.locator('.plot-row').count()).toBeGreaterThan(3);
    expect(await page.locator('.comparison-table tbody').count()).toBeGreaterThan(6);
    expect(await page.locator('.figure-parts > details').count()).toBeGreaterThan(4);
    await page.waitForSelector('.clock');
    expect(complaints).toEqual([]);
    const { origin } = new URL(stage.address);
    expect(requests.filter((url) => !url.startsWith('data:') && new URL(url).origin !== origin)).toEqual([]);
    await page.context().close();
  });

  test('the same seed gives the same figures, to the last digit, and another seed does not', async () => {
    const { page } = await visit(stage);
    await runBriefly(page);
    const first = await page.textContent('.comparison-table');
    await runBriefly(page);
    expect(await page.textContent('.comparison-table')).toBe(first);
    await page.fill('#seed', 'another');
    await runBriefly(page);
    expect(await page.textContent('.comparison-table')).not.toBe(first);
    await page.context().close();
  });

  test('a run can be cancelled; what is complete stays, and the page says how much that is', async () => {
    const { page, complaints } = await visit(stage);
    await page.fill('#replications', '200');
    await page.click('run-panel button[type="submit"]');
    await page.waitForFunction(() =>
      /^[4-9] av 400 /.test(document.querySelector('.run-progress p')?.textContent?.trim() ?? ''),
    );
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.waitForSelector('.run-progress .ds-alert');
    const message = (await page.textContent('.run-progress .ds-alert'))!;
    const finished = /Stoppet etter (\d+) av 200 gjentakelser/.exec(message)?.[1];
    expect(Number(finished)).toBeGreaterThan(0);
    expect(await page.textContent('.facts dd')).toBe(finished);
    expect(await page.textContent('run-panel [role="status"]')).toContain('Stoppet etter');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a number of replications that cannot be run is explained where it stands', async () => {
    const { page } = await visit(stage);
    await page.fill('#replications', '0');
    await page.click('run-panel button[type="submit"]');
    expect(await page.textContent('#replications-fault')).toContain('fra 1 til 200');
    expect(await page.getAttribute('#replications', 'aria-invalid')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('replications');
    await page.fill('#replications', '5');
    expect((await page.textContent('#replications-fault'))!.trim()).toBe('');
    await page.context().close();
  });

  test('a scenario cannot be compared with itself', async () => {
    const { page } = await visit(stage);
    await page.selectOption('#scenarioB', 'dagens');
    await page.click('run-panel button[type="submit"]');
    expect(await page.textContent('#scenarioB-fault')).toContain('to ulike scenarioer');
    await page.context().close();
  });

  test('the scenarios stand in groups by period, today first, and two from different periods are explained where they stand', async () => {
    const { page, complaints } = await visit(stage);
    const groups = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLOptGroupElement>('#scenarioB optgroup')].map(({ label, children }) => [
        label,
        children[0]?.textContent,
      ]),
    );
    expect(groups).toEqual([
      ['2027', 'Dagens tilbud'],
      ['2027–2028', 'Dagens tilbud, 2027–2028'],
    ]);
    await page.selectOption('#scenarioB', 'utrulling-12');
    await page.click('run-panel button[type="submit"]');
    const fault = (await page.textContent('#scenarioB-fault'))!;
    expect(fault).toContain('«Dagens tilbud» gjelder 2027, «Utrulling på 12 måneder» gjelder 2027–2028');
    expect(await page.getAttribute('#scenarioB', 'aria-invalid')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('scenarioB');
    await page.selectOption('#scenarioA', 'dagens-til-2028');
    expect((await page.textContent('#scenarioB-fault'))!.trim()).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the page says whether the plan keeps within today’s means, in a sentence and then figure by figure', async () => {
    const { page, complaints } = await visit(stage);
    await runBriefly(page);
    const summary = page.locator('.budget-summary');
    const answers = { holds: 'Holder seg innenfor', exceeds: 'Holder seg ikke innenfor', undecided: 'Kan ikke si' };
    const answer = (await summary.getAttribute('data-budget')) as keyof typeof answers;
    expect(await summary.textContent()).toMatch(new RegExp(`^${answers[answer]}.*: .*kronene .*, .*årsverkene .*\\.`));
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
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('where a plan is held against another plan, the page says that this is what the answer calls today', async () => {
    const { page } = await visit(stage);
    await page.selectOption('#scenarioA', 'min-jordmor-ahus-sektor');
    await page.selectOption('#scenarioB', 'tidlig-hjemreise-ostensjo');
    await runBriefly(page, 1);
    expect(await page.textContent('.budget-note')).toContain('Min jordmor i Ahus-sektoren');
    expect(await page.textContent('.statements')).not.toMatch(/i\sdag/);
    await page.context().close();
  });

  test('if a worker fails the page says so and why', async () => {
    const context = await stage.browser.newContext();
    const page = await context.newPage();
    await page.route('**/*worker*', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")' }),
    );
    await page.goto(stage.address);
    const alert = page.locator('run-panel [role="alert"]');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('broken');
    await context.close();
  });

  test('a part of the service opens its figures, and within it each grouping opens its own', async () => {
    const { page } = await visit(stage);
    await runBriefly(page, 1);
    const part = page.locator('.figure-parts > details').filter({ hasText: 'På fødeavdelingen' });
    expect(await part.locator('table').count()).toBe(0);
    await part.locator('> summary').press('Enter');
    await part.locator('> .wide-table').waitFor();
    const bySite = part.locator('> details').filter({ hasText: 'Etter fødested' });
    expect(await bySite.locator('table').count()).toBe(0);
    await bySite.locator('> summary').press('Enter');
    await bySite.locator('.group-line').first().waitFor();
    expect(await bySite.textContent()).toContain('Ahus Nordbyhagen');
    await part.locator('> summary').press('Enter');
    await part.locator('table').first().waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('the name of an indicator opens its definition and closes it again', async () => {
    const { page } = await visit(stage);
    await runBriefly(page, 1);
    const name = page.locator('.disclosure').first();
    await name.press('Enter');
    expect(await name.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.about:visible').first().textContent()).toContain('Definisjon');
    await name.press('Enter');
    expect(await page.locator('.about:visible').count()).toBe(0);
    await page.context().close();
  });
});
