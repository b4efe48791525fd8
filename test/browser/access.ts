import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** A rule of axe that the page breaks, and where. */
export interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** How many pixels the page is wider than the screen. */
export function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The levels of the headings in sight, in the order of the page. */
export function headingLevels(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map(({ tagName }) => Number(tagName[1])),
  );
}

/** What axe objects to on the page as it stands, which has to let scripts in. */
export async function violations(page: Page): Promise<Violation[]> {
  if (await page.evaluate(() => !('axe' in window))) {
    const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.addScriptTag({ content: await readFile(path, 'utf8') });
  }
  return page.evaluate(async (runOnly) => {
    type Run = (of: Document, options: object) => Promise<{ violations: Violation[] }>;
    const { axe } = window as unknown as { axe: { run: Run } };
    const { violations: found } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })),
    }));
  }, rules);
}
