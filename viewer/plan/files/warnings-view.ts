import { html, nothing, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import { plan } from '../plan.ts';
import { savedPlans } from '../saved-plans.ts';
import { planFiles } from './plan-files.ts';

/** What holds for as long as it is not settled: nothing is kept, another tab has written, the plan cannot be checked. */
export function warningsView(): TemplateResult {
  const { plan: words } = texts();
  const trouble = planFiles.trouble ?? savedPlans.trouble;
  return html`
    ${trouble === undefined ? nothing : warning(words[trouble])}
    ${
      planFiles.otherTab
        ? warning(words.otherTab, [
            [words.keepMine, () => void planFiles.keepMine()],
            [words.takeTheirs, () => void planFiles.takeTheirs()],
          ])
        : nothing
    }
    ${
      planFiles.savedElsewhere
        ? warning(words.savedElsewhere, [
            [words.replaceSaved, () => void planFiles.saveOverOther()],
            [words.saveCopy, () => void planFiles.saveCopy()],
          ])
        : nothing
    }
    ${plan.checkFailure === undefined ? nothing : warning(words.checkerFailed(plan.checkFailure))}
  `;
}

function warning(text: string, choices: readonly (readonly [string, () => void])[] = []): TemplateResult {
  return html`
    <div class="ds-alert" data-color="warning" data-size="sm" role="alert">
      <div class="plan-message">
        <p>${text}</p>
        ${
          choices.length === 0
            ? nothing
            : html`<div class="plan-tools">
                ${choices.map(
                  ([label, act]) =>
                    html`<button class="ds-button" data-variant="secondary" data-size="sm" type="button" @click=${act}>
                      ${label}
                    </button>`,
                )}
              </div>`
        }
      </div>
    </div>
  `;
}
