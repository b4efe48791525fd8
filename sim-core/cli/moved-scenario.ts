import { parse } from 'yaml';
import type { ScenarioFiles } from '../../scenarios/schema/files.ts';
import { checkScenario, modelInputs, type ModelInputs } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { moved, type UncertainInput } from './uncertain-inputs.ts';
import type { Direction } from '../results/sensitivity.ts';
import { userFolder } from './scenario-reading.ts';

export type MovedScenario = { inputs: ModelInputs } | { refused: string };

/**
 * Reads scenarios with an input of the base data moved, in the base data and wherever a scenario replaces it, and checks
 * them like files that somebody has edited.
 */
export class MovedScenarios {
  private readonly files = nodeScenarioFiles({ workingFolder: userFolder() });
  private readonly contents = new Map<string, unknown>();

  /**
   * A scenario with an input moved. Where the checks refuse fractions, whole numbers are tried; a value that they refuse
   * then is not moved less far instead, but told of.
   */
  read(reference: string, input: UncertainInput, direction: Direction): MovedScenario {
    const fine = this.check(reference, input, direction, false);
    if ('inputs' in fine) return fine;
    const whole = this.check(reference, input, direction, true);
    return 'inputs' in whole ? whole : fine;
  }

  private check(reference: string, input: UncertainInput, direction: Direction, whole: boolean): MovedScenario {
    const files: ScenarioFiles = {
      ...this.files,
      read: (name) => {
        const original = this.files.read(name);
        if (!('text' in original)) return original;
        if (!this.contents.has(name)) this.contents.set(name, parse(original.text, { version: '1.2', schema: 'core' }));
        const content = this.contents.get(name) as { inputs?: unknown };
        // A scenario file replaces base data under `inputs`; a file of base data holds them from its top.
        const isScenario = 'schemaVersion' in content;
        const changed = isScenario
          ? {
              ...content,
              ...(content.inputs === undefined ? {} : { inputs: moved(content.inputs, input, direction, whole) }),
            }
          : moved(content, input, direction, whole);
        return { text: JSON.stringify(changed) };
      },
    };
    const result = checkScenario(reference, files);
    if ('scenario' in result) return { inputs: modelInputs(result.scenario) };
    const [problem] = result.problems;
    return { refused: `${problem!.path}: ${problem!.found.en}; allowed: ${problem!.allowed.en}` };
  }
}
