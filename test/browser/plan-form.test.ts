import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openStage, stageTimeout, visit, type TestStage } from './page.ts';

let stage: TestStage;

beforeAll(async () => {
  stage = await openStage();
}, stageTimeout);

afterAll(() => stage.close());

describe('forms made from the schema', () => {
  test(
    'what is no number is explained at its field, and a number makes the plan sound again',
    async () => {
      const { page, complaints } = await planOf('stockholm-ahus-sektor');
      await openChange(page, 0);
      const caseload = page.getByLabel(/^Kvinner per team/);
      expect(await caseload.getAttribute('placeholder')).toBe('150');
      await caseload.fill('abc');
      const said = await describing(page, caseload, 'Her står «abc». Tillatt: et tall over 0, til og med 1\u202f000.');
      expect(said).toContain('Fødsler som hvert team har plass til i året.');
      expect(await caseload.getAttribute('aria-invalid')).toBe('true');
      await page.getByRole('heading', { name: 'Noe må rettes (1)' }).waitFor();

      await page.locator('#plan-form-heading').focus();
      await page.getByRole('button', { name: 'Jordmorteam › Kvinner per team' }).click();
      expect(await caseload.evaluate((field) => field === document.activeElement)).toBe(true);
      await caseload.fill('40');
      await page.getByRole('heading', { name: /Noe må rettes/ }).waitFor({ state: 'detached' });
      expect(await caseload.getAttribute('aria-invalid')).toBe('false');

      await page.getByRole('button', { name: 'Bruk grunntallet for Kvinner per team' }).click();
      expect(await caseload.inputValue()).toBe('');
      await undo(page);
      expect(await caseload.inputValue()).toBe('40');
      await undo(page);
      expect(await caseload.inputValue()).toBe('abc');
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    stageTimeout,
  );

  test.each(['utrulling-24', 'kombinasjon-tynset'])(
    'going through every field of %s changes nothing',
    async (id) => {
      const { page } = await planOf(id);
      const changes = await page.locator('plan-form .form-changes li').count();
      for (let index = 0; index < changes; index++) {
        await openChange(page, index);
        await page.evaluate(() => {
          const form = document.querySelector('plan-form .form-main')!;
          const fields = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select:not(.form-adder)');
          if (fields.length === 0) throw new Error('The form has no fields.');
          for (const field of fields) {
            const isTyped = field instanceof HTMLInputElement && field.type === 'text';
            const isChosen = field instanceof HTMLInputElement && field.type === 'radio' && field.checked;
            if (isTyped) field.dispatchEvent(new Event('input', { bubbles: true }));
            else if (isChosen || field instanceof HTMLSelectElement || /date|time/.test(field.type)) {
              field.dispatchEvent(new Event('change', { bubbles: true }));
            }
          }
        });
      }
      expect(await page.getByRole('button', { name: 'Angre' }).first().getAttribute('aria-disabled')).toBe('true');
      await page.context().close();
    },
    stageTimeout,
  );

  test(
    'a base figure is found, changed, marked, listed as changed, and put back',
    async () => {
      const { page, complaints } = await planOf('stockholm-ahus-sektor');
      await page.locator('plan-figures .form-base > summary').click();
      await page.getByLabel('Søk i grunntallene').fill('hjemmebesøk jordmor dokumentasjon');
      await page.getByText(/1 av \d+ tall/).waitFor();
      await page.getByRole('button', { name: /^Vis og endre Hjemmebesøk av jordmor/ }).click();
      const passport = page.locator('.form-figure .form-passport');
      expect(await passport.textContent()).toMatch(/Kilde.*År.*Visshet/s);
      const value = page.getByLabel('Verdi i planen', { exact: true });
      await value.fill('27,5');
      const changed = page.getByText('Hjemmebesøk av jordmor › Dokumentasjon etterpå: 20 minutter → 27,5 minutter');
      await changed.waitFor();
      expect(await page.locator('.form-figures tr[data-changed="true"]').textContent()).toContain('U – antakelse');
      expect(await page.getByLabel('Kilde for verdien i planen').inputValue()).toBe('Endret i planen');
      await page.getByLabel('Bare endret i planen').check();
      await page.getByRole('button', { name: 'Bruk grunntallet igjen' }).click();
      await page.getByText('Ingen grunntall passer til søket.').waitFor();
      expect(await changed.count()).toBe(0);
      await undo(page);
      await changed.waitFor();
      expect(await value.inputValue()).toBe('27,5');
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    stageTimeout,
  );

  test(
    'any kind of change is added from the list, sound, with its form open and its first field in focus',
    async () => {
      const { page, complaints } = await visit(stage, { at: '#plan' });
      await page.getByText('Planen er lik tjenesten i dag.').waitFor();
      expect(await page.locator('plan-form').innerText()).toBe('');
      for (const [index, model] of ['one-to-one-norm', 'capacity', 'sickness-wave'].entries()) {
        await page.locator('.add-change > summary').focus();
        await page.keyboard.press('Enter');
        await page.locator(`.add-change [data-model="${model}"]`).focus();
        await page.keyboard.press('Enter');
        await page.locator('plan-map .change').nth(index).waitFor();
        const first = `interventions[${index}].start`;
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(first);
      }
      expect(await page.locator('plan-form .form-changes li').allInnerTexts()).toHaveLength(3);
      expect(await page.locator('.change-problems, .form-problems').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    stageTimeout,
  );

  test(
    'the period is edited among what the plan is about, explained where it is wrong, and taken back',
    async () => {
      const { page, complaints } = await planOf('stockholm-ahus-sektor');
      await page.getByRole('button', { name: 'Om planen' }).click();
      const end = page.getByLabel('Siste dag', { exact: true });
      await expect.poll(() => end.inputValue()).toBe('2027-12-31');
      await end.fill('2026-01-01');
      await page.locator('[id="horizon.end-problem"] .ds-validation-message').waitFor();
      expect(await end.getAttribute('aria-invalid')).toBe('true');
      await page.locator('.form-problems').getByRole('button', { name: 'Siste dag' }).click();
      expect(await end.evaluate((field) => field === document.activeElement)).toBe(true);
      await page.getByRole('button', { name: 'Bruk perioden i scenarioet som planen bygger på' }).click();
      expect(await end.inputValue()).toBe('2027-12-31');
      await page.locator('.form-problems').waitFor({ state: 'detached' });
      await page.getByLabel('Planen bygger på').selectOption('dagens-til-2028');
      await expect.poll(() => end.inputValue()).toBe('2028-12-31');
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    stageTimeout,
  );

  test.each(['light', 'dark'] as const)(
    'axe finds nothing to object to, and nothing is wider than a narrow phone, %s',
    async (colorScheme) => {
      const viewport = { width: 320, height: 800 };
      const { page } = await planOf('kombinasjon-tynset', { bypassCSP: true, colorScheme, viewport });
      await openChange(page, 0);
      await page.getByLabel(/^Andel av tiden på avdelingen/).fill('abc');
      await page.getByRole('heading', { name: 'Noe må rettes (1)' }).waitFor();
      await page.locator('plan-figures .form-base > summary').click();
      await page
        .getByRole('button', { name: /^Vis og endre/ })
        .first()
        .click();
      await page.locator('.add-change > summary').click();
      await page.getByRole('button', { name: 'Om planen' }).click();
      expect(await objections(page)).toEqual([]);
      const isTooWide = await page.locator('#plan-part').evaluate((form) => form.scrollWidth > form.clientWidth);
      expect(isTooWide).toBe(false);
      await page.context().close();
    },
    stageTimeout,
  );
});

async function planOf(id: string, options: Parameters<typeof visit>[1] = {}) {
  const visited = await visit(stage, options);
  const { page } = visited;
  const plan: unknown = parse(readFileSync(`scenarios/${id}.yaml`, 'utf8'));
  const address = deflateRawSync(JSON.stringify(plan)).toString('base64url');
  await page.goto(`${stage.address}#plan/${address}`);
  await page.locator('plan-form .form-changes li').first().waitFor();
  return visited;
}

async function openChange(page: Page, index: number): Promise<void> {
  await page.locator('plan-form .form-changes li').nth(index).getByRole('button', { name: /^Åpne/ }).click();
  await page.locator('plan-form .form-fields').first().waitFor();
}

async function undo(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Angre/ })
    .first()
    .click();
}

/** What axe objects to in the form. It is put into the page as a script, which the page itself would not let in. */
async function objections(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  return page.evaluate(async () => {
    interface Violation {
      id: string;
      nodes: { html: string; failureSummary?: string }[];
    }
    const { axe } = window as unknown as { axe: { run: (part: object) => Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run({
      include: ['plan-form', 'plan-figures', '.add-change', 'plan-bar', 'plan-posts'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}

/** Everything that describes a field to a screen reader, once it says something. */
async function describing(page: Page, field: ReturnType<Page['getByLabel']>, said: string): Promise<string> {
  await page.getByText(said, { exact: true }).first().waitFor();
  return field.evaluate((input) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' '),
  );
}
