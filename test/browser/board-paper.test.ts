import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, runBriefly, stageTimeout, visit, type TestStage, type WatchedPage } from './page.ts';

const languages = { nb: 'Norsk bokmål', en: 'English' } as const;

describe('the printed paper', () => {
  let stage: TestStage;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    watched = await visit(stage, { at: '#compare', colorScheme: 'dark' });
    ({ page } = watched);
    await page.waitForSelector('.statements li');
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test('is asked for by a button on the screen', async () => {
    expect(await page.locator('board-paper').isVisible()).toBe(false);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.click('.print-button');
    expect(await page.locator('body[data-printed]').count()).toBe(1);
  });

  for (const [language, question, columns] of [
    ['nb', 'Hva skjer om', 'Rammen'],
    ['en', 'What happens if', 'Budget'],
  ] as const) {
    test(`is two pages of A4 with the answer, the budget and the method, in ${language}`, async () => {
      await choose(page, language);
      expect(await pagesOf(page)).toBe(2);
      const paper = page.locator('board-paper');
      await onPaper(page, async () => {
        expect(await paper.locator('h1').textContent()).toContain(question);
        expect(await paper.textContent()).toContain(columns);
        expect(await paper.textContent()).not.toMatch(/undefined|NaN/);
        expect(await paper.locator('.plot-row').count()).toBeGreaterThan(5);
        expect(await paper.locator('.paper-method li').count()).toBe(6);
        expect(await page.locator('main').isVisible()).toBe(false);
        expect(await cutPages(page)).toEqual([]);
      });
    });
  }

  for (const [plan, name] of [
    ['utrulling-24', 'Utrulling på 24 måneder'],
    ['blandet-plan', 'Blandet plan'],
    ['stockholm-hele-oslo', 'Stockholm'],
  ] as const) {
    test(
      `holds the plan ${plan} in both languages`,
      async () => {
        await choose(page, 'nb');
        await page.selectOption('#scenarioB', plan);
        await runBriefly(page, 1);
        for (const language of ['nb', 'en'] as const) {
          await choose(page, language);
          expect(await pagesOf(page), language).toBe(2);
          await onPaper(page, async () => {
            if (language === 'nb') expect(await page.textContent('board-paper h1')).toContain(name);
            expect(await cutPages(page), language).toEqual([]);
          });
        }
      },
      stageTimeout,
    );
  }

  test('holds the longest names that there may be', async () => {
    expect(watched.complaints).toEqual([]);
    // A visit of its own, because what is written into the paper here stays there.
    await page.context().close();
    ({ page } = await visit(stage, { at: '#compare' }));
    await page.waitForSelector('.statements li');
    await onPaper(page, async () => {
      // The name and the description of a plan are written by its author: long ones take the room of shorter ones.
      await page.evaluate(() => {
        const name = document.querySelector('board-paper h1')!;
        const description = document.querySelector('board-paper h2 + p')!;
        name.textContent = `${name.textContent} ${'Kombinasjonsstillinger i bydelene '.repeat(2)}`;
        description.textContent = 'Åtte jordmorteam følger kvinnene gjennom svangerskap, fødsel og barseltid. '.repeat(
          5,
        );
        const list = document.querySelector('board-paper h2 + p + ul')!;
        while (list.children.length < 6) list.append(list.firstElementChild!.cloneNode(true));
        const budget = document.querySelector('.paper-table tbody')!;
        while (budget.children.length < 11) budget.append(budget.firstElementChild!.cloneNode(true));
      });
      expect(await cutPages(page)).toEqual([]);
    });
  });
});

async function choose(page: Page, language: keyof typeof languages): Promise<void> {
  await page.getByRole('radio', { name: languages[language] }).check({ force: true });
}

/** Looks at the page as it is printed: as wide as the text of an A4 page between its margins, in CSS pixels. */
async function onPaper(page: Page, look: () => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: 672, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await look();
  await page.emulateMedia({ media: null });
}

/** How many pages the browser prints. */
async function pagesOf(page: Page): Promise<number> {
  const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return (printed.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

/** Numbers of the pages whose text has no room. */
function cutPages(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.paper-page')].flatMap((paper, index) =>
      paper.scrollHeight > paper.clientHeight || paper.scrollWidth > paper.clientWidth ? [index + 1] : [],
    ),
  );
}
