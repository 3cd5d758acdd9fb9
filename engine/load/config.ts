import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../generated/config.js';
import { validate } from '../generated/validate-config.js';
import { type Problem, UserError } from '../problems.js';
import { patternProblem, readSource, type SourceText } from './files.js';
import { placeOf } from './places.js';
import { schemaOf } from './schema.js';
import { schemaProblems } from './validate.js';
import { parseSource } from './yaml.js';

export const CONFIG_FILE = 'privity.yaml';

/** The firm's configuration with its defaults filled in, and the file that it came from. */
export interface LoadedConfig {
  source: SourceText;
  profile: 'essentials' | 'standard' | 'full';
  inventory: string[];
  policies: string[];
  /** Whether the firm itself says where its rules stand: a pattern of its own that matches nothing is a mistake. */
  policiesNamed: boolean;
  registers: NonNullable<Config['registers']>;
  parameters: Record<string, unknown>;
  switchedOff: { control: string; reason: string }[];
  adoptedOn?: string;
  failOn: 'critical' | 'high' | 'medium' | 'low' | 'never';
  evaluationSeconds: number;
  memoryMb: number;
  detailInCi: boolean;
}

/** Reads `privity.yaml` of a firm's directory. @throws UserError where there is none, or it cannot be used. */
export async function loadConfig(root: string): Promise<LoadedConfig> {
  if (!existsSync(root)) throw new UserError(`There is no directory ${root}.`);
  if (!existsSync(join(root, CONFIG_FILE))) {
    throw new UserError(
      `There is no ${CONFIG_FILE} in ${root}. Go to the firm's directory, or create the file with the line "privity: 1".`,
    );
  }
  const source = readSource(root, CONFIG_FILE);
  if (!('text' in source)) throw new UserError([source]);
  const parsed = parseSource(source);
  if ('problems' in parsed) throw new UserError(parsed.problems);
  if (!validate(parsed.value ?? {}))
    throw new UserError(schemaProblems(source, schemaOf('config'), validate.errors ?? []));
  const config = parsed.value as Config;
  const inventory = config.inventory ?? ['inventory/**/*.{yaml,yml,json}', 'registers/**/*.{yaml,yml,json}'];
  const policies = config.policies ?? ['policies/**/*.rego'];
  const problems: Problem[] = [];
  for (const [key, patterns] of Object.entries({ inventory, policies })) {
    patterns.forEach((pattern, index) => {
      const wrong = patternProblem(pattern);
      if (wrong) problems.push({ place: placeOf(source, [key, index]), message: `The pattern "${pattern}" ${wrong}.` });
    });
  }
  if (problems.length > 0) throw new UserError(problems);
  return {
    source,
    profile: config.profile ?? 'standard',
    inventory,
    policies,
    policiesNamed: config.policies !== undefined,
    registers: config.registers ?? {},
    parameters: config.parameters ?? {},
    switchedOff: (config.controls?.off ?? []).map(({ control, reason }) => ({ control, reason })),
    ...(config.adopted_on === undefined ? {} : { adoptedOn: config.adopted_on }),
    failOn: config.gate?.fail_on ?? 'high',
    evaluationSeconds: config.limits?.evaluation_seconds ?? 10,
    memoryMb: config.limits?.memory_mb ?? 512,
    detailInCi: config.outputs?.detail_in_ci ?? false,
  };
}
