import type { Path } from '../../../scenarios/schema/problems.ts';
import { schemaAt, type JsonSchema } from '../../../scenarios/schema/schema-at.ts';

/** The schemas that forms are made from, as data: the library that checks values is only in the worker. */
export interface FormSchemas {
  /** What can stand in `interventions`, by its model. */
  interventions: ReadonlyMap<string, JsonSchema>;
  /** The base data that a plan may replace figures of. */
  baseData: JsonSchema;
}

interface SchemaFile extends JsonSchema {
  $defs: { baseData: JsonSchema };
}

let loading: Promise<FormSchemas> | undefined;

/** The schemas, read the first time they are asked for. */
export function formSchemas(): Promise<FormSchemas> {
  loading ??= import('../../../scenarios/schema/scenario.schema.json?raw').then((file) => schemasIn(file.default));
  return loading;
}

/** The schemas in the text of `scenario.schema.json`. */
export function schemasIn(text: string): FormSchemas {
  const file = JSON.parse(text) as SchemaFile;
  const written = file.properties?.['interventions']?.items?.oneOf ?? [];
  return {
    interventions: new Map(written.map((schema) => [String(schema.properties?.['model']?.const), schema])),
    baseData: file.$defs.baseData,
  };
}

/** The schema of the value of a figure at a path of the base data. @param data that which the path leads through */
export function figureValueSchema({ baseData }: FormSchemas, path: Path, data: unknown): JsonSchema | undefined {
  return schemaAt(baseData, path, data)?.properties?.['value'];
}
