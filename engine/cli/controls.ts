import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { controlsTable } from '../../reports/controls.js';
import { controlsMarkdown } from '../../reports/controlsMarkdown.js';
import { json } from '../../reports/json.js';
import { catalogueList, coverageOf } from '../compile/coverage.js';
import type { PolicySet } from '../compile/policies.js';
import type { Catalogue } from '../generated/catalogue.js';
import { CONFIG_FILE, loadConfig } from '../load/config.js';
import { nearest } from '../load/validate.js';
import { UserError } from '../problems.js';
import type { CommandContext } from './context.js';
import { terminal } from './judge.js';
import { print } from './output.js';
import { policiesFor } from './policies.js';

export interface ControlsArguments {
  dir: string;
  framework: string | undefined;
  domain: string | undefined;
  format: 'table' | 'json' | 'markdown';
  color: boolean | undefined;
}

/** Lists the controls: the built-in ones, and in a firm's directory its own beside them. */
export async function controls(args: ControlsArguments, { version }: CommandContext): Promise<void> {
  const root = resolve(args.dir);
  const config = existsSync(join(root, CONFIG_FILE)) ? await loadConfig(root) : undefined;
  const policies = await policiesFor(root, config, version);
  const catalogue = wanted(args, policies, config?.switchedOff);
  await print(rendered(catalogue, args), process.stdout);
}

function wanted(
  { framework, domain }: ControlsArguments,
  policies: PolicySet,
  switchedOff: readonly { control: string; reason: string }[] = [],
): Catalogue {
  const inDomain = domain === undefined ? policies.controls : ofDomain(domain, policies.controls);
  if (framework === undefined) return catalogueList({ ...policies, controls: inDomain }, { switchedOff });
  const name = frameworkNamed(framework, policies);
  const coverage = coverageOf(
    name,
    inDomain,
    policies.articles.find((list) => list.name === name),
  );
  const citing = inDomain.filter(({ citations }) => citations.some((citation) => citation.framework === name));
  return catalogueList({ ...policies, controls: citing }, { switchedOff, coverage });
}

function ofDomain(domain: string, all: PolicySet['controls']): PolicySet['controls'] {
  const found = all.filter((control) => control.domain === domain);
  if (found.length > 0) return found;
  const domains = [...new Set(all.map((control) => control.domain))];
  throw new UserError(`There is no domain "${domain}". The domains: ${domains.join(', ')}.`);
}

/** A framework whatever its capitals; its name may be shortened where only one begins so. */
function frameworkNamed(given: string, { controls: all, frameworks }: PolicySet): string {
  const cited = all.flatMap(({ citations }) => citations.map(({ framework }) => framework));
  const names = [...new Set([...frameworks.frameworks.map(({ name }) => name), ...cited])];
  const word = given.toLowerCase();
  const exact = names.find((name) => name.toLowerCase() === word);
  const begun = names.filter((name) => name.toLowerCase().startsWith(word));
  if (exact !== undefined) return exact;
  if (begun.length === 1) return begun[0] as string;
  const near = begun.length > 1 ? begun.join(', ') : nearest(given, names);
  throw new UserError(`There is no framework "${given}".${near === undefined ? '' : ` Did you mean ${near}?`}`);
}

function rendered(catalogue: Catalogue, args: ControlsArguments): string {
  if (args.format === 'json') return json(catalogue);
  return args.format === 'markdown' ? controlsMarkdown(catalogue) : controlsTable(catalogue, terminal(args));
}
