import { date, timeOfDay } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { savedPlans } from '../saved-plans.ts';
import { planFiles } from './plan-files.ts';

/** Whether the plan is saved among the planner's own, and when that was done. */
export function statusText(): string {
  const { plan: words } = texts();
  if (planFiles.unsaved) return words.unsaved;
  const saved = savedPlans.list().find(({ id }) => id === planFiles.savedId);
  return saved === undefined ? words.neverSaved : words.savedAt(momentText(saved.savedAt));
}

/** A moment (milliseconds since 1970): the time of day if it is today, else the date. */
export function momentText(moment: number): string {
  const [then, now] = [new Date(moment), new Date()];
  if (then.toDateString() === now.toDateString()) return timeOfDay(then.getHours(), then.getMinutes());
  const [year, month, day] = [then.getFullYear(), then.getMonth() + 1, then.getDate()];
  return date(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
