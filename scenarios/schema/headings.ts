import type { z } from 'zod';
import { parseSource } from './document.ts';
import type { ScenarioFiles } from './files.ts';
import { checkScenario } from './load.ts';
import { ScenarioError } from './problems.ts';
import { scenarioFile, type horizon } from './scenario.ts';

type Horizon = z.infer<typeof horizon>;

/** What a scenario is called, and the time that it is about: enough to choose by. */
export interface ScenarioHeading {
  id: string;
  name: { nb: string; en: string };
  description: { nb: string; en: string };
  horizon: Horizon;
}

/**
 * The headings of every scenario that exists, in the order of their names. Base data are not read, so that a list to
 * choose from costs little; whatever else is wrong with a scenario is found when it is loaded.
 * @throws ScenarioError when a file is no scenario
 */
export function scenarioHeadings(files: ScenarioFiles): ScenarioHeading[] {
  const read = (file: string, id: string): z.infer<typeof scenarioFile> => {
    const content = files.read(file);
    const parsed = 'text' in content ? parseSource(file, content.text) : undefined;
    const checked =
      parsed !== undefined && 'document' in parsed ? scenarioFile.safeParse(parsed.document.value) : undefined;
    if (checked?.success) return checked.data;
    const outcome = checkScenario(id, files);
    throw new ScenarioError('problems' in outcome ? outcome.problems : []);
  };
  return files.scenarioNames().map((id) => {
    let file = files.resolve(id);
    const { name, description, ...own } = read(file, id);
    let content = own as Pick<z.infer<typeof scenarioFile>, 'extends' | 'horizon'>;
    const seen = new Set([file]);
    while (content.horizon === undefined && content.extends !== undefined) {
      file = files.resolve(content.extends, file);
      if (seen.has(file)) break;
      seen.add(file);
      content = read(file, id);
    }
    if (content.horizon === undefined) {
      const outcome = checkScenario(id, files);
      throw new ScenarioError('problems' in outcome ? outcome.problems : []);
    }
    return { id, name, description, horizon: content.horizon };
  });
}
