import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, stageTimeout, visit, type TestStage } from './page.ts';

let stage: TestStage;
/** A busy machine may take its time to check a plan. */
const patient = { timeout: 20_000 };

beforeAll(async () => {
  stage = await openStage();
}, stageTimeout);

afterAll(() => stage.close());

const plan = {
  schemaVersion: 1,
  extends: 'dagens',
  name: { nb: 'Delt', en: 'Shared' },
  description: { nb: 'd', en: 'd' },
};
const teams = { model: 'continuity-teams', start: '2027-01-01', payer: 'districts', teams: { stovner: 2 } };

function packed(text: string): string {
  return `#plan/${deflateRawSync(text).toString('base64url')}`;
}

function linkTo(changes: object): string {
  return packed(JSON.stringify({ ...plan, ...changes }));
}

/** Follows a link on the page as it is, once what it said of the one before has been closed. */
async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector<HTMLElement>('.plan-notice .plan-tools button:last-child')?.click();
    location.hash = to;
  }, hash);
}

async function notice(page: Page): Promise<string> {
  await page.waitForFunction(() => document.querySelector('.plan-notice')?.textContent?.trim());
  return (await page.textContent('.plan-notice'))!.replace(/\s+/g, ' ').trim();
}

/** Puts values into the browser's databases before the page is opened. */
async function keepRubbish(
  page: Page,
  database: string,
  store: string,
  values: readonly [string, unknown][],
): Promise<void> {
  await page.route('**/empty', (route) => route.fulfill({ body: '<p>', contentType: 'text/html' }));
  await page.goto(`${stage.address}empty`);
  await page.evaluate(
    async ([name, into, all]) => {
      const opening = indexedDB.open(name, 1);
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.addEventListener('upgradeneeded', () => {
          if (name === 'fodesim-plans') opening.result.createObjectStore('plans', { keyPath: 'id' });
          opening.result.createObjectStore(name === 'fodesim-plans' ? 'drafts' : 'runs');
        });
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error(String(opening.error))));
      });
      const writing = opened.transaction(into, 'readwrite');
      for (const [key, value] of all) {
        if (into === 'plans') writing.objectStore(into).put(value);
        else writing.objectStore(into).put(value, key);
      }
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
      opened.close();
    },
    [database, store, values] as const,
  );
}

/** What the draft in the browser's database is called. */
function keptName(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('fodesim-plans');
    const opened = await new Promise<IDBDatabase>((resolve) => {
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const reading = opened.transaction('drafts').objectStore('drafts').get('draft');
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    opened.close();
    return (reading.result as { document?: { name?: { nb?: string } } } | null)?.document?.name?.nb;
  });
}

