export class BoardPaper extends HTMLElement {}

customElements.define('board-paper', BoardPaper);
