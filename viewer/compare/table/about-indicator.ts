import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import { hasPeopleBehind } from '../../playback/people/behind-figures.ts';
import type { Figures } from '../../run/session.ts';
import { pairedValues, type ComparisonRow } from '../figures.ts';
import type { Scale } from '../values.ts';
import { dotStrip } from './dot-strip.ts';

/** What an indicator means, what it is counted per, what is published, and its value in each replication. */
export function aboutView(row: ComparisonRow, scale: Scale, figures: Figures): TemplateResult {
  const { compare } = texts();
  const { definition, denominator } = row.indicator;
  return html`<div class="about-parts">
    <dl class="about-list small">
      ${aboutLine(compare.definition, localised(definition))} ${aboutLine(compare.denominator, localised(denominator))}
      ${row.published === undefined ? aboutLine(compare.published, compare.notPublished) : publishedView(row, scale)}
    </dl>
    ${
      figures.replications > 1 && row.a.n + row.b.n > 0
        ? dotStrip(pairedValues(row.key, figures), scale, [
            localised(figures.comparison.a.name),
            localised(figures.comparison.b.name),
          ])
        : nothing
    }
    ${hasPeopleBehind(row.key) && figures.b.playback !== undefined ? peopleButton(row.key) : nothing}
  </div>`;
}

/** Asks the playback to show the women whom a figure counts. */
function peopleButton(key: string): TemplateResult {
  const ask = ({ currentTarget }: Event) =>
    currentTarget?.dispatchEvent(new CustomEvent('fodesim-people-behind', { detail: { key }, bubbles: true }));
  return html`<button
    class="ds-button people-behind"
    data-variant="secondary"
    data-size="sm"
    type="button"
    @click=${ask}
  >
    ${texts().compare.peopleBehind}
  </button>`;
}

function publishedView({ published }: ComparisonRow, { factor, decimals }: Scale): TemplateResult {
  if (published === undefined) return html``;
  const { compare } = texts();
  const value = number(published.value * factor, decimals);
  const tolerance = number(published.tolerance * factor, decimals);
  return html`${aboutLine(compare.published, compare.publishedValue(value, tolerance))}
    <div>
      <dt>${compare.source}</dt>
      <dd class="source" lang="en">${published.source}</dd>
    </div>`;
}

function aboutLine(term: string, text: string): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${text}</dd>
  </div>`;
}
