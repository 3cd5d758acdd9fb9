import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { CORE_SCHEMA, dump } from 'js-yaml';
import { askCompiler, type CompilerRequest, type CompilerResponse } from '../../engine/compile/compiler.js';
import { nativeCompiler } from '../../engine/compile/native.js';
import { builtinSources, type PolicySet } from '../../engine/compile/policies.js';
import type { RuleData } from '../../engine/evaluate/facts.js';
import type { ControlSelection, Yielded } from '../../engine/evaluate/protocol.js';
import { jsonBuffer, type Unit } from '../../engine/evaluate/units.js';
import { withFirm } from '../support/firm.js';
import { inOrder, type RuleInputs, ruleInputs, withSortedKeys } from '../support/judging.js';
import type { Firm } from './inventories.js';

/** Evaluates a request of the embedded compiler: there, or in the same program built for this machine. */
export type SecondEngine = (request: CompilerRequest) => Promise<CompilerResponse>;

const embedded: SecondEngine = (request) => askCompiler(request, 900_000);

/**
 * The second engine: the compiler's program built for this machine, where Go is at hand, else the embedded one, which takes
 * five times as long and holds 50 inventories in its memory.
 */
export function secondEngine(): { second: SecondEngine; isNative: boolean } {
  const native = process.env.OPA === 'embedded' ? undefined : nativeCompiler();
  return { second: native ?? embedded, isNative: native !== undefined };
}

/** What the rules are given for a firm: all that is judged in one evaluation of the second engine. */
export interface Case {
  data: RuleData;
  batches: { kind: string; input: { units: Record<string, Unit>; controls: ControlSelection } }[];
}

/**
 * A firm as the load stage reads it from its files.
 * @param only the one control that is wanted; absent: all
 */
export async function caseOf(firm: Firm, policies: PolicySet, only?: string): Promise<Case> {
  const inputs = await withFirm(filesOf(firm), (root) => ruleInputs(root, firm.asOf, policies));
  return caseOfInputs(inputs, firm.listed, only);
}

export function caseOfInputs({ data, batches }: RuleInputs, listed: boolean, only?: string): Case {
  return {
    data,
    batches: batches
      .map(({ kind, units, controls }) => ({
        kind,
        input: {
          units: Object.fromEntries(units.map(({ key, unit }) => [key, unit])),
          controls: Object.fromEntries(
            Object.entries(controls)
              .filter(([id]) => only === undefined || id === only)
              .map(([id, { path }]) => [id, { path, list: listed }]),
          ),
        },
      }))
      .filter(({ input }) => Object.keys(input.units).length > 0 && Object.keys(input.controls).length > 0),
  };
}

/** The files of a firm's repository. */
export function filesOf({ yaml, parameters, declared }: Firm): Record<string, string> {
  const config = dump({ privity: 1, parameters }, { schema: CORE_SCHEMA });
  if (!yaml) return { 'privity.yaml': config, 'inventory/firm.json': JSON.stringify(declared) };
  return { 'privity.yaml': config, 'inventory/firm.yaml': dump(declared, { schema: CORE_SCHEMA, noRefs: true }) };
}

/** What an engine said of a case: a text for each unit and control, and for controls that do not apply. */
export type Verdicts = Map<string, string>;

/** A verdict that the engines do not share; absent where an engine has none. */
export interface Difference {
  /** Index of the case. */
  index: number;
  kind: string;
  unit: string;
  control: string;
  wasm: string | undefined;
  opa: string | undefined;
}

/** Both engines over the built-in rules. */
export interface Engines {
  policies: PolicySet;
  /**
   * Judges every case by both; `judged` is what WebAssembly yields, batch by batch.
   * @param only the one control that is judged: its rules alone are compiled then
   */
  compare(
    cases: readonly Case[],
    second: SecondEngine,
    only?: string,
  ): Promise<{ judged: Yielded[][]; differences: Difference[] }>;
}

/** One evaluation of a case: what `main/judged` yields for each batch, and the controls that do not apply. */
const QUERY = `{
  "judged": [judged | some batch in input.batches; judged := data.main.judged with input as batch],
  "not_applicable": [codes | some batch in input.batches; codes := data.main.not_applicable with input as batch]
}`;

