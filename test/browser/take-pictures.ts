/** Takes the pictures that the README shows, 1280 CSS pixels wide, into viewer/pictures. Run with `npx tsx`. */
import { fillSetting, openStage, show, visit } from './page.ts';

const folder = 'viewer/pictures';
const width = 1280;
const margin = 8;
/** Milliseconds that the runs may take on a busy machine. */
const patience = 600_000;

const stage = await openStage();
const { page } = await visit(stage, { viewport: { width, height: 1500 }, locale: 'nb-NO' });
page.setDefaultTimeout(patience);
await page.waitForSelector('.statements li');

await show(page, 'plan');
for (const district of ['stovner', 'alna', 'grorud']) await page.click(`plan-map [data-district="${district}"]`);
await page.click('plan-map .model-panel button[type="submit"]');
await page.waitForSelector('plan-map .change');
await settle();
await partOf('plan', 'plan-map', 'plan-map');
await partOf('posts', 'plan-posts .posts-payers', 'plan-posts .posts-payers');

await fillSetting(page, 'replications', '4');
await page.click('run-panel button[type="submit"]');
await page.waitForSelector('progress');
await page.waitForSelector('progress', { state: 'detached' });
await page.waitForFunction(() => document.querySelector('.facts dd')?.textContent?.trim() === '4');
await settle();
await partOf('compare', 'comparison-panel', '.difference-plot');

await show(page, 'playback');
await page.getByRole('button', { name: 'Verste natt' }).click();
await settle();
await page.screenshot({ path: `${folder}/playback.png`, clip: { x: 0, y: 0, width, height: 1500 } });

await show(page, 'compare');
await paperPicture();
await stage.close();

/** Leaves focus and pointer, and waits until nothing moves. */
async function settle(): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>(':focus')?.blur();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.waitForTimeout(2000);
}

/** Takes a picture from the top of one element to the bottom of another, as wide as the page. */
async function partOf(name: string, first: string, last: string): Promise<void> {
  const [from, to] = [await page.locator(first).first().boundingBox(), await page.locator(last).first().boundingBox()];
  if (from === null || to === null) throw new Error(`Not on the page: ${first} or ${last}`);
  const y = Math.max(0, Math.floor(from.y - margin));
  const height = Math.ceil(to.y + to.height + margin) - y;
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, clip: { x: 0, y, width, height } });
}

/** The two pages of the printed paper, side by side as sheets on a desk. */
async function paperPicture(): Promise<void> {
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
  await page.screenshot({
    path: `${folder}/paper.png`,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: box.height },
  });
}
