import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, stageTimeout, visit, type TestStage } from './page.ts';

describe('the printed paper', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openStage();
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  for (const [language, question, columns] of [
    ['nb', 'Hva skjer om', 'Rammen'],
    ['en', 'What happens if', 'Budget'],
  ] as const) {
    test(`is two pages of A4 with the answer, the budget and the method, in ${language}`, async () => {
      const { page, complaints } = await visit(stage, { at: '#compare', colorScheme: 'dark' });
      if (language === 'en') await page.getByRole('radio', { name: 'English' }).check({ force: true });
      await page.waitForSelector('.statements li');
      expect(await page.locator('board-paper').isVisible()).toBe(false);
      expect(await pagesOf(page)).toBe(2);
      await page.emulateMedia({ media: 'print' });
      const paper = page.locator('board-paper');
      expect(await paper.locator('h1').textContent()).toContain(question);
      expect(await paper.textContent()).toContain(columns);
      expect(await paper.textContent()).not.toMatch(/undefined|NaN/);
      expect(await paper.locator('.plot-row').count()).toBeGreaterThan(5);
      expect(await paper.locator('.paper-method li').count()).toBe(6);
      expect(await page.locator('main').isVisible()).toBe(false);
      expect(await cutPages(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  }

  test('holds the longest names that there may be', async () => {
    const { page } = await visit(stage, { at: '#compare' });
    await page.waitForSelector('.statements li');
    await page.emulateMedia({ media: 'print' });
    // The name and the description of a plan are written by its author: long ones take the room of shorter ones.
    await page.evaluate(() => {
      const name = document.querySelector('board-paper h1')!;
      const description = document.querySelector('board-paper h2 + p')!;
      name.textContent = `${name.textContent} ${'Kombinasjonsstillinger i bydelene '.repeat(2)}`;
      description.textContent = 'Åtte jordmorteam følger kvinnene gjennom svangerskap, fødsel og barseltid. '.repeat(5);
      const list = document.querySelector('board-paper h2 + p + ul')!;
      while (list.children.length < 6) list.append(list.firstElementChild!.cloneNode(true));
      const budget = document.querySelector('.paper-table tbody')!;
      while (budget.children.length < 11) budget.append(budget.firstElementChild!.cloneNode(true));
    });
    expect(await cutPages(page)).toEqual([]);
    await page.context().close();
  });

  test('the button on the screen asks the browser to print', async () => {
    const { page } = await visit(stage, { at: '#compare' });
    await page.waitForSelector('.print-button');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.click('.print-button');
    expect(await page.locator('body[data-printed]').count()).toBe(1);
    await page.context().close();
  });
});

/** How many pages the browser prints. */
async function pagesOf(page: Page): Promise<number> {
  const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return (printed.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

/** Numbers of the pages whose text has no room, as they stand on paper. */
async function cutPages(page: Page): Promise<number[]> {
  // As wide as the text of an A4 page between its margins, in CSS pixels.
  await page.setViewportSize({ width: 672, height: 1000 });
  return page.evaluate(() =>
    [...document.querySelectorAll('.paper-page')].flatMap((paper, index) =>
      paper.scrollHeight > paper.clientHeight || paper.scrollWidth > paper.clientWidth ? [index + 1] : [],
    ),
  );
}
