/** How outside addresses are asked, as people write it. */
export interface ExternalConfig {
  readonly allow?: readonly string[];
  readonly ignore?: readonly string[];
  readonly concurrency?: number;
  readonly perHost?: number;
  readonly delaySeconds?: number;
  readonly timeoutSeconds?: number;
  readonly freshHours?: number;
  readonly freshHoursBad?: number;
}

const number = (type: 'integer' | 'number', minimum: number, maximum: number, description: string) => ({
  description,
  type,
  minimum,
  maximum,
});

const hosts = (description: string) => ({
  description,
  type: 'array',
  items: { type: 'string', minLength: 1 },
});

export const externalDefaults: Required<ExternalConfig> = {
  allow: [],
  ignore: [],
  concurrency: 16,
  perHost: 2,
  delaySeconds: 0.5,
  timeoutSeconds: 20,
  freshHours: 24,
  freshHoursBad: 1,
};

const byDefault = (name: keyof ExternalConfig) => `Default: ${externalDefaults[name]}.`;

/** JSON Schema of `site.external`. */
export const externalSchema = {
  description: 'How outside addresses are asked with --external.',
  type: 'object',
  additionalProperties: false,
  properties: {
    allow: hosts(
      'Hosts, addresses and ranges that may be asked though they are not public: "wiki.example.com", "10.1.0.0/16". The name of a host does not allow link-local addresses.',
    ),
    ignore: hosts('Hosts that are never asked; "*.example.com" stands for all below it.'),
    concurrency: number('integer', 1, 64, `Requests at once. ${byDefault('concurrency')}`),
    perHost: number('integer', 1, 8, `Requests at once to one host. ${byDefault('perHost')}`),
    delaySeconds: number(
      'number',
      0,
      60,
      `Shortest time between two requests to one host. ${byDefault('delaySeconds')}`,
    ),
    timeoutSeconds: number('number', 0.1, 120, `Longest wait for an answer. ${byDefault('timeoutSeconds')}`),
    freshHours: number('number', 0, 720, `How long a good answer is kept. ${byDefault('freshHours')}`),
    freshHoursBad: number('number', 0, 720, `How long a bad answer is kept. ${byDefault('freshHoursBad')}`),
  },
};
