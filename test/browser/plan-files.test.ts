import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseSource } from '../../scenarios/schema/document.ts';
import { openStage, stageTimeout, visit, type TestStage } from './page.ts';

let stage: TestStage;
let folder: string;

beforeAll(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), 'fodesim-files-'));
}, stageTimeout);

afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

const nameField = '#plan-name';

async function visitPlan(): Promise<{ page: Page; complaints: string[] }> {
  const visited = await visit(stage);
  await visited.page.goto(`${stage.address}#plan`);
  await visited.page.waitForSelector(nameField);
  return visited;
}

function button(page: Page, name: string | RegExp) {
  return page.locator('plan-bar').getByRole('button', { name, exact: typeof name === 'string' });
}

async function startFrom(page: Page, scenario: string): Promise<void> {
  await button(page, 'Start fra').click();
  await button(page, scenario).click();
  await expect.poll(() => page.inputValue(nameField)).toBe(`${scenario} (kopi)`);
}

async function upload(page: Page, name: string, text: string): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, text);
  await page.setInputFiles('.plan-upload', file);
}

async function download(page: Page): Promise<{ name: string; text: string }> {
  const [started] = await Promise.all([page.waitForEvent('download'), button(page, 'Last ned').click()]);
  const text = await readFile(await started.path(), 'utf8');
  return { name: started.suggestedFilename(), text };
}

function valueOf(text: string): unknown {
  const parsed = parseSource('file', text);
  return 'document' in parsed ? parsed.document.value : parsed.problems;
}

test('what is typed is there after a reload, with what can be undone, by button and by key', async () => {
  const { page, complaints } = await visitPlan();
  expect(await page.inputValue(nameField)).toBe('Min plan');
  await page.fill(nameField, 'Vår plan for Groruddalen');
  await page.locator(nameField).blur();
  await page.reload();
  await expect.poll(() => page.inputValue(nameField)).toBe('Vår plan for Groruddalen');

  await button(page, /^Angre: endret navnet/).waitFor();
  await page.locator('plan-bar .plan-status').click();
  await page.keyboard.press('Control+z');
  expect(await page.inputValue(nameField)).toBe('Min plan');
  await page.keyboard.press('Control+Shift+z');
  expect(await page.inputValue(nameField)).toBe('Vår plan for Groruddalen');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  expect(await page.inputValue(nameField)).toBe('Vår plan for Groruddalen');
  await button(page, /^Angre:/).click();
  expect(await page.inputValue(nameField)).toBe('Min plan');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('several plans are saved, opened, renamed and deleted, and a deletion can be undone', async () => {
  const { page } = await visitPlan();
  await page.fill(nameField, 'Første');
  await button(page, 'Lagre').click();
  await page.getByText(/^Lagret \d\d\.\d\d$/).waitFor();
  await button(page, 'Ny plan').click();
  await expect.poll(() => page.inputValue(nameField)).toBe('Min plan');
  await page.fill(nameField, 'Andre');
  await button(page, 'Lagre').click();

  await button(page, 'Mine planer (2)').click();
  await button(page, 'Åpne «Første»').click();
  await expect.poll(() => page.inputValue(nameField)).toBe('Første');
  await page.reload();
  await expect.poll(() => page.inputValue(nameField)).toBe('Første');

  await button(page, 'Mine planer (2)').click();
  await button(page, 'Gi nytt navn til «Andre»').click();
  await page.getByLabel('Nytt navn på «Andre»').fill('Tredje');
  await page.keyboard.press('Enter');
  await button(page, 'Slett «Tredje»').click();
  await button(page, 'Mine planer (1)').waitFor();
  await button(page, 'Angre slettingen').click();
  await button(page, 'Åpne «Tredje»').waitFor();
  await page.context().close();
});

test('a plan that is downloaded is the same when it is opened again, and a broken file changes nothing', async () => {
  const { page } = await visitPlan();
  await startFrom(page, 'Blandet plan');
  await button(page, /^Endret fra i dag \(\d+\)$/).click();
  await page.getByText(/Stovner\s\(2\)/).waitFor();
  const first = await download(page);
  expect(first.name).toBe('blandet-plan-kopi.yaml');
  expect(first.text).toMatch(/^schemaVersion: 1\nextends: dagens\n/);

  await upload(page, 'broken.yaml', first.text.replace('stovner: 2', 'stovnr: to'));
  const problem = page.locator('.plan-problems li').first();
  const line = first.text.split('\n').findIndex((text) => text.includes('stovner: 2')) + 1;
  expect(await problem.innerText()).toContain(`broken.yaml, linje ${line}`);
  expect(await problem.innerText()).toContain('interventions[0].teams.stovnr');
  await page.getByText('Planen du hadde åpen, er ikke endret.').waitFor();
  expect(await page.inputValue(nameField)).toBe('Blandet plan (kopi)');

  await button(page, 'Ny plan').click();
  await expect.poll(() => page.inputValue(nameField)).toBe('Min plan');
  await upload(page, first.name, first.text);
  await expect.poll(() => page.inputValue(nameField)).toBe('Blandet plan (kopi)');
  expect(valueOf((await download(page)).text)).toEqual(valueOf(first.text));

  await upload(page, 'no-yaml.yaml', 'name: [\n');
  await page.getByText('no-yaml.yaml kunne ikke leses').waitFor();

  const dropped = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'unsound.json'));
      return transfer;
    },
    JSON.stringify({ schemaVersion: 1, extends: 'dagens', name: { nb: 'Til retting' } }),
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await button(page, 'Åpne likevel').click();
  await expect.poll(() => page.inputValue(nameField)).toBe('Til retting');
  await page.context().close();
});

