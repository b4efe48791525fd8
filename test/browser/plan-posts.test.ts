import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, stageTimeout, visit, type TestStage } from './page.ts';

let stage: TestStage;

beforeAll(async () => {
  stage = await openStage();
}, stageTimeout);

afterAll(() => stage.close());

async function openPosts(): Promise<{ page: Page; complaints: string[] }> {
  const visited = await visit(stage, { at: '#plan' });
  await visited.page.waitForSelector('plan-posts .posts-payer');
  return visited;
}

/** What stands in the line of an employer: its number in the plan and the change from today. */
async function lineOf(page: Page, employer: string, name: string): Promise<[planned: number, change: string]> {
  const line = page.locator('.posts-payer', { hasText: employer }).locator('.posts-line', { hasText: name });
  const [planned, change] = await line.locator('.figure').allInnerTexts();
  return [Number(planned!.replace(',', '.')), change!.trim()];
}

test(
  'posts moved by keyboard change bars and numbers at once, stand in the list of changes, and are undone in one step',
  async () => {
    const { page, complaints } = await openPosts();
    const [hospital, districts] = ['Akershus universitetssykehus', 'Bydelene'];
    const [ofHospital] = await lineOf(page, hospital, 'Jordmødre');
    const [ofDistricts] = await lineOf(page, districts, 'Jordmødre');
    const bars = () =>
      page.locator('.posts-payer .posts-planned').evaluateAll((all) => all.map((bar) => bar.getAttribute('width')));
    const before = await bars();

    await page.getByLabel('Fra', { exact: true }).focus();
    await page.getByLabel('Fra', { exact: true }).selectOption('ahus/labourWard/midwife');
    await page.getByLabel('Til', { exact: true }).selectOption('stovner/healthStation/midwife');
    await page.locator('#posts-posts').focus();
    await page.keyboard.type('999');
    await page.keyboard.press('Enter');
    const fault = page.locator('#posts-fault');
    await expect.poll(() => fault.innerText()).toMatch(/^Her er det bare \d+,\d årsverk denne dagen\.$/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('posts-posts');
    expect(await page.getAttribute('#posts-posts', 'aria-invalid')).toBe('true');
    expect(await page.getAttribute('#posts-posts', 'aria-describedby')).toBe('posts-fault');

    await page.keyboard.press('Control+A');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expect.poll(() => lineOf(page, hospital, 'Jordmødre')).toEqual([ofHospital - 2, '−2,0']);
    expect(await lineOf(page, districts, 'Jordmødre')).toEqual([ofDistricts + 2, '+2,0']);
    expect((await lineOf(page, hospital, 'Faste kostnader'))[1]).toMatch(/^−\d+,\d\smill/);
    expect(await bars()).not.toEqual(before);
    expect(await fault.innerText()).toBe('');
    expect(await page.innerText('plan-form .form-changes li')).toMatch(
      /^Flytt årsverk: fra Ahus Nordbyhagen\s\(2\), til Stovner\s\(2\), fra 1\.\sjanuar\s2027/,
    );
    await page.locator('.posts-places > summary').click();
    const station = page.locator('.posts-table tr', { hasText: 'Stovner, helsestasjon' });
    expect(await station.locator('.figure').last().innerText()).toBe('+2,0');

    await page.getByRole('button', { name: /^Angre: la til/ }).click();
    await expect.poll(() => lineOf(page, hospital, 'Jordmødre')).toEqual([ofHospital, 'ingen']);
    expect(await bars()).toEqual(before);
    expect(await page.locator('plan-form .form-changes').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'teams added from the map change posts and kroner of those who pay, with no run',
  async () => {
    const { page } = await openPosts();
    const hospital = 'Akershus universitetssykehus';
    const [ofHospital] = await lineOf(page, hospital, 'Jordmødre');
    for (const district of ['stovner', 'grorud', 'alna']) await page.click(`[data-district="${district}"]`);
    await page.click('plan-map .model-panel button[type="submit"]');
    await expect.poll(async () => (await lineOf(page, hospital, 'Jordmødre'))[0]).toBeGreaterThan(ofHospital);
    const [teams, change] = await lineOf(page, hospital, 'Jordmødre');
    const [, fromDistricts] = await lineOf(page, 'Bydelene', 'Jordmødre');
    // 32 team midwives are employed by the hospital; what the districts give is what it has more.
    expect(change).toBe(fromDistricts.replace('−', '+'));
    expect(teams - ofHospital).toBeCloseTo(Number(change.slice(1).replace(',', '.')), 5);
    expect(await page.innerText('plan-posts')).toContain('Bare en kjøring kan si');
    await page.context().close();
  },
  stageTimeout,
);
