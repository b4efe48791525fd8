import type { Page } from 'playwright-core';

/** So many presses of the tab key are enough for any screen. */
const mostStops = 400;

/** What the tab key has come to, and what is wrong with it. */
interface Stop {
  name: string;
  faults: string[];
}

/**
 * Goes through the screen by the tab key from its beginning, and tells what was not reached, what came after something it
 * stands before, what does not show that it has the focus, and what then lies below the header or outside the screen.
 */
export async function faultsOfTabbing(page: Page): Promise<{ stops: number; faults: string[] }> {
  await page.evaluate(() => {
    // The tab key goes on from what had the focus last, so that has to be the page itself.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
  });
  await page.evaluate(prepare);
  const faults: string[] = [];
  let stops = 0;
  for (; stops < mostStops; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => (window as unknown as { nextStop: () => Stop | null }).nextStop());
    if (stop === null) break;
    faults.push(...stop.faults.map((fault) => `${stop.name}: ${fault}`));
  }
  const missed = await page.evaluate(() => (window as unknown as { missedStops: () => string[] }).missedStops());
  return { stops, faults: [...faults, ...missed.map((name) => `${name}: not reached`)] };
}

/** Puts into the page what looks at the element that has the focus. */
function prepare(): void {
  interface Seen {
    element: Element;
    box: DOMRect;
    looks: string;
  }
  const looked = [
    'outline',
    'boxShadow',
    'border',
    'background',
    'stroke',
    'strokeWidth',
    'visibility',
    'opacity',
    'clipPath',
  ];
  const seen = new Set<Element>();
  let last: Seen | undefined;

  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()} «${(element.getAttribute('aria-label') ?? (element.textContent.trim() || element.id)).replace(/\s+/g, ' ').slice(0, 60)}»`;

  const looksOf = (element: Element): string => {
    const label = element.closest('label');
    const around = [element, ...(label ? [label] : []), ...[...element.querySelectorAll('*')].slice(0, 20)];
    return around
      .map((part) => {
        const style = getComputedStyle(part) as unknown as Record<string, string>;
        return [...looked.map((name) => style[name]), part.getBoundingClientRect().width].join();
      })
      .join('|');
  };

  /** Where an element stands on the page; parts of the header stay where they are when the page is scrolled. */
  const boxOf = (element: Element): DOMRect => {
    const { left, top, width, height } = (element.closest('label') ?? element).getBoundingClientRect();
    return new DOMRect(left, element.closest('.page-bar-line') ? top : top + scrollY, width, height);
  };

  const isHidden = (element: Element): boolean => {
    const { left, right, top, bottom } = (element.closest('label') ?? element).getBoundingClientRect();
    const header = document.querySelector('.page-bar-line')!;
    const isSticky =
      getComputedStyle(header).position === 'sticky' && !header.contains(element) && !element.matches('.ds-skip-link');
    const ceiling = isSticky ? header.getBoundingClientRect().bottom - 1 : -1;
    // Of a table that is taller than the screen only a part can be in sight.
    const isTall = bottom - top > (innerHeight - ceiling) / 2;
    const isOutside = (isTall ? bottom : top) < ceiling || top > innerHeight || right < 0 || left > innerWidth;
    return isOutside || isCovered(element);
  };

  /** Whether the middle of an element lies below another that stays in its place while the page is scrolled. */
  const isCovered = (element: Element): boolean => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    if (above === null || above.contains(element) || element.contains(above)) return false;
    for (let part: Element | null = above; part && !part.contains(element); part = part.parentElement) {
      if (['sticky', 'fixed'].includes(getComputedStyle(part).position)) return true;
    }
    return false;
  };

  const nextStop = (): Stop | null => {
    const element = document.activeElement;
    const faults: string[] = [];
    // A field of a date has several stops within.
    if (element === last?.element) return { name: nameOf(element), faults };
    if (last && looksOf(last.element) === last.looks) faults.push(`${nameOf(last.element)} does not show its focus`);
    if (!element || element === document.body || seen.has(element)) {
      return faults.length > 0 && !(element && seen.has(element)) ? { name: 'end', faults } : null;
    }
    const box = boxOf(element);
    if (last && box.bottom <= last.box.top && box.left < last.box.right)
      faults.push(`comes after ${nameOf(last.element)}`);
    if (isHidden(element)) faults.push('is hidden while it has the focus');
    seen.add(element);
    last = { element, box, looks: looksOf(element) };
    return { name: nameOf(element), faults };
  };

  const missedStops = (): string[] => {
    const able = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex]';
    return [...document.querySelectorAll<HTMLElement>(able)]
      .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !seen.has(element) && !(element instanceof HTMLInputElement && element.type === 'radio'))
      .map(nameOf);
  };
  Object.assign(window, { nextStop, missedStops });
}
