export class PlanBar extends HTMLElement {}

customElements.define('plan-bar', PlanBar);
