import type { TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import type { Recorded } from './recorded.ts';
import { instant, providerName, womanName } from './names.ts';
import { inline } from './tables.ts';

/** What the details can be asked to do from within. */
export interface Actions {
  openWoman: (woman: number) => void;
  openPerson: (person: number) => void;
  openBreach: (breach: number) => void;
  /** Moves the clock. @param time minutes of the clock */
  goTo: (time: number) => void;
  /** Which page of a long list is shown, by the list's name, and how to show another. */
  pages: (list: string) => { page: number; show: (page: number) => void };
}

export function womanLink(woman: number, { openWoman }: Actions): TemplateResult {
  return inline(womanName(woman), () => openWoman(woman));
}

/** A person's name, which opens her; of others, their name only. */
export function providerLink(recorded: Recorded, provider: number, { openPerson }: Actions): TemplateResult | string {
  const name = providerName(recorded, provider);
  return provider >= 0 ? inline(name, () => openPerson(provider)) : name;
}

/** An instant that moves the clock to it, if it lies within the horizon; otherwise its text only. */
export function timeLink(recorded: Recorded, time: number, { goTo }: Actions): TemplateResult | string {
  const { from, to } = recorded.playback;
  const text = instant(recorded, time);
  if (!(time >= from && time < to)) return text;
  return inline(text, () => goTo(time), `${texts().people.table.goTo} ${text}`);
}
