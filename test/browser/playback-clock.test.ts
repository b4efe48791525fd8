import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, runBriefly, show, stageTimeout, visit, type TestStage, type WatchedPage } from './page.ts';

describe('the clock of the playback', () => {
  let stage: TestStage;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    watched = await visit(stage);
    ({ page } = watched);
    await runBriefly(page, 2);
    await show(page, 'playback');
    await page.locator('.clock').waitFor();
    await page.locator('[role="slider"][aria-valuetext]').waitFor();
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test('both plans stand beside each other on one clock, with replication and seed in sight', async () => {
    expect(await page.locator('.playback-side').count()).toBe(2);
    expect(await page.textContent('.playback-run')).toMatch(/Gjentakelse 1 av 2 · frø \S+/);
    const tops = await page
      .locator('.playback-side')
      .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().top));
    expect(tops[0]).toBe(tops[1]);
    await choose(page, 'b');
    await expect.poll(() => page.locator('.playback-side').count()).toBe(1);
    expect(await page.locator('.differences').isVisible()).toBe(false);
    await choose(page, 'both');
    await expect.poll(() => page.locator('.playback-side').count()).toBe(2);
    expect(await page.locator('.difference-list li').count()).toBe(6);
  });

  test('a step forward and a step back by hour, shift and day meet again', async () => {
    await goTo(page, '2027-07-06', '12:00');
    expect(await clock(page)).toContain('Tirsdag 6. juli 2027 kl. 12.00');
    for (const step of ['Time', 'Døgn']) {
      const before = await clock(page);
      await page.getByRole('button', { name: `${step} frem` }).click();
      expect(await clock(page)).not.toBe(before);
      await page.getByRole('button', { name: `${step} tilbake` }).click();
      expect(await clock(page)).toBe(before);
    }
    await page.getByRole('button', { name: 'Vakt frem' }).click();
    const shift = await clock(page);
    await page.getByRole('button', { name: 'Hendelse frem' }).click();
    await page.getByRole('button', { name: 'Vakt tilbake' }).click();
    expect(await clock(page)).toBe(shift);
  });

  test('the next birth, breach and move in labour say where they landed, and the previous one leads back', async () => {
    for (const name of ['Fødsel', 'Arbeidstidsbrudd', 'Uten én-til-én', 'Flyttet i fødsel']) {
      await goTo(page, '2027-05-03', '12:00');
      await page.getByRole('button', { name: `Neste: ${name}` }).click();
      const first = await clock(page);
      expect(await page.textContent('.landing')).toMatch(/: .+\(plan [AB]\)/);
      await page.getByRole('button', { name: `Neste: ${name}` }).click();
      await page.getByRole('button', { name: `Forrige: ${name}` }).click();
      expect(await clock(page)).toBe(first);
    }
  });

  test('the worst night begins at 22 and is told in minutes', async () => {
    await page.getByRole('button', { name: 'Verste natt' }).click();
    expect(await clock(page)).toContain('kl. 22.00');
    expect(await page.textContent('.landing')).toMatch(/verste natt: .* \d[\d\s]* timer/);
    expect(await page.getAttribute('playback-panel', 'data-light')).toBe('night');
    expect(await page.textContent('.clock-light')).toContain('natt');
  });

  test('a public holiday is named', async () => {
    await goTo(page, '2027-05-06', '12:00');
    expect(await page.textContent('.clock-light')).toBe('Kristi himmelfartsdag');
    expect(await page.getAttribute('playback-panel', 'data-light')).toBe('day');
  });

  test('a date outside the period is refused with the reason, and the clock stays', async () => {
    const before = await clock(page);
    await goTo(page, '2031-01-01', '12:00');
    expect(await clock(page)).toBe(before);
    const problem = page.locator('#playback-date-problem');
    expect(await problem.textContent()).toContain('1. januar 2027 til 31. desember 2027');
    await goTo(page, '2027-02-01', '12:00');
    expect(await problem.isVisible()).toBe(false);
  });

  test('the keyboard does what the buttons do, but not while somebody writes', async () => {
    await goTo(page, '2027-03-01', '12:00');
    await page.focus('[role="slider"]');
    const before = await clock(page);
    await page.keyboard.press('ArrowRight');
    expect(await clock(page)).toContain('13.00');
    await page.keyboard.press('PageUp');
    expect(await clock(page)).toContain('2. mars 2027 kl. 13.00');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowLeft');
    expect(await clock(page)).toBe(before);
    await page.keyboard.press('b');
    expect(await page.textContent('.landing')).toContain('fødsel');
    await page.keyboard.press('?');
    expect(await page.locator('dialog.key-help').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    const there = await clock(page);
    await page.focus('#playback-date');
    await page.keyboard.press('b');
    await page.keyboard.press('End');
    expect(await clock(page)).toBe(there);
    await page.focus('[role="slider"]');
    await page.keyboard.press('Space');
    expect(await page.locator('.play-button').textContent()).toContain('Pause');
    await page.keyboard.press('Space');
    expect(await page.locator('.play-button').textContent()).toContain('Spill av');
  });

  test('the timeline is zoomed from the year to a day by keys, and its table tells the same days', async () => {
    await goTo(page, '2027-05-15', '12:00');
    await page.focus('[role="slider"]');
    await page.click('.timeline-details > summary');
    const rows = () => page.locator('.timeline-table tbody tr').count();
    await expect.poll(rows).toBe(365);
    for (let step = 0; step < 3; step++) await page.keyboard.press('+');
    expect(await rows()).toBeLessThanOrEqual(8);
    expect(await page.locator('.timeline .shade-night').count()).toBeGreaterThan(5);
    expect(await page.textContent('.timeline-table')).toContain('grunnlovsdagen');
    for (let step = 0; step < 4; step++) await page.keyboard.press('-');
    expect(await rows()).toBe(365);
    await page.click('.timeline-details > summary');
  });

  test('every series can be shown, with the spread of the replications', async () => {
    const series = await page
      .locator('#timeline-series option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(series).toHaveLength(8);
    for (const name of series) {
      await page.selectOption('#timeline-series', name);
      expect(await page.locator('.timeline .timeline-line').count(), name).toBe(2);
      expect(await page.locator('.timeline .timeline-band').count(), name).toBe(2);
    }
  });

  test('nothing was complained of on the way', () => {
    expect(watched.complaints).toEqual([]);
  });
});

async function clock(page: Page): Promise<string> {
  return (await page.textContent('.clock'))!;
}

async function goTo(page: Page, date: string, time: string): Promise<void> {
  await page.fill('#playback-date', date);
  await page.fill('#playback-time', time);
  await page.getByRole('button', { name: 'Gå dit' }).click();
}

async function choose(page: Page, side: string): Promise<void> {
  await page.locator(`input[name="playback-side"][value="${side}"]`).press('Space');
}
