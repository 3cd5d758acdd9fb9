import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { controlPage } from '../../reports/controlPage.js';
import { controlsMarkdown, coverageText } from '../../reports/controlsMarkdown.js';
import { catalogueList, coverageOf } from '../compile/coverage.js';
import { builtinPolicies, builtinPractices } from '../compile/policies.js';
import { explanationOf } from '../evaluate/explanation.js';
import { packageRoot } from '../root.js';

/** Writes `docs/controls/` from the compiled rules and the pages beside them: an index by domain, one by law, a page each. */
const FOLDER = `${packageRoot}docs/controls/`;
const NOTICE = '<!-- Generated from policies/ by `npm run docs`. Do not edit. -->\n\n';

const policies = await builtinPolicies();
const link = (id: string): string => `${id}.md`;

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
await writeFile(`${FOLDER}README.md`, NOTICE + controlsMarkdown(catalogueList(policies, {}), link));
await writeFile(`${FOLDER}laws.md`, NOTICE + laws());
await writeFile(`${FOLDER}practices.md`, NOTICE + (await practices()));
for (const control of policies.controls) {
  const words = await readFile(packageRoot + control.file.replace(/\.rego$/, '.md'), 'utf8');
  const page = controlPage(explanationOf(control, undefined, policies), words.replace(/^# .*\n/, ''));
  await writeFile(FOLDER + link(control.id), NOTICE + page);
}

/** Every law and standard that a control cites, by article. */
function laws(): string {
  const cited = new Set(policies.controls.flatMap(({ citations }) => citations.map(({ framework }) => framework)));
  const parts = policies.frameworks.frameworks
    .filter(({ name }) => cited.has(name))
    .map(({ name }) => {
      const list = policies.articles.find((one) => one.name === name);
      return `## ${name}\n\n${coverageText(coverageOf(name, policies.controls, list), (id) => `[${id}](${link(id)})`)}`;
    });
  return `# The controls by law\n\nWhich controls cite which article. ${parts.length} laws and standards.\n\n${parts.join('\n')}`;
}

/** What law firms are told to do, practice by practice, with the controls that answer each (`policies/coverage.yaml`). */
async function practices(): Promise<string> {
  const coverage = await builtinPractices();
  const titles = new Map(policies.controls.map(({ id, title }) => [id, title]));
  const parts = coverage.practices.map(({ asks, controls }) => {
    const answers = controls.map((id) => `- [${id}](${link(id)}) ${titles.get(id) ?? ''}`);
    return `## ${asks}\n\n${answers.join('\n')}\n`;
  });
  return `# The controls by practice\n\nWhat law firms are told to do with client data, and the controls that answer it. A control that compares two statements of the firm\nshows that they agree, not what is done: each report says how good the facts are.\n\n${parts.join('\n')}`;
}
