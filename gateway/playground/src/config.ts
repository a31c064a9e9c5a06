/** An operation to start from, written in `examples/`. */
export interface Example {
  /** Path without extension, unique: `1-first-steps/1-lao-cai-2024`. */
  id: string;
  title: string;
  query: string;
  /** JSON text, empty when the operation takes no variables. */
  variables: string;
}

export interface ExampleGroup {
  title: string;
  examples: Example[];
}

export interface PlaygroundConfig {
  /** Where operations are sent; on this origin. */
  endpoint: string;
  /** Whether the gateway tells how it answers. */
  queryPlans: boolean;
  /** The first example of the first group is what a first visit shows. */
  groups: ExampleGroup[];
}

/** Asks the gateway for what the page is made from. */
export async function loadConfig(): Promise<PlaygroundConfig> {
  const response = await fetch('./config.json');
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  return response.json();
}
