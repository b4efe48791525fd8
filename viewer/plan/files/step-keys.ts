import { plan } from '../plan.ts';

/** Text fields have an undo of their own for what is typed in them. */
const textFields =
  'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=range], [type=button])';

/** Undoes and redoes by Ctrl or Cmd with Z, Shift and Z, or Y. @param isWanted whether the keys mean the plan now */
export function listenForStepKeys(isWanted: () => boolean): void {
  document.addEventListener('keydown', (event) => {
    const way = wayOf(event);
    if (way === undefined || !isWanted()) return;
    if (event.target instanceof Element && event.target.closest(textFields) !== null) return;
    event.preventDefault();
    if (way === 'undo') plan.undo();
    else plan.redo();
  });
}

function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : undefined;
}
