/** Takes the picture that the README shows: the playback of a busy July day. Run with `npx tsx`. */
import { openStage, runBriefly, visit } from './page.ts';

const hoursIntoDay = 15;

const stage = await openStage();
const { page } = await visit(stage, { viewport: { width: 1280, height: 1400 } });
await runBriefly(page);
await page.fill('#playback-date', '2027-07-06');
await page.focus('[role="slider"]');
for (let hour = 0; hour < hoursIntoDay; hour++) await page.keyboard.press('ArrowRight');
await page.evaluate(() => document.querySelector<HTMLElement>(':focus')?.blur());
// The focus may still be scrolling the page smoothly while places on it are measured.
await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
const box = await page.locator('playback-panel').boundingBox();
const stageBox = await page.locator('.playback-stage').boundingBox();
if (box === null || stageBox === null) throw new Error('The playback is not on the page.');
const margin = 24;
const { x, y } = await page.evaluate(() => ({ x: window.scrollX, y: window.scrollY }));
await page.screenshot({
  path: 'viewer/pictures/playback.png',
  fullPage: true,
  clip: {
    x: box.x + x - margin,
    y: box.y + y,
    width: box.width + 2 * margin,
    height: stageBox.y + stageBox.height - box.y + margin,
  },
});
await stage.close();
