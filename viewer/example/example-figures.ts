/** The finished example as it comes with the page: the indicators of every replication, without a recording. */
export interface ExampleFigures {
  seed: string;
  replications: number;
  /** Today's service, and the plan. */
  a: ExampleScenario;
  b: ExampleScenario;
}

export interface ExampleScenario {
  scenario: string;
  traceHashes: string[];
  /** By key; null where an indicator has no value. */
  indicators: Record<string, (number | null)[]>;
}
