import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../engine/root.js';

/** Where a stage may import from: stages are read top to bottom, and imports point downstream only. */
const BANS: { from: RegExp; to: RegExp; why: string; typesAllowed?: boolean }[] = [
  {
    from: /^engine\/load\//,
    to: /^engine\/(compile|evaluate|review|draft|git|cli|build)\/|^reports\//,
    why: 'loading knows nothing of what happens to the facts',
  },
  {
    from: /^engine\/compile\//,
    to: /^engine\/(evaluate|review|draft|git|cli|build)\/|^reports\//,
    why: 'rules are compiled without a firm at hand',
  },
  {
    from: /^engine\/evaluate\//,
    to: /^engine\/(review|draft|git|cli|build)\/|^reports\//,
    why: 'an assessment is made without its renderings',
  },
  {
    from: /^engine\/git\//,
    to: /^engine\/(load|compile|evaluate|review|draft|cli|build)\/|^reports\//,
    why: 'git is used by others and knows none of them',
  },
  {
    from: /^reports\//,
    to: /^engine\//,
    why: 'a report is a rendering of an assessment: it takes types only',
    typesAllowed: true,
  },
  { from: /^reports\//, to: /^node:/, why: 'a report is text made of data: it reads no file, clock or environment' },
  { from: /^(?!engine\/cli\/)/, to: /^engine\/cli\//, why: 'the command line is imported by nobody' },
  {
    from: /^(?!engine\/mutate\/)/,
    to: /^engine\/mutate\//,
    why: 'planting faults in the rules is the project’s own business: nothing that a firm runs needs it',
  },
  {
    from: /^engine\/mutate\//,
    to: /^engine\/(evaluate|review|draft|cli|build)\/|^reports\//,
    why: 'mutants are judged by Rego tests alone, without a firm',
  },
  { from: /^(?!engine\/git\/)/, to: /^simple-git$/, why: 'only git/ runs git' },
  { from: /^(?!engine\/evaluate\/)/, to: /opa-wasm/, why: 'only evaluate/ instantiates compiled rules' },
  {
    from: /^(?!engine\/(load|compile\/policies))/,
    to: /^js-yaml$/,
    why: 'only load/ reads the firm’s files (and compile/ its own tables)',
  },
  {
    from: /^engine\/evaluate\//,
    to: /^node:(fs|net|http|https|child_process|dgram|tls|dns)/,
    why: 'where untrusted rules run there is neither file nor network',
  },
  {
    from: /^(?!engine\/compile\/own|engine\/cli\/policies)/,
    to: /^engine\/compile\/cache/,
    why: 'only a firm’s own rules are kept in the cache',
  },
  {
    from: /^engine\/compile\//,
    to: /^engine\/load\/(rules|inventory|config)/,
    why: 'a firm’s sources come to the compiler as text, read by load/ within the firm’s directory',
  },
  { from: /^(?!engine\/compile\/)/, to: /^engine\/compile\/wasi/, why: 'only the compiler is run by the WASI shim' },
];

const sources = ['engine', 'reports'].flatMap((folder) =>
  readdirSync(join(packageRoot, folder), { recursive: true })
    .map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('engine/generated/')),
);

const imports = sources.flatMap((file) =>
  [
    ...readFileSync(join(packageRoot, file), 'utf8').matchAll(
      /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+['"]([^'"]+)['"]/gms,
    ),
  ].map(([, typeOnly, target]) => ({
    file,
    typeOnly: typeOnly !== undefined,
    target: (target as string).startsWith('.')
      ? normalize(join(dirname(file), target as string)).replaceAll('\\', '/')
      : (target as string),
  })),
);

describe('architecture', () => {
  it('finds the sources', () => {
    expect(sources.length).to.be.greaterThan(20);
    expect(imports.length).to.be.greaterThan(50);
  });
  for (const { from, to, why, typesAllowed } of BANS) {
    it(why, () => {
      const broken = imports.filter(
        ({ file, target, typeOnly }) => from.test(file) && to.test(target) && !(typesAllowed && typeOnly),
      );
      expect(broken.map(({ file, target }) => `${file} imports ${target}`)).to.deep.equal([]);
    });
  }
});
