import { availableParallelism } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { breakEvenCommand } from './commands/break-even.ts';
import { check } from './commands/check.ts';
import { compare } from './commands/compare.ts';
import { run } from './commands/run.ts';
import { sensitivity } from './commands/sensitivity.ts';
import { staff } from './commands/staff.ts';
import { validate } from './commands/validate.ts';
import { exitCodes, RunError, UsageError } from './failures.ts';
import { packageVersion } from './version.ts';
import { ScenarioError } from '../../scenarios/schema/index.ts';

const defaultReplications = 20;
const sensitivityReplications = 3;
const largestReplications = 100_000;
const largestPool = 256;

/** The command line; gives the exit code. @param args what stands after the program's name */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (error instanceof ScenarioError || error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return exitCodes.usage;
    }
    if (error instanceof RunError) {
      process.stderr.write(`${error.message}\n`);
      return exitCodes.failed;
    }
    throw error;
  }
}

function program(): Command {
  const command = new Command('sim')
    .description('Simulates the maternity service of a scenario. A scenario is a path, or a name in scenarios/.')
    .version(packageVersion)
    .exitOverride()
    .showHelpAfterError('(add --help for what is possible)');
  command.addCommand(
    withExperimentOptions(new Command('run').argument('<scenario>'))
      .description('run replications of a scenario and print every indicator with its 95 % interval')
      .action(run),
  );
  command.addCommand(
    withExperimentOptions(new Command('compare').argument('<base>').argument('<scenario...>'))
      .description('judge plans against a base: within the budget or not, side by side, and all paired differences')
      .option('--markdown', 'print verdicts and the table of plans as Markdown', false)
      .action(compare),
  );
  command.addCommand(
    withRunOptions(new Command('break-even').argument('<base>').argument('<plan>'))
      .description('find the value of one number of a plan at which it costs as much as the base')
      .requiredOption('--parameter <path>', 'the number in the plan’s file, e.g. interventions[0].caseload')
      .addOption(numberOption('--from <a>', 'smallest value to try'))
      .addOption(numberOption('--to <b>', 'largest value to try'))
      .option('--payer <id>', 'whose cost, or all', 'all')
      .addOption(replicationsOption(defaultReplications, 2))
      .action(breakEvenCommand),
  );
  command.addCommand(
    withRunOptions(new Command('sensitivity').argument('<base>').argument('<plan>'))
      .description('move every assumption of the base data to its low and high: which verdicts on a plan hang on it')
      .option('--inputs <text>', 'only assumptions with this in their name; several with commas')
      .addOption(replicationsOption(sensitivityReplications, 2))
      .action(sensitivity),
  );
  command.addCommand(
    new Command('check')
      .argument('<scenario>')
      .description('check a scenario file and all it rests on, without running it')
      .action(check),
  );
  command.addCommand(
    new Command('staff')
      .argument('<scenario>')
      .description('print rosters, absence, cover and breaches of working time of one replication')
      .addOption(seedOption())
      .addOption(
        new Option('--replication <n>', 'which replication: 0, 1, 2, …')
          .default(0)
          .argParser(wholeNumber(0, largestReplications)),
      )
      .option('--json', 'print one JSON object and nothing else', false)
      .action(staff),
  );
  command.addCommand(
    new Command('validate')
      .argument('[case...]')
      .description('run cases with known answers and print reference, ours, standard error and z')
      .addOption(seedOption())
      .addOption(
        new Option('--replications <n>', 'replications of each case (default: as many as the case asks for)').argParser(
          wholeNumber(2, largestReplications),
        ),
      )
      .option('--json', 'print one JSON object and nothing else', false)
      .option('--markdown', 'print the tables as they stand in the README', false)
      .addOption(
        new Option('--language <code>', 'language of the table of targets').choices(['nb', 'en']).default('en'),
      )
      .action(validate),
  );
  for (const subcommand of command.commands) subcommand.copyInheritedSettings(command);
  return command;
}

function withExperimentOptions(command: Command): Command {
  return withRunOptions(command)
    .addOption(
      new Option(
        '--replications <n|auto>',
        'number of replications, or auto: until the headline indicators are precise',
      )
        .default(defaultReplications)
        .argParser((text) => (text === 'auto' ? text : wholeNumber(1, largestReplications, ', or auto')(text))),
    )
    .option('--out <folder>', 'write manifest and tables to this new folder');
}

/** What every command has that runs replications on workers and prints a table. */
function withRunOptions(command: Command): Command {
  return command
    .addOption(seedOption())
    .addOption(
      new Option('--workers <n>', 'worker threads')
        .default(availableParallelism(), 'one for each core')
        .argParser(wholeNumber(1, largestPool)),
    )
    .option('--json', 'print one JSON object and nothing else', false)
    .addOption(new Option('--language <code>', 'language of the table').choices(['nb', 'en']).default('nb'));
}

function replicationsOption(ordinary: number, smallest: number): Option {
  return new Option('--replications <n>', 'replications of each scenario')
    .default(ordinary)
    .argParser(wholeNumber(smallest, largestReplications));
}

function numberOption(flags: string, description: string): Option {
  return new Option(flags, description).makeOptionMandatory().argParser((text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value)) {
      throw new InvalidArgumentError(`Found "${text}"; allowed is a number.`);
    }
    return value;
  });
}

function seedOption(): Option {
  return new Option('--seed <text>', 'seed of the random streams').default('1').argParser((text) => {
    if (text === '') throw new InvalidArgumentError('Found nothing; allowed is any text of one character or more.');
    return text;
  });
}

function wholeNumber(smallest: number, largest: number, otherwise = ''): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < smallest || value > largest) {
      throw new InvalidArgumentError(
        `Found "${text}"; allowed is a whole number from ${smallest} to ${largest}${otherwise}.`,
      );
    }
    return value;
  };
}