test('a link opens the same plan elsewhere, asks before it takes the place of unsaved changes, and may be damaged', async () => {
  const { page } = await visitPlan();
  await startFrom(page, 'Blandet plan');
  await page.fill(nameField, 'Delt plan æøå 👶');
  const shared = await download(page);
  await button(page, 'Del lenke').click();
  const address = await page.inputValue('#plan-link');

  // The link holds the plan as it was.
  await page.fill(nameField, 'Endret etterpå');
  await page.locator('#plan-link').waitFor({ state: 'detached' });

  const { page: other } = await visit(stage, { at: new URL(address).hash, withTour: true });
  await expect.poll(() => other.inputValue(nameField)).toBe('Delt plan æøå 👶');
  expect(await other.locator('.tour').count()).toBe(0);
  expect(valueOf((await download(other)).text)).toEqual(valueOf(shared.text));

  await other.fill(nameField, 'Min egen');
  await other.goto(address);
  await button(other, 'Behold min plan').click();
  expect(await other.inputValue(nameField)).toBe('Min egen');
  await other.goto(address);
  await button(other, 'Åpne den delte').click();
  await expect.poll(() => other.inputValue(nameField)).toBe('Delt plan æøå 👶');

  await other.goto(address.slice(0, -40));
  await other.getByText(/Lenken er skadet eller kuttet/).waitFor();
  expect(await other.inputValue(nameField)).toBe('Delt plan æøå 👶');
  await other.context().close();
  await page.context().close();
});

test('what was not saved can be brought back when another plan has taken its place, also after a reload', async () => {
  const { page } = await visitPlan();
  await page.fill(nameField, 'Halvferdig');
  await button(page, 'Ny plan').click();
  await button(page, 'Hent tilbake «Halvferdig»').waitFor();
  await page.reload();
  await expect.poll(() => page.inputValue(nameField)).toBe('Min plan');
  await button(page, 'Mine planer').click();
  await button(page, 'Hent tilbake «Halvferdig»').click();
  await expect.poll(() => page.inputValue(nameField)).toBe('Halvferdig');
  await button(page, /^Angre: endret navnet/).waitFor();
  await page.context().close();
});

test('a second tab does not write over the first without asking', async () => {
  const { page } = await visitPlan();
  await page.fill(nameField, 'Fra begynnelsen');
  const second = await page.context().newPage();
  await second.goto(`${stage.address}#plan`);
  await expect.poll(() => second.inputValue(nameField)).toBe('Fra begynnelsen');
  await second.fill(nameField, 'Fra den andre fanen');
  await page.fill(nameField, 'Fra den første fanen');
  await button(page, 'Bruk den fra den andre fanen').click();
  await expect.poll(() => page.inputValue(nameField)).toBe('Fra den andre fanen');
  await button(page, /^Angre/).click();
  expect(await page.inputValue(nameField)).toBe('Fra den første fanen');
  await page.context().close();
});

test('a browser that stores nothing says so, and the plan can still be edited, downloaded and shared', async () => {
  const { page } = await visit(stage);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(`${stage.address}#plan`);
  await page.reload();
  await page.getByText(/Nettleseren lar ikke siden lagre noe/).waitFor();
  await page.fill(nameField, 'Uten lager');
  await button(page, 'Lagre').click();
  await button(page, 'Mine planer (1)').waitFor();
  expect((await download(page)).text).toContain('nb: Uten lager');
  await page.context().close();
});
