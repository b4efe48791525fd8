import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkDataOf } from '../../viewer/plan/files/plan-link.ts';
import { openStage, stageTimeout, visit, type TestStage } from './page.ts';

let stage: TestStage;

beforeAll(async () => {
  stage = await openStage();
}, stageTimeout);

afterAll(() => stage.close());

const plan = {
  schemaVersion: 1,
  extends: 'dagens',
  name: { nb: 'Lang', en: 'Long' },
  description: { nb: 'd', en: 'd' },
};

function dayOf2027(index: number): string {
  return new Date(Date.UTC(2027, 0, 1 + (index % 360))).toISOString().slice(0, 10);
}

/** A page of the same origin that has nothing of ours, from which the browser's databases can be reached. */
async function emptyPage(page: Page): Promise<void> {
  await page.route('**/empty', (route) => route.fulfill({ body: '<p>', contentType: 'text/html' }));
  await page.goto(`${stage.address}empty`);
}

/** Makes the database of plans as another version of the page might, and leaves it open if it is to be held. */
function makeDatabase(page: Page, version: number, stores: readonly string[], held = false): Promise<void> {
  return page.evaluate(
    async ([number, names, stays]) => {
      const deleting = indexedDB.deleteDatabase('fodesim-plans');
      await new Promise((resolve) => deleting.addEventListener('success', resolve));
      const opening = indexedDB.open('fodesim-plans', number);
      await new Promise((resolve) => {
        opening.addEventListener('upgradeneeded', () => {
          for (const name of names) opening.result.createObjectStore(name, name === 'plans' ? { keyPath: 'id' } : {});
        });
        opening.addEventListener('success', resolve);
      });
      if (!stays) opening.result.close();
      else (window as unknown as { held: unknown }).held = opening.result;
    },
    [version, stores, held] as const,
  );
}

test(
  'a link with very many changes shows the first of them, and more when asked',
  async () => {
    const interventions = Array.from({ length: 450 }, (_, index) => ({
      model: 'capacity',
      start: dayOf2027(index),
      end: dayOf2027(index),
      site: 'ahus',
      labourRooms: 1,
    }));
    const { page, complaints } = await visit(stage, { at: `#plan/${await linkDataOf({ ...plan, interventions })}` });
    const inForm = page.locator('.form-changes li');
    await expect.poll(() => inForm.count(), { timeout: 20_000 }).toBe(200);
    await page.getByText('Endret fra i dag (450)').first().waitFor();
    const button = page.locator('.form-changes').getByRole('button', { name: 'Vis flere' });
    await page.locator('.form-changes').getByText('250 endringer til vises ikke ennå.').waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await inForm.count()).toBe(400);
    const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? '');
    expect((await focused()).replace(/\s+/g, ' ')).toContain('20. juli 2027');
    await button.click();
    expect(await inForm.count()).toBe(450);
    expect(await button.count()).toBe(0);
    const onMap = page.locator('.change-list > li');
    expect(await onMap.count()).toBe(200);
    await page.locator('.timeline-of-plan').getByRole('button', { name: 'Vis flere' }).click();
    expect(await onMap.count()).toBe(400);
    expect(await page.locator('plan-map tbody tr:has(input[type=date])').count()).toBe(400);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'a name of a thousand letters is kept as it is typed',
  async () => {
    const { page } = await visit(stage, { at: '#plan' });
    const long = 'Ålesund '.repeat(125);
    await page.fill('#plan-name', long);
    expect(await page.inputValue('#plan-name')).toBe(long);
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByRole('button', { name: 'Mine planer (1)' }).click();
    await page.locator('.plan-saved').getByText(long.trim()).waitFor();
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(await tooWide()).toBe(false);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await tooWide()).toBe(false);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'a store of a newer page, one with a part missing and one that another tab holds are told apart',
  async () => {
    for (const [version, stores, nb, en] of [
      [2, ['plans', 'drafts'], /lagret av en nyere utgave av siden/, /saved by a newer version of the page/],
      [1, ['drafts'], /lager for denne siden er skadet/, /storage for this page is damaged/],
    ] as const) {
      const { page } = await visit(stage);
      await emptyPage(page);
      await makeDatabase(page, version, stores);
      await page.goto(`${stage.address}#plan`);
      await page.locator('plan-bar [role="alert"]').getByText(nb).waitFor();
      await page.getByRole('radio', { name: 'English' }).check({ force: true });
      await page.locator('plan-bar [role="alert"]').getByText(en).waitFor();
      await page.context().close();
    }
    const { page } = await visit(stage);
    const other = await page.context().newPage();
    await emptyPage(other);
    await makeDatabase(other, 1, ['plans', 'drafts'], true);
    await other.evaluate(() => void indexedDB.deleteDatabase('fodesim-plans'));
    await page.goto(`${stage.address}#plan`);
    await page.reload();
    await page
      .locator('plan-bar [role="alert"]')
      .getByText(/En annen fane stenger/)
      .waitFor();
    await other.close();
    await page.reload();
    await page.fill('#plan-name', 'Lagret igjen');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByRole('button', { name: 'Mine planer (1)' }).waitFor();
    expect(await page.locator('plan-bar [role="alert"]').count()).toBe(0);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'a file with twenty thousand unknown keys is refused with the first of them and the number of the others',
  async () => {
    const { page } = await visit(stage, { at: '#plan' });
    const unknown = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, 1]));
    await page.setInputFiles('.plan-upload', {
      name: 'mange.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...plan, interventions: [], ...unknown })),
    });
    const notice = page.locator('.plan-notice');
    await notice.getByText('… og 19 990 til.'.replace(' 9', '\u202f9')).waitFor();
    await notice.getByRole('button', { name: 'Åpne likevel' }).click();
    await page.getByText('Noe må rettes (20\u202f000)').waitFor();
    expect(await page.locator('.form-problems li').count()).toBe(201);
    await page.getByText('… og 19\u202f800 til.').waitFor();
    await page.context().close();
  },
  stageTimeout,
);

test(
  'a count below zero is told in the page’s own way of writing',
  async () => {
    const closing = {
      model: 'capacity',
      start: '2027-01-01',
      end: '2027-06-30',
      site: 'ahus',
      labourRooms: -1,
      postnatalBeds: -125,
    };
    const { page } = await visit(stage, {
      at: `#plan/${await linkDataOf({ ...plan, interventions: [closing] })}`,
    });
    await page.locator('.form-problems').getByText('Det blir −85 igjen den 1. januar 2027.').waitFor();
    await page.context().close();
  },
  stageTimeout,
);
