import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillSetting, openStage, runBriefly, show, stageTimeout, visit, type TestStage } from './page.ts';

describe('running', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openStage();
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test('a first visit shows a finished example at once, asks nobody else for anything and keeps no cookie', async () => {
    const { page, complaints, requests } = await visit(stage);
    await page.waitForSelector('.statements li');
    expect(await page.textContent('.run-progress')).toContain('Et ferdig eksempel: Stockholm-team i Ahus-sektoren');
    expect(await page.textContent('.facts')).toMatch(/Gjentakelser\s+20/);
    expect(await page.locator('progress').count()).toBe(0);
    // Its playback is run meanwhile.
    await show(page, 'playback');
    await page.waitForSelector('.clock');
    expect(complaints).toEqual([]);
    const { origin } = new URL(stage.address);
    expect(requests.filter((url) => !url.startsWith('data:') && new URL(url).origin !== origin)).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  test('the tour has four steps over the screens, can be left, and does not come back', async () => {
    const { page } = await visit(stage, { withTour: true });
    const tour = page.locator('.tour');
    const headings: (string | null)[] = [];
    const screens: string[] = [];
    for (let step = 1; step <= 4; step++) {
      expect(await tour.textContent()).toContain(`Steg ${step} av 4`);
      headings.push(await tour.locator('h2').textContent());
      screens.push(new URL(page.url()).hash);
      await tour.locator('button').last().click();
    }
    expect(headings).toEqual(['Dette er et ferdig eksempel', 'Lag din egen plan', 'Kjør', 'Spill av']);
    expect(screens).toEqual(['', '#plan', '#plan', '#playback']);
    expect(await tour.count()).toBe(0);
    await page.reload();
    await page.waitForSelector('.run-form');
    expect(await tour.count()).toBe(0);
    await page.getByRole('button', { name: 'Vis omvisningen' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Dette er et ferdig eksempel');
    await page.keyboard.press('Escape');
    expect(await tour.count()).toBe(0);
    await page.context().close();
  });

  test('the same seed gives the same figures, to the last digit, and another seed does not', async () => {
    const { page } = await visit(stage);
    const figures = () => page.textContent('.statements');
    await runBriefly(page);
    const table = () => page.locator('.comparison-table').first().textContent();
    const first = [await figures(), await table()];
    await runBriefly(page);
    expect([await figures(), await table()]).toEqual(first);
    await fillSetting(page, 'seed', 'another');
    await runBriefly(page);
    expect(await table()).not.toBe(first[1]);
    await page.context().close();
  });

  test('a run can be stopped; what is complete stays, and the page says how much that is', async () => {
    const { page, complaints } = await visit(stage);
    await fillSetting(page, 'replications', '200');
    await page.click('run-panel button[type="submit"]');
    await page.waitForFunction(() =>
      /^[4-9] av 400 /.test(document.querySelector('.run-progress p')?.textContent?.trim() ?? ''),
    );
    await page.getByRole('button', { name: 'Stopp' }).click();
    await page.waitForFunction(() => document.querySelector('.run-progress')?.textContent?.includes('Stoppet etter'));
    const message = (await page.textContent('.run-progress'))!;
    const finished = /Stoppet etter (\d+) av 200 gjentakelser/.exec(message)?.[1];
    expect(Number(finished)).toBeGreaterThan(0);
    await page.waitForSelector('comparison-panel:not([aria-busy])');
    expect(await page.textContent('.facts dd')).toBe(finished);
    expect(await page.textContent('run-panel [role="status"]')).toContain('Stoppet etter');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('what was run last is there again after a reload, with its playback', async () => {
    const { page } = await visit(stage);
    await runBriefly(page, 1);
    const statements = await page.textContent('.statements');
    await page.reload();
    await page.waitForFunction(() =>
      document.querySelector('.run-progress')?.textContent?.includes('Fra forrige besøk'),
    );
    expect(await page.textContent('.statements')).toBe(statements);
    await show(page, 'playback');
    await page.waitForSelector('.clock');
    await page.context().close();
  });

  test('a number of replications that cannot be run is explained where it stands', async () => {
    const { page } = await visit(stage);
    await fillSetting(page, 'replications', '0');
    await page.click('run-panel button[type="submit"]');
    expect(await page.textContent('#replications-fault')).toContain('fra 1 til 200');
    expect(await page.getAttribute('#replications', 'aria-invalid')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('replications');
    await page.fill('#replications', '5');
    expect((await page.textContent('#replications-fault'))!.trim()).toBe('');
    await page.context().close();
  });

  test('plans that cannot be held against each other are explained where they are chosen', async () => {
    const { page } = await visit(stage);
    const run = () => page.click('run-panel button[type="submit"]');
    const fault = async () => (await page.textContent('#scenario-fault'))!.trim();
    await page.selectOption('#scenarioB', 'dagens');
    await run();
    expect(await fault()).toContain('to ulike planer');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('scenarioB');
    await page.selectOption('#scenarioB', 'plan');
    expect(await fault()).toBe('');
    await run();
    expect(await fault()).toContain('Legg til en endring først');
    await page.selectOption('#scenarioA', 'utrulling-12');
    await page.selectOption('#scenarioB', 'min-jordmor-ahus-sektor');
    await run();
    expect(await fault()).toContain(
      '«Utrulling på 12 måneder» gjelder 2027–2028, «Min jordmor i Ahus-sektoren» gjelder 2027',
    );
    await page.context().close();
  });

  test('today’s service is run over whatever time the plan is about', async () => {
    const { page, complaints } = await visit(stage);
    await page.selectOption('#scenarioB', 'utrulling-12');
    await runBriefly(page, 1);
    expect(await page.textContent('.facts')).toContain('1. januar 2027 – 31. desember 2028');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('if a worker fails the page says so and why', async () => {
    // What the service worker keeps would come past the route.
    const { page } = await visit(stage, { serviceWorkers: 'block' });
    await page.route('**/browser-worker*', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")' }),
    );
    await page.click('run-panel button[type="submit"]');
    const alert = page.locator('run-panel [role="alert"]');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('broken');
    await page.context().close();
  });

  test('after the first visit the page opens and runs without a network', async () => {
    const { page, complaints } = await visit(stage);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      // The worker that keeps the page serves it from its next opening on.
    });
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector('.statements li');
    await runBriefly(page, 1);
    expect(await page.textContent('.run-progress')).toContain('Gjentakelser: 1');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
