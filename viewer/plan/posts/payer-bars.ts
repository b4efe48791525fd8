import { html, nothing, type TemplateResult } from 'lit-html';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { kroner, number, signed } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import type { Balance, PayerCosts } from './balance.ts';
import { barOf } from './bar.ts';

const million = 1e6;
/** Differences below this are rounding. */
const least = 0.005;

/** Posts and fixed costs of each employer, today and in the plan, with what is to be recruited. */
export function payerBars(inputs: ModelInputs, balance: Balance): TemplateResult {
  const { posts } = texts();
  const { employers } = balance.posts;
  const mostPosts = Math.max(1, ...employers.flatMap(({ usual, posts: planned }) => [usual, planned]));
  const mostKroner = Math.max(1, ...balance.costs.flatMap(({ today, planned }) => [today, planned]));
  return html`
    <div class="posts-payers">
      ${balance.costs.map((costs) => {
        const lines = employers.filter(({ employer }) => employer === costs.payer);
        if (lines.length === 0 && Math.abs(costs.today) < 1 && Math.abs(costs.planned) < 1) return nothing;
        return html`<section class="posts-payer">
          <h4>${localised(inputs.data.economy.payers[costs.payer]!.name)}</h4>
          ${lines.map(({ profession, usual, posts: planned }) =>
            line(
              posts.postsOf(posts.professions[profession]),
              barOf(usual, planned, mostPosts, posts.barLabel(number(usual, 1), number(planned, 1))),
              number(planned, 1),
              Math.abs(planned - usual) < least ? '' : signed(planned - usual, 1),
            ),
          )}
          ${costLine(costs, mostKroner)}
        </section>`;
      })}
    </div>
    ${recruitedView(balance)}
  `;
}

function costLine({ today, planned }: PayerCosts, most: number): TemplateResult {
  const { posts, compare } = texts();
  const change = (planned - today) / million;
  return line(
    posts.kroner,
    barOf(today, planned, most, posts.kronerBarLabel(kroner(today), kroner(planned))),
    kroner(planned),
    Math.abs(change) < least ? '' : compare.millionsOfKroner(signed(change, 1)),
  );
}

function line(name: string, bar: TemplateResult, value: string, change: string): TemplateResult {
  const { posts } = texts();
  return html`<div class="posts-line">
    <span>${name}</span>
    ${bar}
    <span class="figure">${value}</span>
    <span class="figure posts-change"
      >${change === '' ? html`<span class="quiet">${posts.noChange}</span>` : change}</span
    >
  </div>`;
}

function recruitedView({ posts: { professions } }: Balance): TemplateResult {
  const { posts } = texts();
  const lines = professions.filter(({ recruited }) => Math.abs(recruited) >= least);
  return html`<ul class="posts-recruited">
    ${
      lines.length === 0
        ? html`<li>${posts.even}</li>`
        : lines.map(({ profession, recruited }) => {
            const text = recruited > 0 ? posts.recruited : posts.freed;
            return html`<li>${posts.professions[profession]}: ${text(number(Math.abs(recruited), 1))}</li>`;
          })
    }
  </ul>`;
}
