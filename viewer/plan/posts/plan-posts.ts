export class PlanPosts extends HTMLElement {}

customElements.define('plan-posts', PlanPosts);
