import type { Assessment } from '../engine/generated/assessment.js';
import type { FormatName } from './formatNames.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { ndjson } from './ndjson.js';
import { pretty } from './pretty.js';
import { sarif } from './sarif.js';

/** What is known beside the assessment when it is shown. */
export interface Circumstances {
  /** Where the firm's directory stands in its repository (`firms/harbour/`); empty at its root. */
  prefix: string;
  commit?: string | undefined;
  /** Whether clients, matters and staff appear as opaque ids in what leaves the machine. */
  opaque: boolean;
  /** How wide the terminal is, in columns. */
  width: number;
  colour: boolean;
  /** How long the run took, where somebody is waiting for it. */
  seconds?: number | undefined;
}

export interface Format {
  render: (assessment: Assessment, circumstances: Circumstances) => string;
  /** Where its text goes: a host's pages always leave the machine, a terminal does so as the log of a CI job. */
  leavesMachine: 'always' | 'in-ci' | 'never';
}

/** Every value of `--format`. */
export const formats = {
  pretty: { render: pretty, leavesMachine: 'in-ci' },
  json: { render: json, leavesMachine: 'never' },
  ndjson: { render: ndjson, leavesMachine: 'never' },
  sarif: { render: sarif, leavesMachine: 'always' },
  junit: { render: junit, leavesMachine: 'always' },
  github: { render: github, leavesMachine: 'always' },
  gitlab: { render: gitlab, leavesMachine: 'always' },
  markdown: { render: markdown, leavesMachine: 'always' },
} as const satisfies Record<FormatName, Format>;
