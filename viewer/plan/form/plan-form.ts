export class PlanForm extends HTMLElement {}

customElements.define('plan-form', PlanForm);
