/** The scenario that others are held against unless the planner chooses otherwise. */
export const usualScenario = 'dagens';

/** The plan of the finished example that a first visit shows. */
export const examplePlan = 'stockholm-ahus-sektor';

/** Scenarios of the service as it is today, for one horizon or another: held against them, a plan is held against today. */
const todaysScenarios = new Set([usualScenario, 'dagens-til-2028']);

/** Whether a scenario is the service as it is today. */
export function isToday(id: string): boolean {
  return todaysScenarios.has(id);
}
