import type { Calendar } from '../kernel/index.ts';
import { originIds, type ModelInputs } from './model-inputs.ts';

type Intervention = ModelInputs['interventions'][number];
type Model = Intervention['model'];
export type InterventionOf<M extends Model> = Extract<Intervention, { model: M }>;

/** An intervention with the days on which it is in force. */
export interface DatedIntervention<M extends Model> {
  intervention: InterventionOf<M>;
  /** Place in the list of interventions. */
  index: number;
  /** First day, and the day after the last; Infinity without an end. */
  fromDay: number;
  endDay: number;
}

/** The interventions of one model, in the order of the scenario. */
export function interventionsOf<M extends Model>(
  { interventions }: ModelInputs,
  calendar: Calendar,
  model: M,
): DatedIntervention<M>[] {
  return interventions.flatMap((intervention, index) =>
    isOf(intervention, model)
      ? [
          {
            intervention,
            index,
            fromDay: calendar.dayNumber(intervention.start),
            endDay: intervention.end === undefined ? Infinity : calendar.dayNumber(intervention.end) + 1,
          },
        ]
      : [],
  );
}

/** What is in force in a district on a day; of models that no district may have twice at a time for the same women. */
export class ByDistrict<M extends Model & ModelWithDistricts> {
  private readonly ofOrigin: readonly (readonly DatedIntervention<M>[])[];

  constructor(inputs: ModelInputs, calendar: Calendar, model: M) {
    const all = interventionsOf(inputs, calendar, model);
    this.ofOrigin = originIds(inputs).map((id) =>
      all.filter(({ intervention }) => (intervention as InterventionOf<ModelWithDistricts>).districts.includes(id)),
    );
  }

  /**
   * @param origin index of the district @param day number of the day
   * @param isFor which of several for different women is meant; the first, if it is left out
   */
  at(
    origin: number,
    day: number,
    isFor: (intervention: InterventionOf<M>) => boolean = () => true,
  ): InterventionOf<M> | undefined {
    const dated = this.ofOrigin[origin]!;
    for (let index = 0; index < dated.length; index++) {
      const { fromDay, endDay, intervention } = dated[index]!;
      if (fromDay <= day && day < endDay && isFor(intervention)) return intervention;
    }
    return undefined;
  }
}

/** Models whose interventions list the districts where they are in force. */
type ModelWithDistricts = {
  [M in Model]: InterventionOf<M> extends { districts: readonly string[] } ? M : never;
}[Model];

function isOf<M extends Model>(intervention: Intervention, model: M): intervention is InterventionOf<M> {
  return intervention.model === model;
}
