import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { throughComparison, throughPlan, throughPlayback, throughTour, type Look } from './everything.ts';
import { faultsOfTabbing } from './keyboard-order.ts';
import { openStage, show, stageTimeout, visit, type TestStage } from './page.ts';
import { foreign, textsOf } from './read-texts.ts';

const screens = ['plan', 'compare', 'playback'] as const;
/** Names that are the same in every language. */
const names = [
  'Ullevål',
  'Grünerløkka',
  'Østensjø',
  'Søndre Nordstrand',
  'Søndre',
  'Helse Sør-Øst',
  'Møre og Romsdal',
  'Min jordmor',
  'Norsk bokmål',
  'Epidural',
];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** Going through everything takes long on a busy machine. */
const walkTimeout = 600_000;

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

describe('language and access', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openStage();
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  // Minutes each, so only where FODESIM_WALK asks for it; the tests below see each screen with its disclosures open.
  test.skipIf(process.env['FODESIM_WALK'] === undefined).each([
    ['nb', 'light'],
    ['en', 'dark'],
  ] as const)(
    'in %s and %s everything that can be opened is in that language, open to all, and no wider than the screen',
    async (language, colorScheme) => {
      // axe is put into the page, which itself would let no such script in.
      const { page, complaints } = await visit(stage, { bypassCSP: true, colorScheme, withTour: true });
      if (language === 'en') await page.getByRole('radio', { name: 'English' }).check({ force: true });
      const found = new Map<string, string>();
      const objections: unknown[] = [];
      const look: Look = async (what, isThorough = false) => {
        for (const text of await textsOf(page)) if (!found.has(text)) found.set(text, what);
        if (!isThorough) return;
        objections.push(...(await violations(page)).map((violation) => ({ what, ...violation })));
        expect(await widthBeyond(page), what).toBeLessThanOrEqual(0);
        const levels = await headingLevels(page);
        expect(levels[0], what).toBe(1);
        levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0), what).toBeLessThanOrEqual(1));
      };
      await throughTour(page, look);
      await throughPlan(page, look);
      await throughComparison(page, look);
      await throughPlayback(page, look);
      expect(objections).toEqual([]);
      expect(foreign([...found.keys()], language, names).map((text) => `${found.get(text)}: ${text}`)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    walkTimeout,
  );

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

function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

function headingLevels(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map(({ tagName }) => Number(tagName[1])),
  );
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

async function violations(page: Page): Promise<Violation[]> {
  if (await page.evaluate(() => !('axe' in window))) {
    const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.addScriptTag({ content: await readFile(path, 'utf8') });
  }
  return page.evaluate(async (runOnly) => {
    type Run = (of: Document, options: object) => Promise<{ violations: Violation[] }>;
    const { axe } = window as unknown as { axe: { run: Run } };
    const { violations: found } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })),
    }));
  }, rules);
}
