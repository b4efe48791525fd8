import { en } from '../../language/en.ts';
import { language, texts, type Language } from '../../language/language.ts';
import { nb } from '../../language/nb.ts';
import { valueAt, withValueAt, type PlanDocument } from '../plan-document.ts';

const dictionaries = { nb, en };

/** Which of the two texts of a plan that stand in both languages. */
export type NamingKey = 'name' | 'description';

/** A text of a plan in a language; empty if it has none there. */
export function textIn(document: PlanDocument, key: NamingKey, of: Language): string {
  const text = valueAt(document, [key, of]);
  return typeof text === 'string' ? text : '';
}

/** What a plan is called in the language of the page, or in the other if it has no name in this one. */
export function nameOf(document: PlanDocument): string {
  const shown = textIn(document, 'name', language());
  return shown || textIn(document, 'name', otherLanguage()) || texts().plan.nameless;
}

/** The language that the page is not shown in. */
export function otherLanguage(): Language {
  return language() === 'nb' ? 'en' : 'nb';
}

/**
 * The plan with another text in the language of the page. The text of the other language follows as long as nobody has
 * given it one of its own: while it is the same, empty, or what the page itself called a new plan.
 */
export function withText(document: PlanDocument, key: NamingKey, text: string): PlanDocument {
  const [shown, other] = [language(), otherLanguage()];
  const before = textIn(document, key, shown);
  const there = textIn(document, key, other);
  const { newName, newDescription } = dictionaries[other].plan;
  const follows = there === before || there === '' || there === newName || there === newDescription;
  const changed = withValueAt(document, [key, shown], text);
  return follows ? withValueAt(changed, [key, other], text) : changed;
}

/** The plan with «copy» after its name, in both languages. */
export function asCopy(document: PlanDocument): PlanDocument {
  return (['nb', 'en'] as const).reduce((copy, of) => {
    const name = textIn(copy, 'name', of);
    return name === '' ? copy : withValueAt(copy, ['name', of], dictionaries[of].plan.copyOf(name));
  }, document);
}