interface Answer {
  judged: Yielded[];
  not_applicable: Record<string, string>[];
}

export async function startEngines(policies: PolicySet): Promise<Engines> {
  const module = await WebAssembly.compile(new Uint8Array(policies.wasm));
  const rules = await loadPolicy(module, { initial: 2_000, maximum: 16_384 });
  const sources = await builtinSources();

  function inWasm({ data, batches }: Case): Answer {
    rules.setData(jsonBuffer(data));
    const evaluated = <T>(entrypoint: string) =>
      batches.map(({ input }) => rules.evaluate(jsonBuffer(input), entrypoint)[0]?.result as T);
    return { judged: evaluated('main/judged'), not_applicable: evaluated('main/not_applicable') };
  }

  return {
    policies,
    async compare(cases, second, only) {
      const path = policies.controls.find(({ id }) => id === only)?.path;
      const asked = second({
        op: 'evaluate',
        modules: untyped(path ? sourcesFor(sources, path) : sources),
        query: QUERY,
        cases: cases.map(({ data, batches }) => ({ data, input: { batches: batches.map(({ input }) => input) } })),
      });
      const wasm = cases.map((one): Answer | { error: string } => {
        try {
          return inWasm(one);
        } catch (error) {
          // opa-wasm throws a bare string where a rule conflicts with itself.
          return { error: String(error) };
        }
      });
      const { results = [], problems } = await asked;
      if (problems) throw new Error(JSON.stringify(problems.slice(0, 3)));
      const differences = cases.flatMap((one, index) => {
        const { value, error } = results[index] ?? {};
        return differencesOf(index, one, wasm[index] as Answer, (value ?? { error }) as Answer);
      });
      return { judged: wasm.map((answer) => ('error' in answer ? [] : answer.judged)), differences };
    },
  };
}

/** Rules without their METADATA: checking types against the schemas takes longer than the rest of compiling. */
export function untyped(sources: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([path, text]) => [path, text.replace(/^# METADATA\n(#.*\n)+/gm, '')]),
  );
}

/** The driver, the helpers and one control. */
function sourcesFor(
  sources: Record<string, string>,
  [domain, control]: readonly [string, string],
): Record<string, string> {
  const packageLine = `package privity.${domain}.${control}\n`;
  return Object.fromEntries(
    Object.entries(sources).filter(
      ([path, text]) => /^policies\/(lib\/|[a-z]+\.rego)/.test(path) || text.includes(packageLine),
    ),
  );
}

function differencesOf(
  index: number,
  one: Case,
  wasm: Answer | { error: string },
  opa: Answer | { error: string },
): Difference[] {
  const [ours, theirs] = [verdictsOf(one, wasm), verdictsOf(one, opa)];
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((key) => ours.get(key) !== theirs.get(key) || key.endsWith('\nerror'))
    .map((key) => {
      const [kind = '', unit = '', control = ''] = key.split('\n');
      return { index, kind, unit: JSON.parse(unit) as string, control, wasm: ours.get(key), opa: theirs.get(key) };
    });
}

/** The verdicts of an answer. One that broke has a single one, which counts as a difference even where both broke. */
function verdictsOf({ batches }: Case, answer: Answer | { error: string }): Verdicts {
  if ('error' in answer) return new Map([[`\n""\nerror`, answer.error]]);
  const verdicts: Verdicts = new Map();
  for (const [index, { kind }] of batches.entries()) {
    for (const [unit, results] of Object.entries(inOrder(answer.judged[index] as Yielded))) {
      for (const [control, result] of Object.entries(results))
        verdicts.set(`${kind}\n${JSON.stringify(unit)}\n${control}`, JSON.stringify(withSortedKeys(result)));
    }
    for (const [control, code] of Object.entries(answer.not_applicable[index] ?? {}))
      verdicts.set(`${kind}\n"does not apply"\n${control}`, JSON.stringify(code));
  }
  return verdicts;
}
