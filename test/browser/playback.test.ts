import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, runBriefly, show, stageTimeout, visit, type TestStage, type WatchedPage } from './page.ts';

describe('playing back', () => {
  let stage: TestStage;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    watched = await visit(stage);
    ({ page } = watched);
    await openPlayback(page);
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test('scrubbing by keyboard there and back changes the clock and returns to the same picture', async () => {
    await page.focus('[role="slider"]');
    for (const key of ['PageUp', 'PageUp', 'ArrowRight']) await page.keyboard.press(key);
    const before = await picture(page);
    const keysThere = [...Array<string>(40).fill('PageUp'), ...Array<string>(30).fill('ArrowRight')];
    for (const key of keysThere) await page.keyboard.press(key);
    const there = await picture(page);
    expect(there.clock).not.toBe(before.clock);
    expect(there.places).not.toBe(before.places);
    const keysBack = [...Array<string>(30).fill('ArrowLeft'), ...Array<string>(40).fill('PageDown')];
    for (const key of keysBack) await page.keyboard.press(key);
    expect(await picture(page)).toEqual(before);
  });

  test('the picture after a jump is the one that is reached by steps', async () => {
    await goTo(page, '2027-07-06');
    await page.focus('[role="slider"]');
    const jumped = await picture(page);
    expect(jumped.clock).toContain('Tirsdag 6. juli 2027');
    await page.keyboard.press('Home');
    await goTo(page, '2027-07-05');
    await page.focus('[role="slider"]');
    await page.keyboard.press('PageUp');
    const stepped = await picture(page);
    await goTo(page, '2027-07-06');
    expect(await picture(page)).toEqual(stepped);
  });

  test('Home and End go to the first and last hour of the period', async () => {
    await page.focus('[role="slider"]');
    await page.keyboard.press('End');
    expect((await picture(page)).clock).toContain('31. desember 2027 kl. 23.59');
    await page.keyboard.press('Home');
    expect((await picture(page)).clock).toContain('1. januar 2027 kl. 00.00');
  });

  test('a day forward keeps the time of day across the change to summer time', async () => {
    await goTo(page, '2027-03-27');
    await page.focus('[role="slider"]');
    const clock = (await picture(page)).clock;
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    expect((await picture(page)).clock.split('kl.')[1]).toBe(clock.split('kl.')[1]);
  });

  test('the timeline can be dragged both ways', async () => {
    const timeline = page.locator('.timeline');
    await timeline.scrollIntoViewIfNeeded();
    const box = (await timeline.boundingBox())!;
    const at = (share: number) => page.mouse.move(box.x + share * box.width, box.y + box.height / 2);
    const share = async () => {
      const slider = page.locator('[role="slider"]');
      const [now, from, to] = await Promise.all(
        ['aria-valuenow', 'aria-valuemin', 'aria-valuemax'].map(async (name) =>
          Number(await slider.getAttribute(name)),
        ),
      );
      return (now! - from!) / (to! - from!);
    };
    await at(0.7);
    await page.mouse.down();
    // The page may draw the new time in its next frame.
    await expect.poll(share).toBeCloseTo(0.7, 1);
    await at(0.3);
    await expect.poll(share).toBeCloseTo(0.3, 1);
    await page.mouse.up();
  });

  test('play moves the clock, and pause stops it', async () => {
    const before = (await picture(page)).clock;
    await page.getByRole('button', { name: 'Spill av' }).click();
    await page.waitForFunction((clock) => document.querySelector('.clock')?.textContent !== clock, before);
    await page.getByRole('button', { name: 'Pause' }).click();
    const paused = (await picture(page)).clock;
    await page.waitForTimeout(200);
    expect((await picture(page)).clock).toBe(paused);
  });

  test('one plan alone is shown at the same point in time', async () => {
    const before = await picture(page);
    await page.locator('input[name="playback-side"][value="a"]').press('Space');
    await expect.poll(() => page.locator('.playback-side').count()).toBe(1);
    expect((await picture(page)).clock).toBe(before.clock);
  });

  test('those who ask for less motion get a new picture once a second', async () => {
    const { page: calm } = await visit(stage, { reducedMotion: 'reduce' });
    await openPlayback(calm);
    await calm.getByRole('button', { name: 'Spill av' }).click();
    const pictures = await calm.evaluate(async () => {
      const seen = new Set<string | null>();
      const start = performance.now();
      while (performance.now() - start < 2500) {
        seen.add(document.querySelector('.clock')!.textContent);
        await new Promise(requestAnimationFrame);
      }
      return seen.size;
    });
    expect(pictures).toBeGreaterThan(1);
    expect(pictures).toBeLessThanOrEqual(4);
    await calm.context().close();
  });

  test('nothing was complained of on the way', () => {
    expect(watched.complaints).toEqual([]);
  });
});

/** Runs one replication and opens its playback. */
async function openPlayback(page: Page): Promise<void> {
  await runBriefly(page, 1);
  await show(page, 'playback');
  await page.locator('[role="slider"][aria-valuetext]').waitFor();
}

/** Sends the clock to midnight of a date. */
async function goTo(page: Page, date: string): Promise<void> {
  await page.fill('#playback-date', date);
  await page.fill('#playback-time', '00:00');
  await page.getByRole('button', { name: 'Gå dit' }).click();
}

/** What the page shows at a point in time: the clock, every place of the stage, and what the slider says. */
function picture(page: Page): Promise<{ clock: string; places: string; valueText: string }> {
  return page.evaluate(() => {
    const text = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent).join('|');
    return {
      clock: text('.clock'),
      places: text('.stage title'),
      valueText: document.querySelector('[role="slider"]')!.getAttribute('aria-valuetext')!,
    };
  });
}
