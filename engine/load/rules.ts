import { existsSync } from 'node:fs';
import { type Problem, UserError } from '../problems.js';
import type { LoadedConfig } from './config.js';
import { below, matchingFiles, readSource, type SizeLimit, type SourceText } from './files.js';
import { placeOf } from './places.js';

// The largest built-in rule has 12 KB.
const LARGEST_RULE: SizeLimit = {
  bytes: 1024 * 1024,
  message:
    'This file is larger than 1 MB, the most that a rule may be. Split it, or declare its data in the inventory.',
};
const LARGEST_SUM = 8 * 1024 * 1024;

/** A firm's own Rego, sorted by path: what is judged, and the tests of it, which are not. */
export interface OwnSources {
  rules: SourceText[];
  tests: SourceText[];
}

/**
 * Reads the firm's own rules (`policies:` in privity.yaml).
 * @throws UserError with every file that cannot be read, and every pattern of the firm's own that matches nothing
 */
export async function loadRules(root: string, config: LoadedConfig): Promise<OwnSources> {
  const problems = config.policiesNamed ? await emptyPatterns(root, config) : [];
  const sources: SourceText[] = [];
  for (const path of await matchingFiles(root, config.policies)) {
    const read = path.endsWith('.rego') ? readSource(root, path, LARGEST_RULE) : notRego(path);
    if ('text' in read) sources.push(read);
    else problems.push(read);
  }
  const sum = sources.reduce((total, { text }) => total + text.length, 0);
  if (sum > LARGEST_SUM) problems.push({ message: 'The rules of this firm are larger than 8 MB in all. Remove some.' });
  const isTest = ({ path }: SourceText): boolean => path.endsWith('_test.rego');
  const tests = sources.filter(isTest);
  problems.push(...tests.filter(declaresControl).map(neverJudged));
  if (problems.length > 0) throw new UserError(problems);
  return { rules: sources.filter((source) => !isTest(source)), tests };
}

const LARGEST_PAGE: SizeLimit = {
  bytes: 256 * 1024,
  message: 'This page is larger than 256 KB, the most that the page of a control may be. Shorten it.',
};

/**
 * The page beside a rule of the firm's own (`policies/good.md` for `policies/good.rego`), if there is one.
 * @throws UserError where it cannot be read
 */
export function loadPage(root: string, rule: string): string | undefined {
  const path = rule.replace(/\.rego$/, '.md');
  if (!existsSync(below(root, path))) return undefined;
  const read = readSource(root, path, LARGEST_PAGE);
  if ('text' in read) return read.text;
  throw new UserError([read]);
}

async function emptyPatterns(root: string, { policies, source }: LoadedConfig): Promise<Problem[]> {
  const found = await Promise.all(policies.map((pattern) => matchingFiles(root, [pattern])));
  return policies.flatMap((pattern, index) =>
    found[index]?.length === 0
      ? [
          {
            place: placeOf(source, ['policies', index]),
            message: `The pattern "${pattern}" matches no file. Mend it, or remove it.`,
          },
        ]
      : [],
  );
}

function notRego(path: string): Problem {
  return { place: { file: path }, message: 'This is not a Rego file (.rego). Let `policies` name rules alone.' };
}

// A control in a file of such a name would be passed over in silence ("penetration_test.rego").
function declaresControl({ text }: SourceText): boolean {
  return /^[ \t]*#[ \t]*METADATA[ \t]*$/m.test(text) && /^[ \t]*#[ \t]*custom:/m.test(text);
}

function neverJudged({ path }: SourceText): Problem {
  return {
    place: { file: path },
    message:
      'This file declares a control, but files whose name ends in _test.rego hold tests and are never judged. Give it another name.',
  };
}
