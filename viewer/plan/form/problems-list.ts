import { html, nothing, type TemplateResult } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path, Problem } from '../../../scenarios/schema/problems.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { modelOf } from '../files/changes.ts';
import { interventionsIn } from '../plan-document.ts';
import { plan } from '../plan.ts';
import { wordOf } from './field-frame.ts';
import { fieldName, figureTitle, modelName } from './names.ts';
import { pathIn, problemSentence } from './plan-problems.ts';

/** All that is wrong with the plan, each with a button that goes to its field. */
export function problemsList(
  problems: readonly Problem[],
  data: BaseData,
  goTo: (path: Path) => void,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const { form } = texts();
  return html`<div class="ds-alert form-problems" data-color="danger">
    <h3 class="ds-heading" data-size="2xs">${form.problems(number(problems.length))}</h3>
    <p class="small">${form.problemsHelp}</p>
    <ul>
      ${problems.map((problem) => {
        const path = pathIn(problem.path);
        return html`<li>
          <button class="form-link" type="button" @click=${() => goTo(path)}>${placeOf(path, data)}</button>
          ${problemSentence(problem, (name) => wordOf({ data }, name))}
        </li>`;
      })}
    </ul>
  </div>`;
}

/** Where a problem is, in words. */
function placeOf(path: Path, data: BaseData): string {
  const { form } = texts();
  if (path[0] === 'inputs')
    return figureTitle(
      path.slice(1).filter((step) => step !== 'value'),
      data,
    );
  if (path[0] !== 'interventions' || path.length < 2) return form.wholePlan;
  const model = modelOf(interventionsIn(plan.document)[Number(path[1])] ?? '');
  const key = path[2];
  return key === undefined ? modelName(model) : `${modelName(model)} › ${fieldName(model, String(key))}`;
}
