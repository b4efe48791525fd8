import type { Page } from 'playwright-core';
import { en } from '../../viewer/language/en.ts';
import { nb } from '../../viewer/language/nb.ts';

const words = {
  nb: /(?<!\p{L})(og|ikke|fra|til|med|som|av|på|er|det|kvinner?|kvinnen|jordmor|jordmødre|timer|senger|fødsel|ingen|rom|bydel|uke|dager|år|eller|hun|kan|har|ved)(?!\p{L})/iu,
  en: /(?<!\p{L})(the|and|of|not|with|from|is|are|this|that|which|woman|women|midwife|midwives|hours?|beds?|births?|none|rooms?|today|weeks?|months?|years?|or|she|has)(?!\p{L})/iu,
};
/** Letters that no English text of the page has, but names of places and hospitals do. */
const norwegianLetters = /[æøå]/i;

/**
 * Every text that a reader or a screen reader can meet, with what stands in attributes, apart from what is marked as being
 * in another language: the name of a language in that language, sources, which name reports in the language of those, and
 * what stands on keys.
 */
export function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const isOfPage = (element: Element | null): boolean =>
      element?.closest('[lang]')?.getAttribute('lang') === document.documentElement.lang &&
      element.closest('script, noscript, style, kbd, .source, .form-source, .form-passport [lang]') === null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.replace(/\s+/g, ' ').trim();
      if (text && isOfPage(walker.currentNode.parentElement)) found.add(text);
    }
    const attributes = ['aria-label', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt', 'label'];
    for (const name of attributes) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const value = element.getAttribute(name)?.trim();
        if (value && isOfPage(element)) found.add(value);
      }
    }
    return [...found];
  });
}

/** Those of the texts on a page in one language that hold words of the other. @param names names of places, which stay */
export function foreign(texts: readonly string[], language: 'nb' | 'en', names: readonly string[]): string[] {
  const other = language === 'nb' ? 'en' : 'nb';
  const own = new Set(leaves(language === 'nb' ? nb : en));
  const others = new Set(leaves(other === 'nb' ? nb : en).filter((text) => /\p{L}{2}/u.test(text) && !own.has(text)));
  const pattern = new RegExp(names.map((name) => name.replace(/[.()]/g, String.raw`\$&`)).join('|'), 'g');
  return texts.filter((text) => {
    const rest = text.replace(pattern, '');
    return others.has(rest) || words[other].test(rest) || (other === 'nb' && norwegianLetters.test(rest));
  });
}

function leaves(node: object): string[] {
  return Object.values(node).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? leaves(value) : [];
  });
}
