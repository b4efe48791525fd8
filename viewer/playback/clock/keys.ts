import type { HappeningKind } from '../happenings.ts';
import type { Direction, Step } from '../steps.ts';

/** What the keyboard can ask of the playback. */
export type KeyCommand =
  | { kind: 'toggle' | 'worstNight' | 'help' }
  | { kind: 'step'; step: Step; direction: Direction }
  | { kind: 'end' | 'speed' | 'zoom'; direction: Direction }
  | { kind: 'jump'; what: HappeningKind; direction: Direction }
  | { kind: 'sides'; choice: 'a' | 'b' | 'both' };

const jumpKeys: Record<string, HappeningKind> = { b: 'birth', r: 'breach', e: 'oneToOne', d: 'diversion' };

const commands: Record<string, KeyCommand> = {
  PageUp: { kind: 'step', step: 'day', direction: 1 },
  PageDown: { kind: 'step', step: 'day', direction: -1 },
  '.': { kind: 'step', step: 'event', direction: 1 },
  ',': { kind: 'step', step: 'event', direction: -1 },
  Home: { kind: 'end', direction: -1 },
  End: { kind: 'end', direction: 1 },
  '+': { kind: 'zoom', direction: 1 },
  '-': { kind: 'zoom', direction: -1 },
  n: { kind: 'worstNight' },
  '?': { kind: 'help' },
  '<': { kind: 'speed', direction: -1 },
  '>': { kind: 'speed', direction: 1 },
  '1': { kind: 'sides', choice: 'a' },
  '2': { kind: 'sides', choice: 'b' },
  '3': { kind: 'sides', choice: 'both' },
};

/** Elements that use the keys themselves. */
const typing = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable], dialog[open] *';
const pressing = 'button, a[href], summary, input, [role="button"]';
const arrowed = 'input[type="radio"], [role="radio"], [role="option"], [role="tab"], .wide-table';

/** What a key asks for, if it asks for anything where it was pressed. */
export function commandOf(event: KeyboardEvent): KeyCommand | undefined {
  const target = event.target instanceof Element ? event.target : undefined;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target?.closest(typing))
    return undefined;
  const { key, shiftKey } = event;
  if (key === ' ') return target?.closest(pressing) ? undefined : { kind: 'toggle' };
  if (key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown'].includes(key)) {
    if (target?.closest(arrowed)) return undefined;
  }
  const direction = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : undefined;
  if (direction) return { kind: 'step', step: shiftKey ? 'shift' : 'hour', direction };
  const what = jumpKeys[key.toLowerCase()];
  if (what) return { kind: 'jump', what, direction: shiftKey ? -1 : 1 };
  return commands[key] ?? commands[key.toLowerCase()];
}
