import type { LocalisedText } from '../../sim-core/maternity/indicators/indicator.ts';
import type { Dictionary } from './dictionary.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';

export const languages = ['nb', 'en'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Record<Language, string> = { nb: 'Norsk bokmål', en: 'English' };

const dictionaries: Record<Language, Dictionary> = { nb, en };
const storageKey = 'fodesim.language';
const changes = new EventTarget();
let current: Language = stored();

/** The language the page is shown in now. */
export function language(): Language {
  return current;
}

/** The texts of the page in the language it is shown in now. */
export function texts(): Dictionary {
  return dictionaries[current];
}

/** A text that comes with the data, in the language the page is shown in now. */
export function localised(text: LocalisedText): string {
  return text[current];
}

/** Shows the page in another language and remembers it for the next visit. */
export function chooseLanguage(chosen: Language): void {
  current = chosen;
  try {
    localStorage.setItem(storageKey, chosen);
  } catch {
    // Storage may be forbidden by the browser's settings; the choice then lasts for this visit only.
  }
  announce();
}

/** Calls back at once and after every change of language. */
export function onLanguage(callback: () => void): void {
  changes.addEventListener('change', callback);
  callback();
}

function announce(): void {
  changes.dispatchEvent(new Event('change'));
}

function stored(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'nb';
  } catch {
    return 'nb';
  }
}
