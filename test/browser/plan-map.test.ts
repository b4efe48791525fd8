import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openStage, stageTimeout, visit, type TestStage } from './page.ts';

let stage: TestStage;

beforeAll(async () => {
  stage = await openStage();
}, stageTimeout);

afterAll(async () => {
  await stage.close();
});

/** Opens the planner’s screen and waits for the map. */
async function openMap(): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await visit(stage);
  await page.evaluate(() => (location.hash = 'plan'));
  await page.waitForSelector('plan-map [data-district]');
  await page.keyboard.press('Escape');
  return { page, complaints };
}

/** How many districts are chosen, as the map tells those who don’t see it. */
const chosen = (page: Page) =>
  page.$$eval('plan-map [role="checkbox"][aria-checked="true"]', (cells) =>
    cells.map((cell) => cell.getAttribute('data-district')!).toSorted((a, b) => a.localeCompare(b)),
  );

const bar = (part: string) => `plan-map .time-bar [data-part="${part}"]`;
const valueText = (page: Page, part: string) => page.getAttribute(bar(part), 'aria-valuetext');

test('districts are chosen by click and by keyboard, have Stockholm teams, and move in time', async () => {
  const { page, complaints } = await openMap();
  await page.focus('[data-district="stovner"]');
  await page.keyboard.press('Space');
  // Alna lies to the left of Stovner.
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-district'))).toBe('alna');
  await page.keyboard.press('Space');
  await page.click('[data-district="frogner"]');
  expect(await chosen(page)).toEqual(['alna', 'frogner', 'stovner']);
  await page.click('[data-district="frogner"]');
  await page.click('[data-district="grorud"]');
  expect(await chosen(page)).toEqual(['alna', 'grorud', 'stovner']);
  expect(await page.textContent('plan-map .panel-where')).toBe('Stovner, Alna og Grorud');

  // 8 teams of four: 368, 600 and 316 births and 150 women a team.
  expect(await page.textContent('plan-map .panel-proposal')).toContain('8 team × 4 jordmødre = 32 årsverk');
  await page.click('plan-map .model-panel button[type="submit"]');
  await page.waitForSelector('plan-map .change');
  expect(await page.textContent('plan-map [role="status"]')).toContain(
    'Lagt til: Stockholm-team i Stovner, Alna og Grorud',
  );
  expect(await page.getAttribute('[data-district="stovner"]', 'aria-label')).toContain('planen har Stockholm-team');
  expect(await page.$$('plan-map .change-problems')).toEqual([]);

  await page.focus(bar('whole'));
  expect(await valueText(page, 'start')).toBe('1. april 2026');
  await page.keyboard.press('ArrowRight');
  expect(await valueText(page, 'start')).toBe('8. april 2026');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await valueText(page, 'start')).toBe('7. april 2026');
  // The bar keeps the focus, so that the next key moves it too.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('whole');

  await page.click('plan-map .change-spread button');
  expect(await page.$$('plan-map .change')).toHaveLength(3);
  const starts = await page.$$eval('plan-map [data-part="start"]', (parts) =>
    parts.map((part) => part.getAttribute('aria-valuetext')),
  );
  expect(starts).toEqual(['7. april 2026', '5. mai 2026', '2. juni 2026']);
  await page.click('plan-map .plan-map-status button');
  expect(await page.$$('plan-map .change')).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('a bar is dragged by its body and by its edge, each one step to undo; the table says the same', async () => {
  const { page, complaints } = await openMap();
  await page.click('[data-district="stovner"]');
  await page.check('plan-map input[value="openReturn"]', { force: true });
  await page.click('plan-map .model-panel button[type="submit"]');
  await page.waitForSelector(bar('whole'));
  expect(await valueText(page, 'start')).toBe('1. desember 2026');
  const drag = async (part: string, by: number): Promise<void> => {
    await page.locator(bar(part)).scrollIntoViewIfNeeded();
    const box = (await page.locator(bar(part)).boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 4; step++) await page.mouse.move(x + (by * step) / 4, y);
    await page.mouse.up();
  };
  await drag('end', -200);
  const end = await page.inputValue('plan-map td input[type="date"] >> nth=1');
  expect(end).toMatch(/^202[78]-\d\d-\d\d$/);
  await drag('whole', 60);
  const moved = await page.inputValue('plan-map td input[type="date"] >> nth=0');
  expect(moved > '2026-12-01').toBe(true);
  const endMoved = await page.inputValue('plan-map td input[type="date"] >> nth=1');
  expect(Date.parse(endMoved) - Date.parse(end)).toBe(Date.parse(moved) - Date.parse('2026-12-01'));
  expect(complaints).toEqual([]);
});

test('on a narrow screen the page does not scroll sideways and every name stands within its circle', async () => {
  const { page } = await visit(stage, { viewport: { width: 360, height: 740 } });
  await page.evaluate(() => (location.hash = 'plan'));
  await page.waitForSelector('plan-map [data-district]');
  await page.$$eval('plan-map .plan-map-choosing button', (buttons) => (buttons.at(-2) as HTMLElement).click());
  await page.click('plan-map .model-panel button[type="submit"]');
  await page.waitForSelector('plan-map .change');
  expect(await chosen(page)).toHaveLength(15);
  const cut = await page.$$eval('plan-map .plan-district', (cells) =>
    cells.flatMap((cell) => {
      const circle = cell.querySelector('.district-cell')!.getBoundingClientRect();
      return [...cell.querySelectorAll('.district-words text')].flatMap((text) => {
        const box = text.getBoundingClientRect();
        return box.left < circle.left || box.right > circle.right || box.top < circle.top || box.bottom > circle.bottom
          ? [text.textContent]
          : [];
      });
    }),
  );
  expect(cut).toEqual([]);
  const wide = await page.$eval('plan-map', (map) => map.scrollWidth - map.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test('a number that a care model or a roll-out cannot have stays as it is typed, and is explained instead of cut', async () => {
  const { page, complaints } = await openMap();
  for (const district of ['stovner', 'alna']) await page.click(`[data-district="${district}"]`);
  const submit = page.locator('plan-map .model-panel button[type="submit"]');
  await page.fill('#plan-coverage', '150');
  await page.press('#plan-coverage', 'Tab');
  expect(await page.textContent('#plan-coverage-fault')).toBe('Skriv et tall fra 1 til 100.');
  expect(await page.inputValue('#plan-coverage')).toBe('150');
  expect(await submit.getAttribute('aria-disabled')).toBe('true');
  await page.fill('#plan-coverage', '90');
  await page.press('#plan-coverage', 'Tab');
  expect(await page.locator('#plan-coverage-fault').isVisible()).toBe(false);
  await submit.click();

  const weeks = page.locator('plan-map .change-spread input');
  await weeks.fill('0');
  await weeks.press('Enter');
  expect(await page.textContent('plan-map .change-spread .ds-validation-message')).toMatch(
    /^Skriv et helt tall fra 1 til \d+\.$/,
  );
  expect(await weeks.inputValue()).toBe('0');
  expect(await page.locator('plan-map .change').count()).toBe(1);
  await weeks.fill('4');
  await weeks.press('Enter');
  await page.locator('plan-map .change').nth(1).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
