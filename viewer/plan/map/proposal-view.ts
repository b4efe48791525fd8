import { html, nothing, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { number, percent } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { modelNames, type Choice, type Proposal } from './care-models.ts';
import { namesOrCount } from './model-shapes.ts';
import { teamsFor } from './team-posts.ts';

/** What would be added, and the sums behind it. */
export function proposalView(
  { districts, leftOut, posts }: Proposal,
  choice: Choice,
  scenario: Scenario,
): TemplateResult {
  const { planMap } = texts();
  const { caseload, midwives } = scenario.data.continuityTeams;
  const hasTeams = modelNames[choice.model] === 'continuity-teams';
  const teams = districts.map(({ births }) => teamsFor(births, choice.coverage, caseload.value));
  const all = teams.reduce((sum, count) => sum + count, 0);
  const recruited = posts.needed - posts.fromWards - posts.fromDistricts;
  if (districts.length + leftOut.length === 0) return html``;
  return html`<div class="panel-step panel-proposal small" role="group" aria-labelledby="plan-proposal">
    <h4 class="ds-label" id="plan-proposal">${planMap.proposal}</h4>
    ${(['hasIt', 'tooFewBirths', 'noMidwives'] as const).map((reason) => {
      const names = leftOut.flatMap((one) => (one.reason === reason ? [one.district.name] : []));
      return names.length === 0 ? nothing : html`<p>${planMap.leftOut[reason](namesOrCount(names))}</p>`;
    })}
    ${
      districts.length > 0 && hasTeams
        ? html`<ul>
              ${districts.map(
                ({ name, births }, index) =>
                  html`<li>
                    ${planMap.proposalTeams(
                      name,
                      number(births),
                      percent(choice.coverage),
                      number(caseload.value),
                      number(teams[index]!),
                    )}
                  </li>`,
              )}
            </ul>
            <p>${planMap.proposalTeamsSum(number(all), number(midwives.value), number(posts.needed))}.</p>`
        : nothing
    }
    ${
      districts.length > 0 && !hasTeams
        ? html`<p>
            ${planMap.proposalOnly(planMap.models[choice.model], namesOrCount(districts.map(({ name }) => name)))}
          </p>`
        : nothing
    }
    ${posts.needed > 0 && !hasTeams ? html`<p>${planMap.proposalPosts(number(posts.needed, 1))}.</p>` : nothing}
    ${
      posts.needed > 0
        ? html`<p>
            ${planMap.proposalFrom(decimals(posts.fromWards), decimals(posts.fromDistricts))}
            ${recruited > 0 ? planMap.proposalRecruited(decimals(recruited)) : nothing}
          </p>`
        : nothing
    }
  </div>`;
}

/** Posts come in quarters. */
function decimals(posts: number): string {
  return number(posts, Number.isInteger(posts) ? 0 : 2);
}
