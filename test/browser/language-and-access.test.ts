import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, runBriefly, stageTimeout, visit, type TestStage } from './page.ts';

/** Letters that no English text on the page has, but names of places and hospitals do. */
const norwegianLetters = /[æøå]/i;
const norwegianWords = /\b(og|ikke|fra|til|med|kvinner|jordmor|jordmødre|timer|senger|fødsel|ingen|rom|bydel)\b/i;
const englishWords = /\b(the|and|not|with|women|midwife|midwives|hours|beds|birth|none|rooms|from|today)\b/i;

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

  test('the language switch leaves no untranslated text, and the choice outlives a reload', async () => {
    const { page } = await visit(stage);
    await runBriefly(page);
    await openEverything(page);
    expect(await page.getAttribute('html', 'lang')).toBe('nb');
    expect((await visibleTexts(page)).filter((text) => englishWords.test(text))).toEqual([]);
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.title()).toContain('Maternity care');
    const names = /Ullevål|Grünerløkka|Østensjø|Søndre Nordstrand|Møre og Romsdal|Min jordmor|Norsk bokmål/g;
    const left = (await visibleTexts(page)).filter((text) => {
      const withoutNames = text.replace(names, '');
      return norwegianLetters.test(withoutNames) || norwegianWords.test(withoutNames);
    });
    expect(left).toEqual([]);
    await page.reload();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.context().close();
  });

  for (const language of ['nb', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing to object to in ${language}, ${colorScheme}`, async () => {
        // axe is put into the page as a script, which the page itself would not let in.
        const { page } = await visit(stage, { bypassCSP: true, colorScheme });
        if (language === 'en') await page.getByRole('radio', { name: 'English' }).check({ force: true });
        await runBriefly(page);
        await openEverything(page);
        expect(await violations(page)).toEqual([]);
        await page.context().close();
      });
    }
  }

  test('nothing is wider than the screen, on a phone as on a projector', async () => {
    const { page } = await visit(stage);
    await runBriefly(page, 1);
    for (const [width, height] of [
      [390, 844],
      [768, 1024],
      [1280, 720],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(100);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });

  test('headings follow each other without gaps', async () => {
    const { page } = await visit(stage);
    await runBriefly(page, 1);
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) => Number(tagName[1])),
    );
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    await page.context().close();
  });

  test('the first thing the keyboard reaches is a way past the header', async () => {
    const { page } = await visit(stage);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Gå til innholdet');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.context().close();
  });
});

/** Opens the lines behind the answer, every part of the figures with its groups, and the first names in them. */
async function openEverything(page: Page): Promise<void> {
  await page.locator('.budget-part > summary').click();
  for (const level of ['.figure-parts > details', '.figure-part .figure-part']) {
    for (const part of await page.locator(`${level} > summary`).all()) await part.click();
  }
  for (const name of (await page.locator('.disclosure').all()).slice(0, 12)) await name.click();
}

/** Every text that a reader or a screen reader can meet, apart from the name of another language in that language. */
function visibleTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode;
      const isOther = parentElement?.closest('script, noscript, [lang]:not(html)');
      // Sources are quoted as they were published, in whatever language that was.
      const isSource = parentElement?.closest('.source');
      const text = walker.currentNode.textContent?.trim();
      const isOtherLanguage = isOther && isOther.getAttribute('lang') !== document.documentElement.lang;
      if (text && !isOtherLanguage && !isSource) texts.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [aria-valuetext], [title]')) {
      for (const name of ['aria-label', 'aria-valuetext', 'title']) {
        const value = element.getAttribute(name);
        if (value) texts.push(value);
      }
    }
    return [...new Set(texts)];
  });
}

async function violations(page: Page): Promise<Violation[]> {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.addScriptTag({ content: await readFile(path, 'utf8') });
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
    const { violations: found } = await axe.run();
    return found.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })),
    }));
  });
}
