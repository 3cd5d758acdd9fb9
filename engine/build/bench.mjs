// `npm run bench [part…]`: how Privity compares with its peers, in ratios measured side by side. Machines are noisy, so no
// absolute time is a result: fresh processes, interleaved, medians. Parts: activities, registers, start, controls.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROWS, writeActivities, writeRegisters } from './benchInputs.mjs';
import { setup } from './setup.mjs';

setup();
const root = fileURLToPath(new URL('../../', import.meta.url));
const privity = [process.execPath, join(root, 'dist/bin/privity.js')];
const asOf = ['--as-of', '2026-11-22'];
const parts = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const wanted = (part) => parts.length === 0 || parts.includes(part);
const work = mkdtempSync(join(tmpdir(), 'privity-bench-'));

try {
  const peers = installPeers();
  if (wanted('activities')) await activities(peers);
  if (wanted('registers')) await registers(peers);
  if (wanted('start')) await start();
  if (wanted('controls')) await controls();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** opa and conftest from their Go modules, where Go is present. */
function installPeers() {
  if (spawnSync('go', ['version']).status !== 0) {
    console.log('Go is not here: opa and conftest are left out.');
    return {};
  }
  const bin = join(root, 'node_modules/.cache/privity-bench');
  mkdirSync(bin, { recursive: true });
  const modules = {
    opa: 'github.com/open-policy-agent/opa@v1.22.2',
    conftest: 'github.com/open-policy-agent/conftest@latest',
  };
  for (const [name, module] of Object.entries(modules)) {
    if (readdirSync(bin).includes(name)) continue;
    const { status } = spawnSync('go', ['install', module], {
      env: { ...process.env, GOBIN: bin },
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) console.log(`${name} could not be installed.`);
  }
  return Object.fromEntries(readdirSync(bin).map((name) => [name, join(bin, name)]));
}

/** One fresh process (a command, or `{command, env}`): its wall time in ms and peak resident memory in MB. */
function run(what) {
  const {
    command: [command, ...args],
    env = () => ({}),
  } = Array.isArray(what) ? { command: what } : what;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env() } });
    let peak = 0;
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    // VmHWM is the kernel's own high-water mark: it only rises, so the last reading is the peak.
    const watch = setInterval(() => {
      try {
        peak = Math.max(
          peak,
          Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
        );
      } catch {
        // Ended, or not Linux.
      }
    }, 50);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code !== 0 && code !== 1)
        reject(new Error(`${command} ${args.slice(0, 3).join(' ')}: exit ${code} ${errors.slice(0, 500)}`));
      else resolve({ ms: performance.now() - started, mb: peak });
    });
  });
}

/** Several commands in turn, A B C A B C …, after one run of each that does not count; the median of each. */
async function interleaved(commands, runs = 9) {
  const names = Object.keys(commands);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < runs; round += 1) {
    for (const name of names) {
      const { ms } = await run(commands[name]);
      if (round >= 0) times[name].push(ms);
    }
  }
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

function ratio(a, b) {
  return `${(a / b).toFixed(2)} times`;
}

async function activities({ opa, conftest }) {
  const firm = join(work, 'activities');
  writeActivities(firm);
  const commands = { privity: [...privity, 'check', firm, ...asOf, '--quiet'] };
  if (opa) commands.opa = await opaCommand(opa, firm, join(work, 'activities-opa'));
  if (conftest) commands.conftest = conftestCommand(conftest, firm, join(work, 'conftest'));
  const medians = await interleaved(commands);
  console.log(`\n200 activities, one file each, ${ruleCount()} controls, whole process, cold (medians of 9)`);
  for (const [name, ms] of Object.entries(medians)) console.log(`  ${name.padEnd(10)} ${ms.toFixed(0)} ms`);
  if (medians.opa) console.log(`  privity takes ${ratio(medians.privity, medians.opa)} opa eval (goal: at most 1.0)`);
  if (medians.conftest)
    console.log(`  privity takes ${ratio(medians.privity, medians.conftest)} conftest test with 10 one-line rules`);
}

function ruleCount() {
  return JSON.parse(readFileSync(join(root, 'dist/policies/policies.json'), 'utf8')).controls.length;
}

/** The same rules over the same facts in one JSON file, judged by opa eval. */
async function opaCommand(opa, firm, directory) {
  mkdirSync(directory, { recursive: true });
  const { ruleInputsOf } = await import(join(root, 'dist/engine/build/benchFacts.js'));
  const { data, input } = await ruleInputsOf(firm);
  writeFileSync(join(directory, 'data.json'), JSON.stringify(data));
  writeFileSync(join(directory, 'input.json'), JSON.stringify(input));
  return [
    opa,
    'eval',
    '--format',
    'raw',
    ...(await ruleFiles()).flatMap((file) => ['-d', file]),
    '-d',
    join(directory, 'data.json'),
    '-i',
    join(directory, 'input.json'),
    '[judged | some batch in input.batches; judged := data.main.judged with input as batch]',
  ];
}

async function ruleFiles() {
  const { builtinSources } = await import(join(root, 'dist/engine/compile/policies.js'));
  return Object.keys(await builtinSources()).map((file) => join(root, file));
}

