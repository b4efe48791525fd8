import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations, widthBeyond } from './access.ts';
import { faultsOfTabbing } from './keyboard-order.ts';
import { openStage, show, stageTimeout, visit, type TestStage } from './page.ts';

const screens = ['plan', 'compare', 'playback'] as const;
describe('language and access', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openStage();
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test.each([
    ['nb', 'dark'],
    ['en', 'light'],
  ] as const)(
    'in %s and %s axe finds nothing to object to as each screen is first seen',
    async (language, colorScheme) => {
      const { page } = await visit(stage, { bypassCSP: true, colorScheme });
      if (language === 'en') await page.getByRole('radio', { name: 'English' }).check({ force: true });
      for (const screen of screens) {
        await showWhole(page, screen);
        expect(await violations(page), screen).toEqual([]);
      }
      await page.context().close();
    },
    stageTimeout,
  );

  test('the choice of language is said in the title and outlives a reload', async () => {
    const { page } = await visit(stage);
    expect(await page.getAttribute('html', 'lang')).toBe('nb');
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.title()).toContain('Maternity care');
    await page.reload();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.context().close();
  });

  test(
    'nothing is wider than the screen, from a small phone to a projector',
    async () => {
      const { page } = await visit(stage);
      await page.getByRole('radio', { name: 'English' }).check({ force: true });
      for (const screen of screens) {
        await showWhole(page, screen);
        for (const width of [320, 390, 768, 1280, 1920, 2560]) {
          await page.setViewportSize({ width, height: 800 });
          await page.waitForTimeout(150);
          expect(await widthBeyond(page), `${screen}, ${width}`).toBeLessThanOrEqual(0);
        }
        await page.setViewportSize({ width: 1280, height: 720 });
      }
      await page.context().close();
    },
    stageTimeout,
  );

  test('the first thing the keyboard reaches is a way past the header', async () => {
    const { page } = await visit(stage);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Gå til innholdet');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.context().close();
  });

  test.each(screens)(
    'the tab key goes through all of %s in the order it is read, with the focus in sight',
    async (screen) => {
      const { page } = await visit(stage, { reducedMotion: 'reduce', at: `#${screen}` });
      await showWhole(page, screen);
      const { stops, faults } = await faultsOfTabbing(page);
      expect(stops).toBeGreaterThan(30);
      expect(faults).toEqual([]);
      await page.context().close();
    },
    stageTimeout,
  );

  test(
    'nothing moves of itself for those who ask for reduced motion',
    async () => {
      const { page } = await visit(stage, { reducedMotion: 'reduce' });
      for (const screen of screens) {
        await showWhole(page, screen);
        expect(await page.evaluate(movingParts), screen).toEqual([]);
      }
      await page.context().close();
    },
    stageTimeout,
  );
});

/** Shows a screen and waits until all of it is there; on the screen of plans with a change on the map. */
async function showWhole(page: Page, screen: (typeof screens)[number]): Promise<void> {
  await show(page, screen);
  if (screen === 'plan') {
    await page.click('[data-district="stovner"]');
    await page.click('plan-map .model-panel button[type="submit"]');
    await page.locator('plan-map .change').waitFor();
  } else if (screen === 'compare') {
    await page.locator('.comparison-table tbody').first().waitFor();
  } else {
    await page.locator('#details-number').waitFor({ timeout: 60_000 });
    await page.locator('[data-side="b"] .site-block').first().waitFor({ timeout: 60_000 });
    await page.fill('#details-number', '9400');
    await page.press('#details-number', 'Enter');
    await page.locator('.details .lanes svg').nth(1).waitFor({ timeout: 30_000 });
  }
}

/** What has a transition, an animation or a scrolling that takes time. */
function movingParts(): string[] {
  const takesTime = (durations: string): boolean => durations.split(',').some((duration) => parseFloat(duration) > 0);
  const moving = [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
    const isMoving =
      takesTime(transitionDuration) ||
      (animationName !== 'none' && takesTime(animationDuration)) ||
      scrollBehavior === 'smooth';
    return isMoving ? [`${element.tagName} ${element.getAttribute('class') ?? ''}`] : [];
  });
  return [...new Set([...moving, ...document.getAnimations().map(({ id }) => `animation ${id}`)])];
}
