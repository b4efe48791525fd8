import { simulate } from '../../maternity/run-replication.ts';
import { workingTimeRules } from '../../maternity/staff/working-time-rules.ts';
import { staffReport, type StaffReport } from '../../results/staff-report.ts';
import { aligned } from '../../results/text-table.ts';
import { readInputs } from '../scenario-reading.ts';

interface StaffOptions {
  seed: string;
  replication: number;
  json: boolean;
}

const bases = ['planned', 'worked'] as const;

/** `sim staff`: rosters, absence, cover and working time of one replication of a scenario. */
export function staff(reference: string, { seed, replication, json }: StaffOptions): void {
  const inputs = readInputs(reference);
  const report = staffReport(simulate(inputs, seed, replication, false));
  if (json) {
    process.stdout.write(`${JSON.stringify({ scenario: inputs.id, seed, replication, ...report })}\n`);
    return;
  }
  const { start, end } = inputs.horizon;
  process.stdout.write(
    `${inputs.name.en} (${inputs.id}), ${start} – ${end}, seed "${seed}", replication ${replication}\n\n` +
      `${unitTable(report)}\n\n${breachTable(report)}\n\n` +
      'Every post without a person, every breach with person and day, and women per midwife by hour of week: --json\n',
  );
}

/** One line for each unit, in shifts of one person. */
function unitTable({ units }: StaffReport): string {
  const header = [
    'Unit',
    'people',
    'full-time posts',
    'posts',
    'not in roster',
    'away',
    'extra',
    'overtime',
    'lent by others',
    'hired',
    'open',
  ];
  const rows = units.map((unit) => [
    unit.unit,
    ...[unit.people, unit.fullTimePosts, unit.posts, unit.missingInRoster, unit.away].map(text),
    ...[unit.extraShifts, unit.overtimeShifts, unit.borrowed, unit.hiredShifts, unit.open].map(text),
  ]);
  const figures = header.flatMap((_, column) => (column === 0 ? [] : [column]));
  return aligned([header, ...rows], figures);
}

function breachTable({ breaches }: StaffReport): string {
  const count = (rule: string, basis: string): number =>
    breaches.filter((breach) => breach.rule === rule && breach.basis === basis).length;
  const rows = workingTimeRules.map((rule) => [rule, ...bases.map((basis) => text(count(rule, basis)))]);
  return aligned([['Breaches of working time', ...bases], ...rows]);
}

function text(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}
