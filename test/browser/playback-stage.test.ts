import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, stageTimeout, visit, type TestStage, type WatchedPage } from './page.ts';

describe('the stage of the playback', () => {
  let server: TestStage;
  let watched: WatchedPage;
  let page: Page;
  /** The plan's side; the other one is today's. */
  let stage: Locator;
  let other: Locator;

  beforeAll(async () => {
    server = await openStage();
    watched = await visit(server, { at: '#playback' });
    ({ page } = watched);
    stage = page.locator('[data-side="b"] .stage');
    other = page.locator('[data-side="a"] .stage');
    await stage.locator('.site-block').first().waitFor({ timeout: 60_000 });
  }, stageTimeout);
  afterAll(async () => {
    await server.close();
  });

  const here = () => stage.locator('[aria-current="location"]').textContent();

  test('by keyboard alone from the city to a hospital, a ward and a bed, and out again', async () => {
    expect(await here()).toBe('Byen');
    const site = stage.locator('.site-block .zoom-button').first();
    const name = (await site.textContent())!.replace(' ›', '').trim();
    await site.press('Enter');
    expect(await here()).toBe(name);
    expect(await stage.locator('[aria-live="polite"]').textContent()).toBe(`Viser Byen, ${name}`);
    expect(await stage.locator('.hospital-ward').count()).toBeGreaterThan(4);
    await stage.getByRole('button', { name: 'Gå inn i Fødestuer' }).press('Enter');
    expect(await here()).toBe('Fødestuer');
    expect(await other.locator('[aria-current="location"]').textContent()).toBe('Fødestuer');
    const slot = stage.locator('button.ward-slot').first();
    const woman = await slot.getAttribute('data-woman');
    await slot.press('Enter');
    expect(await here()).toBe(`Kvinne ${woman}`);
    expect(await stage.locator('.bed-facts').textContent()).toContain('Jordmorteam');
    for (const expected of ['Fødestuer', name, 'Byen']) {
      await page.keyboard.press('Escape');
      expect(await here()).toBe(expected);
    }
    await page.keyboard.press('Escape');
    expect(await here()).toBe('Byen');
  });

  test('a ward shows who is with whom, and a click on a bed chooses the woman', async () => {
    await stage.locator('.site-block .zoom-button').first().click();
    await stage.getByRole('button', { name: 'Gå inn i Fødestuer' }).click();
    expect(await stage.locator('.link-lines path').count()).toBeGreaterThan(0);
    const slots = stage.locator('button.ward-slot');
    const woman = await slots.last().getAttribute('data-woman');
    await slots.last().click();
    expect(await page.locator('detail-panel').textContent()).toContain(`Kvinne ${woman}`);
    await page.keyboard.press('Escape');
    expect(await stage.locator(`[data-woman="${woman}"]`).getAttribute('aria-pressed')).toBe('true');
    await stage.locator('.way-button').first().click();
    expect(await stage.locator('.site-board .lit-ring').count()).toBe(1);
  });

  test('somebody chosen in one plan is lit in the other as well', async () => {
    await open(stage, 'Hvem er her nå');
    const names = stage.locator('.here-women .name-button');
    await expect.poll(() => names.count()).toBeGreaterThan(20);
    const litInBoth: boolean[] = [];
    for (let index = 0; index < 8; index++) {
      await names.nth(index).click();
      litInBoth.push((await other.locator('.site-board .lit-ring').count()) === 1);
    }
    expect(litInBoth).toContain(true);
    await open(stage, 'Hvem er her nå');
  });

  test('midwives stand in rows by unit and can be chosen', async () => {
    const group = stage.locator('.people-group').first();
    await group.locator('summary').click();
    const midwife = group.locator('.person-button').first();
    expect(await midwife.getAttribute('aria-label')).toMatch(/^Jordmor \d+: /);
    await midwife.click();
    await expect.poll(() => midwife.getAttribute('aria-pressed')).toBe('true');
    const teams = stage.locator('.people-group', { hasText: 'Jordmorteam' });
    await teams.locator('summary').click();
    await expect.poll(() => teams.locator('.unit-row').count()).toBeGreaterThan(3);
  });

  test('rooms are seen free, in use, cleaned and closed in the first two weeks', async () => {
    const wanted = ['free', 'own', 'latent', 'recovery', 'cleaning', 'closed'];
    const seen = new Set<string>();
    for (let day = 1; day <= 14 && seen.size < wanted.length; day++) {
      await goTo(page, `2027-01-${String(day).padStart(2, '0')}`, '13:00');
      for (const state of wanted) {
        if ((await stage.locator(`.site-board .slot-${state}`).count()) > 0) seen.add(state);
      }
    }
    expect([...seen].sort()).toEqual([...wanted].sort());
  });

  test('the pointer is told who is on the map by day, and a click chooses her', async () => {
    await goTo(page, '2027-01-13', '10:20');
    const told = await stage.locator('.city-map').evaluate((map) => {
      const box = map.getBoundingClientRect();
      const tip = map.querySelector<HTMLElement>('.map-tip')!;
      const found: { text: string; x: number; y: number }[] = [];
      for (let x = 5; x < box.width; x += 10) {
        for (let y = 5; y < box.height; y += 10) {
          const at = { clientX: box.x + x, clientY: box.y + y };
          map.dispatchEvent(new PointerEvent('pointermove', at));
          if (!tip.hidden) found.push({ text: tip.textContent, x: at.clientX, y: at.clientY });
        }
      }
      return found;
    });
    const texts = told.map(({ text }) => text);
    expect(texts.some((text) => /^(Jordmor|Helsesykepleier) \d+ på hjemmebesøk hos kvinne \d+$/.test(text))).toBe(true);
    expect(texts.some((text) => text.endsWith('venter'))).toBe(true);
    const atHome = told.find(({ text }) => text.includes('hjemmebesøk hos'))!;
    await stage.locator('.city-map').evaluate((map, { x, y }) => {
      map.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, bubbles: true }));
    }, atHome);
    const woman = /kvinne (\d+)/.exec(atHome.text)![1]!;
    await expect.poll(() => page.locator('detail-panel').textContent()).toContain(`Kvinne ${woman}`);
  });

  test('all of it is there in figures', async () => {
    await open(stage, 'Tilstanden i tall');
    const table = stage.locator('.summary-table');
    await expect.poll(() => table.locator('tbody tr').count()).toBeGreaterThan(15);
    expect(await table.textContent()).toContain('Fødestuer som vaskes');
    expect(await stage.locator('.stage-summary').textContent()).toMatch(/\d+ ansatte er på jobb/);
  });

  test('nothing is wider than a narrow screen, and nothing was complained of', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    const cut = await stage.evaluate(
      (element) =>
        [...element.querySelectorAll('.site-block, .city-map, .people-group, .legend')].filter(
          (part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5,
        ).length,
    );
    expect(cut).toBe(0);
    expect(watched.complaints).toEqual([]);
  });
});

async function open(stage: Locator, name: string): Promise<void> {
  await stage.locator('.stage-details > summary', { hasText: name }).click();
}

async function goTo(page: Page, date: string, time: string): Promise<void> {
  await page.fill('#playback-date', date);
  await page.fill('#playback-time', time);
  await page.getByRole('button', { name: 'Gå dit' }).click();
}
