export class PlanMap extends HTMLElement {}

customElements.define('plan-map', PlanMap);