test(
  'a link that holds no plan says what is wrong with it, and changes nothing',
  async () => {
    const { page, complaints } = await visit(stage, { at: '#plan' });
    await page.waitForSelector('#plan-name');
    for (const [hash, said] of [
      ['#plan/%%%', /skadet eller kuttet/],
      [linkTo({}).slice(0, -9), /skadet eller kuttet/],
      [packed('hei'), /skadet eller kuttet/],
      [packed('[1]'), /inneholder ikke en plan/],
      [packed(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`), /inneholder ikke en plan/],
      [packed(`{"a":"${'x'.repeat(20_000_000)}"}`), /for lang/],
    ] as const) {
      await follow(page, hash);
      expect(await notice(page)).toMatch(said);
      expect(await page.inputValue('#plan-name')).toBe('Min plan');
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'a link with a plan of rubbish is opened, and every fault is told without a word of the program',
  async () => {
    const { page, complaints } = await visit(stage, { at: '#plan' });
    await page.waitForSelector('#plan-name');
    const problems = page.locator('.form-problems li');
    const markup = '<img src=x onerror="document.title=1">';
    await follow(
      page,
      linkTo({
        name: { nb: markup, en: '' },
        interventions: [
          null,
          { model: 'toString' },
          { ...teams, start: '2027-02-31', teams: { [markup]: 2, stovner: 1e20 } },
        ],
      }),
    );
    await expect.poll(() => page.inputValue('#plan-name'), patient).toBe(markup);
    await problems.first().waitFor();
    await problems.nth(4).waitFor();
    const told = (await problems.allTextContents()).join('\n').replace(/\s+/g, ' ');
    expect(told).toContain('Navn på engelsk');
    expect(told).toContain('Fant teksten «2027-02-31»');
    expect(told).not.toMatch(/Robson|continuity-teams|undefined/);
    for (let index = 0; index < 3; index++) {
      await page.locator('.form-changes li').nth(index).getByRole('button').first().click();
    }
    const start = page.getByLabel('Fra og med', { exact: true });
    expect(await start.inputValue()).toBe('2027-02-31');
    expect(await page.locator('main img').count()).toBe(0);
    await follow(page, linkTo({ extends: 'nowhere' }));
    await page.getByRole('button', { name: 'Planen bygger på' }).click();
    await page.locator('#extends').selectOption('dagens');
    await problems.first().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'a file of rubbish is refused with what is wrong and where, and the plan stays',
  async () => {
    const { page, complaints } = await visit(stage, { at: '#plan' });
    const bomb = [
      'a: &a [x, x]',
      ...Array.from('bcdefghijklmnopqrstuvwxyz', (name, index) => {
        const before = 'abcdefghijklmnopqrstuvwxyz'[index];
        return `${name}: &${name} [*${before}, *${before}, *${before}]`;
      }),
    ].join('\n');
    for (const [name, text, said] of [
      ['tom.yaml', '', /tom\.yaml, linje 1.*Filen er tom/],
      ['utf16.yaml', Buffer.from('\ufeffa: 1', 'utf16le'), /ikke tekst i UTF-8/],
      ['stor.yaml', Buffer.alloc(5_000_000, 97), /for stor/],
      ['tabell.csv', 'a;b', /ikke en fil av typen/],
      ['tabell.yaml', 'a;b\n1;2\n', /Fant teksten «a;b 1;2»/],
      ['to.yaml', 'a: 1\na: 2\n', /linje 2.*to ganger/],
      ['ring.yaml', 'a: &a [*a]\n', /ring\.yaml har feil/],
      ['bombe.yaml', bomb, /for dypt nøstet/],
      ['dyp.json', '['.repeat(20_000), /for dypt nøstet/],
      ['annen.yaml', 'schemaVersion: 7\nextends: dagens\n', /schemaVersion Fant 7/],
    ] as const) {
      await page.setInputFiles('.plan-upload', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await expect.poll(() => notice(page), { message: name, ...patient }).toMatch(said);
      expect(await page.inputValue('#plan-name')).toBe('Min plan');
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test(
  'rubbish in the browser’s databases is passed over, and the page keeps what is done from then on',
  async () => {
    const { page, complaints } = await visit(stage);
    await keepRubbish(page, 'fodesim-runs', 'runs', [['latest', { version: '0.3.0', figures: { comparison: {} } }]]);
    await keepRubbish(page, 'fodesim-plans', 'plans', [
      ['', { id: 'a' }],
      ['', { id: 'b', document: plan, version: 1, savedAt: 1e300 }],
      ['', { id: 'c', document: plan, version: 1, savedAt: 1 }],
    ]);
    for (const rubbish of [null, 5, { document: 5 }, { document: plan, past: [null], future: 5, start: 7 }]) {
      await keepRubbish(page, 'fodesim-plans', 'drafts', [
        ['draft', rubbish],
        ['replaced', rubbish],
      ]);
      await page.evaluate(() => localStorage.setItem('fodesim.run', '{"seed":["x"],"replications":'));
      await page.goto(`${stage.address}#plan`);
      await page.getByRole('button', { name: 'Mine planer (1)' }).waitFor();
      await page.fill('#plan-name', 'Etterpå');
      await expect.poll(() => keptName(page), patient).toBe('Etterpå');
      await page.reload();
      await expect.poll(() => page.inputValue('#plan-name'), patient).toBe('Etterpå');
      expect(await page.locator('.plan-bar .ds-alert').count()).toBe(0);
    }
    await page.goto(`${stage.address}#compare`);
    await page.waitForSelector('.statements li');
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stageTimeout,
);

test.each(['plan', 'compare', 'playback'] as const)(
  'three hundred clicks and keys without sense on the screen %s break nothing',
  async (view) => {
    const { page, complaints } = await visit(stage, { at: `#${view}` });
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.waitForSelector('.run-progress p');
    await page.evaluate(async (shown) => {
      let state = 20_260_101;
      const random = (below: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1;
        return state % below;
      };
      const keys = ['Enter', ' ', 'Escape', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'Home', 'End', 'Tab', 'z', 'k', '?'];
      const texts = ['', 'abc', '-1', '1e999', '2027-02-31', '=1', '٣'];
      for (let step = 0; step < 300; step++) {
        const part = document.querySelector(`#${shown}-part`)!;
        const all = [
          ...part.querySelectorAll<HTMLElement | SVGElement>(
            'button, input, select, summary, textarea, [tabindex="0"]',
          ),
        ];
        // A file chooser or a download would be opened for the test's sake only.
        const found = all.filter(
          (one) => one.checkVisibility() && !/Åpne fil|Last ned|CSV|PNG|SVG|Skriv ut/.test(one.textContent),
        );
        const target = found[random(found.length)];
        if (target === undefined) continue;
        target.focus();
        if (target instanceof HTMLSelectElement) target.selectedIndex = random(target.options.length);
        else if (target instanceof HTMLInputElement && ['text', 'search'].includes(target.type)) {
          target.value = texts[random(texts.length)]!;
        } else target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        target.dispatchEvent(new Event('input', { bubbles: true }));
        target.dispatchEvent(new Event('change', { bubbles: true }));
        const key = keys[random(keys.length)]!;
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }, view);
    expect(complaints).toEqual([]);
    expect(await page.locator('.run-form').isVisible()).toBe(true);
    await page.context().close();
  },
  stageTimeout,
);
