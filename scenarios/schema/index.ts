export * from './base-data.ts';
export * from './figure.ts';
export { scenarioFilesFromRecord, type ScenarioFiles } from './files.ts';
export { scenarioHeadings, type ScenarioHeading } from './headings.ts';
export { checkScenario, loadScenario, type ScenarioCheck } from './load.ts';
export { ReadingMemory } from './reading-memory.ts';
export * from './passport.ts';
export { problemText, ScenarioError, type Problem } from './problems.ts';
export * from './scenario.ts';
