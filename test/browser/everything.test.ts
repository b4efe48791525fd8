import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headingLevels, violations, widthBeyond } from './access.ts';
import { throughComparison, throughPlan, throughPlayback, throughTour, type Look } from './everything.ts';
import { openStage, stageTimeout, visit, type TestStage } from './page.ts';
import { foreign, textsOf } from './read-texts.ts';

/** Names that are the same in every language. */
const names = [
  'Ullevål',
  'Grünerløkka',
  'Østensjø',
  'Søndre Nordstrand',
  'Søndre',
  'Helse Sør-Øst',
  'Møre og Romsdal',
  'Min jordmor',
  'Norsk bokmål',
  'Epidural',
];
/** Going through everything takes long on a busy machine. */
const walkTimeout = 600_000;

describe('everything that can be opened', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openStage();
  }, stageTimeout);
  afterAll(async () => {
    await stage.close();
  });

  test.each([
    ['nb', 'light'],
    ['en', 'dark'],
  ] as const)(
    'in %s and %s is in that language, open to all, and no wider than the screen',
    async (language, colorScheme) => {
      // axe is put into the page, which itself would let no such script in.
      const { page, complaints } = await visit(stage, { bypassCSP: true, colorScheme, withTour: true });
      if (language === 'en') await page.getByRole('radio', { name: 'English' }).check({ force: true });
      const found = new Map<string, string>();
      const objections: unknown[] = [];
      const look: Look = async (what, isThorough = false) => {
        for (const text of await textsOf(page)) if (!found.has(text)) found.set(text, what);
        if (!isThorough) return;
        objections.push(...(await violations(page)).map((violation) => ({ what, ...violation })));
        expect(await widthBeyond(page), what).toBeLessThanOrEqual(0);
        const levels = await headingLevels(page);
        expect(levels[0], what).toBe(1);
        levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0), what).toBeLessThanOrEqual(1));
      };
      await throughTour(page, look);
      await throughPlan(page, look);
      await throughComparison(page, look);
      await throughPlayback(page, look);
      expect(objections).toEqual([]);
      expect(foreign([...found.keys()], language, names).map((text) => `${found.get(text)}: ${text}`)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    walkTimeout,
  );
});