function conftestCommand(conftest, firm, directory) {
  mkdirSync(directory, { recursive: true });
  const fields = [
    'id',
    'title',
    'status',
    'regimes',
    'lawful_basis',
    'purposes',
    'started_on',
    'data_category_ids',
    'retention_rule_ids',
    'vendor_ids',
  ];
  const rules = fields.map(
    (field) =>
      `deny contains "${field} is missing" if { some activity in input.processing_activities; not activity.${field} }`,
  );
  writeFileSync(join(directory, 'rules.rego'), `package main\n\n${rules.join('\n\n')}\n`);
  const files = readdirSync(join(firm, 'inventory')).filter((name) => name.startsWith('activity-'));
  return [conftest, 'test', '--policy', directory, ...files.map((name) => join(firm, 'inventory', name))];
}

async function registers({ opa }) {
  const scale = Number(process.env.PRIVITY_BENCH_SCALE ?? 1);
  const rowsAt = (factor) => Object.values(ROWS).reduce((sum, count) => sum + Math.round(count * factor), 0);
  console.log(
    `\nRegisters in CSV, every control that reads them (scale ${scale}: ${rowsAt(scale).toLocaleString('en-GB')} rows)`,
  );
  const measured = {};
  for (const factor of [scale, scale * 3]) {
    const firm = join(work, `registers-${factor}`);
    writeRegisters(firm, factor);
    const size = readdirSync(join(firm, 'registers')).reduce(
      (sum, name) => sum + statSync(join(firm, 'registers', name)).size,
      0,
    );
    const { ms, mb } = await run([...privity, 'check', firm, ...asOf, '--quiet']);
    measured[factor] = { rate: rowsAt(factor) / (ms / 1000), mb };
    console.log(
      `  privity    ${rowsAt(factor).toLocaleString('en-GB')} rows (${(size / 2 ** 20).toFixed(0)} MB): ${measured[factor].rate.toFixed(0)} rows a second, peak ${mb.toFixed(0)} MB`,
    );
    rmSync(firm, { recursive: true, force: true });
  }
  console.log(
    `  peak memory at three times the rows: ${ratio(measured[scale * 3].mb, measured[scale].mb)} (goal: at most 1.10; under 700 MB)`,
  );
  if (!opa) return;
  // opa eval holds everything at once: a part of the same data, small enough that it ends.
  const part = Math.min(scale, Number(process.env.PRIVITY_BENCH_OPA_SCALE ?? 0.01));
  const firm = join(work, 'registers-opa');
  writeRegisters(firm, part);
  const { ms, mb } = await run(await opaCommand(opa, firm, join(work, 'registers-opa-facts')));
  const rate = rowsAt(part) / (ms / 1000);
  console.log(
    `  opa eval   ${rowsAt(part).toLocaleString('en-GB')} rows: ${rate.toFixed(0)} rows a second, peak ${mb.toFixed(0)} MB`,
  );
  console.log(`  privity judges ${ratio(measured[scale].rate, rate)} the rows a second (goal: at least 2)`);
}

async function start() {
  const quill = join(root, 'fixtures/quill-probate');
  const own = join(work, 'quill-with-own-rule');
  cpSync(quill, own, { recursive: true });
  mkdirSync(join(own, 'policies'), { recursive: true });
  writeFileSync(join(own, 'policies/own.rego'), ownRule());
  const checked = (firm) => [...privity, 'check', firm, ...asOf, '--quiet'];
  const withCache = (directory) => ({ XDG_CACHE_HOME: join(work, directory) });
  let fresh = 0;
  const medians = await interleaved({
    node: [process.execPath, '-e', '0'],
    version: [...privity, '--version'],
    check: checked(quill),
    warm: { command: checked(own), env: () => withCache('cache') },
  });
  // The first of these compiles the rule; each has a cache of its own.
  const { cold } = await interleaved(
    {
      cold: {
        command: checked(own),
        env: () => {
          fresh += 1;
          return withCache(`cache-${fresh}`);
        },
      },
    },
    3,
  );
  console.log('\nStart-up (medians of 9; with an empty cache of 3)');
  const show = (what, ms) =>
    console.log(`  ${what.padEnd(44)} ${ms.toFixed(0)} ms, ${ratio(ms, medians.node)} Node itself`);
  show('node -e 0', medians.node);
  show('privity --version', medians.version);
  show('check quill-probate', medians.check);
  show('check with a rule of its own, warm cache', medians.warm);
  show('check with a rule of its own, empty cache', cold);
}

/** The rule that docs/own-rules.md shows. */
function ownRule() {
  return /```rego\n([^]*?)```/.exec(readFileSync(join(root, 'docs/own-rules.md'), 'utf8'))[1];
}

/** Which controls cost most, each by itself, on a firm with some of everything. */
async function controls() {
  const { controlCosts } = await import(new URL('../../dist/engine/build/benchControls.js', import.meta.url).href);
  const { each, together, wasm } = await controlCosts(join(root, 'fixtures/northgate-commercial'));
  const sum = each.reduce((total, { ms }) => total + ms, 0);
  console.log(
    `\nControls (northgate-commercial, ${each.length} controls, ${Math.round(wasm / 1024)} KB of WebAssembly)`,
  );
  console.log(
    `  all in one walk ${together.toFixed(1)} ms; each by itself ${sum.toFixed(1)} ms, of which the ten dearest:`,
  );
  for (const { id, ms } of each.slice(0, 10)) {
    console.log(`  ${id.padEnd(14)} ${ms.toFixed(2).padStart(7)} ms, ${((ms / sum) * 100).toFixed(1)} %`);
  }
}
