import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillSetting, openStage, show, stageTimeout, visit, type TestStage } from './page.ts';

let stage: TestStage;
/** A busy machine may take its time to check a plan. */
const patient = { timeout: 20_000 };
const teams = { model: 'continuity-teams', start: '2027-01-31', payer: 'districts', teams: { stovner: 2 } };

beforeAll(async () => {
  stage = await openStage();
}, stageTimeout);

afterAll(() => stage.close());

function linkTo(interventions: readonly object[]): string {
  const plan = { schemaVersion: 1, extends: 'dagens', name: { nb: 'Delt', en: 'Shared' }, interventions };
  const text = JSON.stringify({ ...plan, description: { nb: 'd', en: 'd' } });
  return `#plan/${deflateRawSync(text).toString('base64url')}`;
}

async function type(page: Page, keys: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Whether a field shows a date of which a part only is typed. */
function isHalfTyped(field: ReturnType<Page['locator']>): Promise<boolean> {
  return field.evaluate((input: HTMLInputElement) => input.value === '' && input.validity.badInput);
}

test(
  'what is typed stands as it was typed, and a field that has been emptied keeps its place',
  async () => {
    const { page, complaints } = await visit(stage, { at: linkTo([teams]) });
    await page.locator('.form-changes li button').first().click();
    const stovner = page.getByLabel('Stovner', { exact: true });
    await stovner.fill('');
    await expect.poll(() => stovner.getAttribute('aria-invalid'), patient).toBe('true');
    expect(await page.locator('.form-main').textContent()).toContain('Her mangler det noe');
    await stovner.fill('1');
    await expect.poll(() => stovner.getAttribute('aria-invalid'), patient).toBe('false');
    const caseload = page.getByLabel(/^Kvinner per team/);
    for (const rubbish of ['abc', '−1', '1e999', 'NaN', '0,5,5', '١٢', '12345678901234567890', '1e-400', '<b>1</b>']) {
      await caseload.fill(rubbish);
      await caseload.blur();
      await expect.poll(() => caseload.getAttribute('aria-invalid'), { message: rubbish, ...patient }).toBe('true');
      expect(await caseload.inputValue()).toBe(rubbish);
    }
    await page.fill('#plan-name', '');
    await page
      .getByText(/tekst på én linje som ikke er tom/)
      .first()
      .waitFor();
    expect(await page.getAttribute('#plan-name', 'aria-invalid')).toBe('true');
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'a date of which a part is typed stays as it is typed, is explained, and is whole again when the rest is',
  async () => {
    const { page, complaints } = await visit(stage, { at: linkTo([{ ...teams, end: '2027-10-31' }]), locale: 'en-US' });
    await page.locator('.form-changes li button').first().click();
    const end = page.locator('[id="interventions[0].end"]');
    await end.focus();
    await type(page, '02');
    expect(await isHalfTyped(end)).toBe(true);
    await page.locator('#plan-name').focus();
    await expect.poll(() => end.getAttribute('aria-invalid'), patient).toBe('true');
    expect(await isHalfTyped(end)).toBe(true);
    expect(await page.locator('[id="interventions[0].end-problem"]').textContent()).toContain(
      'I planen står det fortsatt 31. oktober 2027.',
    );
    await end.focus();
    await type(page, '0215');
    await expect.poll(() => end.inputValue(), patient).toBe('2027-02-15');
    await expect.poll(() => end.getAttribute('aria-invalid'), patient).toBe('false');

    const undo = page.locator('plan-bar').getByRole('button', { name: /^Angre/ });
    while ((await undo.getAttribute('aria-disabled')) === 'false') await undo.click();
    expect(await end.inputValue()).toBe('2027-10-31');

    await page.getByRole('button', { name: 'Om planen' }).click();
    const last = page.getByLabel('Siste dag', { exact: true });
    await last.focus();
    await type(page, '02');
    await expect.poll(() => last.getAttribute('aria-invalid'), patient).toBe('true');
    expect(await isHalfTyped(last)).toBe(true);
    await last.fill('');
    await page.locator('#plan-name').focus();
    expect(await last.inputValue()).toBe('2027-12-31');
    await expect.poll(() => last.getAttribute('aria-invalid'), patient).toBe('false');

    const from = page.locator('#posts-start');
    await from.fill('2027-03-31');
    await from.focus();
    await type(page, '02');
    expect(await isHalfTyped(from)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'rows are taken away from the keyboard, a place can be none, and what was opened stays open and narrow',
  async () => {
    const move = {
      model: 'move-posts',
      start: '2027-02-01',
      from: [{ site: 'ahus', unit: 'labourWard', posts: 1 }],
      to: [{ district: 'stovner', posts: 1 }],
    };
    const viewport = { width: 390, height: 844 };
    const { page, complaints } = await visit(stage, { at: linkTo([move, teams]), viewport });
    const open = page.locator('.form-changes li button:first-child');
    await open.first().click();
    const place = page.locator('[id="interventions[0].from[0].site"]');
    await place.selectOption('');
    await expect.poll(() => place.getAttribute('aria-invalid'), patient).toBe('true');
    await place.selectOption('site/ahus/labourWard');
    await page.locator('[id="interventions[0].from[0].posts"]').fill('x'.repeat(10_000));
    await page.locator('[id="interventions[0].from[0].posts-problem"] p').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.locator('.form-main').getByRole('button', { name: 'Fjern linje 1' }).first().press('Enter');
    const focused = page.locator('[id="interventions[0].from"] > button');
    await expect.poll(() => focused.evaluate((button) => button === document.activeElement)).toBe(true);

    await open.nth(1).click();
    const more = page.locator('.form-more');
    await more.locator('> summary').click();
    const rest = more.locator('input[type="text"]').last();
    await rest.fill('abc');
    await expect.poll(() => rest.getAttribute('aria-invalid'), patient).toBe('true');
    await rest.fill('1');
    await expect.poll(() => rest.getAttribute('aria-invalid'), patient).toBe('false');
    expect(await rest.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await rest.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'a district that is moved in the order of a roll-out keeps the focus',
  async () => {
    const order = ['grorud', 'alna', 'stovner'];
    const { page } = await visit(stage, { at: linkTo([{ model: 'roll-out', start: '2027-02-01', order }]) });
    await page.locator('.form-changes li button').first().click();
    const districts = page.locator('.form-ordered li');
    await districts
      .first()
      .getByRole('button', { name: /^Flytt Grorud ned/ })
      .press('Enter');
    await page.keyboard.press('Enter');
    expect(await districts.locator('span:first-child').first().textContent()).toBe('Alna');
    expect(await districts.last().textContent()).toContain('Grorud');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Flytt Grorud opp');
    await page.context().close();
  },
  stageTimeout,
);

test(
  'posts are not moved when there are next to none of them, nor from a day after the period',
  async () => {
    const { page, complaints } = await visit(stage, { at: linkTo([teams]) });
    const fault = page.locator('#posts-fault');
    await page.selectOption('#posts-from', 'ahus/labourWard/midwife');
    await page.selectOption('#posts-to', 'stovner/healthStation/midwife');
    for (const [posts, start, said] of [
      ['1e-9', '2027-02-01', 'Skriv et tall større enn 0'],
      ['1', '2031-01-01', 'Velg en dag til og med 31. desember 2027'],
      ['1', '', 'Velg en dato'],
    ] as const) {
      await page.fill('#posts-posts', posts);
      await page.fill('#posts-start', start);
      await page.click('.posts-move button');
      await fault.getByText(said).waitFor();
      expect(await page.locator('.form-changes li').count()).toBe(1);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'a run that is started twice and stopped at once, with a seed too long, in the other language, ends in words',
  async () => {
    const { page, complaints } = await visit(stage);
    const start = page.locator('run-panel button[type="submit"]');
    await fillSetting(page, 'seed', 'x'.repeat(5000));
    await start.click();
    await page.getByText('Skriv fra 1 til 60 tegn, for eksempel 1.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await fillSetting(page, 'seed', '=1+1 <b>frø</b> 👶');
    await fillSetting(page, 'replications', '3');
    await start.dblclick();
    await page.waitForSelector('progress');
    await page.locator('.language input[value="en"]').evaluate((input: HTMLInputElement) => input.click());
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect.poll(() => page.textContent('.run-progress'), patient).toMatch(/^\s*Stopped/);
    await fillSetting(page, 'replications', '1');
    await start.click();
    await page
      .locator('.run-progress')
      .getByText(/^\s*Done in/)
      .waitFor({ timeout: 60_000 });
    expect(await page.textContent('.facts')).toContain('=1+1 <b>frø</b> 👶');
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'to stop what is not running takes nothing away, and a plan edited while it runs is told from the one that is run',
  async () => {
    const { page, complaints } = await visit(stage, { at: '#playback' });
    const progress = page.locator('.run-progress');
    await progress.getByText('Et ferdig eksempel').waitFor();
    // Whoever uses a keyboard or a screen reader can press what is said to be disabled.
    await page.getByRole('button', { name: 'Stopp', exact: true }).press('Enter');
    await page.locator('#playback-part [role="slider"]').first().waitFor();

    await page.goto(stage.address + linkTo([teams]));
    await page.locator('.form-changes li button').first().click();
    await fillSetting(page, 'replications', '2');
    await page.locator('run-panel button[type="submit"]').click();
    await page.waitForSelector('progress');
    await show(page, 'plan');
    const stovner = page.getByLabel('Stovner', { exact: true });
    await stovner.fill('1');
    await progress
      .getByText('Kjøringen gjelder det som var valgt da den begynte, ikke «Delt» slik den er nå.')
      .waitFor();
    await progress.getByText('«Delt» er ikke kjørt slik den er nå. Trykk «Kjør»').waitFor();
    await stovner.fill('abc');
    await progress.getByText('«Delt» er ikke kjørt slik den er nå, og har feil').waitFor();
    await stovner.fill('2');
    await progress.getByText(/Ferdig på \d+ s\. Gjentakelser: 2\./).waitFor();
    await show(page, 'compare');
    expect(await page.locator('comparison-panel').textContent()).toContain('«Delt» holdt opp mot');
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);
