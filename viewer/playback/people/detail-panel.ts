export class DetailPanel extends HTMLElement {}

customElements.define('detail-panel', DetailPanel);
