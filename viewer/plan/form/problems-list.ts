import { html, nothing, type TemplateResult } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import { problemCount, type Path, type Problem } from '../../../scenarios/schema/problems.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { modelOf } from '../files/changes.ts';
import { otherLanguage } from '../files/plan-name.ts';
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
    <h2 class="ds-heading" data-size="2xs">${form.problems(number(problemCount(problems)))}</h2>
    <p class="small">${form.problemsHelp}</p>
    <ul>
      ${problems.map((problem) => {
        if (problem.count !== undefined) return html`<li>${texts().plan.moreProblems(number(problem.count))}</li>`;
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
  if (path[0] === 'extends') return form.period.startsFrom;
  if (path[0] === 'name' || path[0] === 'description') {
    const { name, otherName, description, otherDescription } = texts().plan;
    const isOther = path[1] === otherLanguage();
    if (path[0] === 'name') return isOther ? otherName : name;
    return isOther ? otherDescription : description;
  }
  if (path[0] === 'horizon') {
    const key = path[1];
    return key === 'start' || key === 'end' || key === 'warmUpDays' ? form.period[key] : form.period.heading;
  }
  if (path[0] !== 'interventions' || path.length < 2) return form.wholePlan;
  const model = modelOf(interventionsIn(plan.document)[Number(path[1])] ?? '');
  const key = path[2];
  return key === undefined ? modelName(model) : `${modelName(model)} › ${fieldName(model, String(key))}`;
}
