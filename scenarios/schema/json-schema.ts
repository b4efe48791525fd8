import { z } from 'zod';
import { baseData } from './base-data.ts';
import { scenarioFile } from './scenario.ts';
import type { JsonSchema } from './schema-at.ts';

const toJsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;

export const scenarioFileJsonSchema = toJsonSchema(scenarioFile);
export const baseDataJsonSchema = toJsonSchema(baseData);

/**
 * The text of `scenario.schema.json`, which editors use to check and complete scenario files. The base data stands under
 * `$defs`. Update the committed file with `npx vitest run test/scenarios -u`.
 */
export function scenarioSchemaText(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'fodesim scenario',
    ...scenarioFileJsonSchema,
    $defs: { baseData: { ...baseDataJsonSchema, $schema: undefined } },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
