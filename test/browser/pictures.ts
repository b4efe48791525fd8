import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runBriefly, show, visit, type TestStage } from './page.ts';

/** CSS pixels across each picture. */
export const width = 1280;
const margin = 8;

/** Takes the pictures that the README shows, in the order of its screens. @param folder where they are written */
export async function takePictures(stage: TestStage, folder: string): Promise<void> {
  const { page } = await visit(stage, { viewport: { width, height: 2000 }, locale: 'nb-NO' });
  const pathOf = (name: string): string => join(folder, `${name}.png`);
  await page.waitForSelector('.statements li');

  await show(page, 'plan');
  for (const district of ['stovner', 'alna', 'grorud']) await page.click(`plan-map [data-district="${district}"]`);
  await page.click('plan-map .model-panel button[type="submit"]');
  await page.waitForSelector('plan-map .change');
  await settle(page);
  await partOf(page, pathOf('plan'), 'plan-map', 'plan-map');

  await runBriefly(page, 4);
  await settle(page);
  await partOf(page, pathOf('compare'), 'comparison-panel', '.difference-plot');

  await show(page, 'playback');
  await page.getByRole('button', { name: 'Verste natt' }).click();
  await settle(page);
  await page.screenshot({ path: pathOf('playback'), clip: { x: 0, y: 0, width, height: 1500 } });

  await show(page, 'compare');
  await paperPicture(page, pathOf('paper'));
  await page.context().close();
}

/** Leaves focus and pointer, and waits until nothing moves. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>(':focus')?.blur();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.waitForTimeout(2000);
}

/** Takes a picture from the top of one element to the bottom of another, as wide as the page. */
async function partOf(page: Page, path: string, first: string, last: string): Promise<void> {
  const [from, to] = [await page.locator(first).first().boundingBox(), await page.locator(last).first().boundingBox()];
  if (from === null || to === null) throw new Error(`Not on the page: ${first} or ${last}`);
  const y = Math.max(0, Math.floor(from.y - margin));
  const height = Math.ceil(to.y + to.height + margin) - y;
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y, width, height } });
}

/** The two pages of the printed paper, side by side as sheets on a desk. */
async function paperPicture(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => {
    const sheets = new CSSStyleSheet();
    sheets.replaceSync(`
      body { margin: 0; background: #d8dadd !important; }
      board-paper { display: flex !important; gap: 24px; padding: 24px; width: max-content; zoom: 0.771; background: none; }
      .paper-page { width: 210mm !important; height: 297mm !important; padding: 14mm 16mm; background: #fff; }
    `);
    document.adoptedStyleSheets.push(sheets);
  });
  await page.waitForTimeout(500);
  const box = await page.locator('board-paper').boundingBox();
  if (box === null) throw new Error('The paper is not on the page.');
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: box.height } });
}
