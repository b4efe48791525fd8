import { html, type TemplateResult } from 'lit-html';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { session, type Figures } from '../../run/session.ts';
import { chartData } from './chart-frame.ts';
import './distributions.ts';
import './flow-chart.ts';
import './heat-map-chart.ts';

/** The patterns behind the figures, drawn. */
export function chartsView(figures: Figures): TemplateResult {
  const { charts } = texts();
  const data = chartData(figures);
  // Figures of an earlier run are shown at once; what is not kept of them is run meanwhile.
  const isComing = session.status.kind === 'shown' && figures.a.playback === undefined;
  return html`
    <h3 class="ds-heading">${charts.heading}</h3>
    ${
      data === undefined
        ? html`<p class="ds-paragraph measure">${isComing ? charts.coming : charts.none}</p>`
        : html`
            <p class="ds-paragraph small quiet measure">${charts.help(number(data.patterns[0].length))}</p>
            <div class="charts">
              <heat-map-chart .data=${data}></heat-map-chart>
              <stay-chart .data=${data}></stay-chart>
              <midwives-met-chart .data=${data}></midwives-met-chart>
              <caseload-chart .data=${data}></caseload-chart>
              <flow-chart .data=${data}></flow-chart>
            </div>
          `
    }
  `;
}
